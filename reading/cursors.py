"""Orders of lists, and cursors, which name a row by its place in an order.

A place is not a count of rows, so that pages neither repeat nor skip a row when others are added.
"""

from __future__ import annotations

import json
import math
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, Model, Q, QuerySet

from reading.text import UNREADABLE

LONGEST_CURSOR = 1000
LARGEST_ID = 2**63 - 1


class CursorError(ValueError):
    """A text is no cursor of this order."""


@dataclass(frozen=True)
class Place:
    """A row's place in an order: its value there, and its id among the rows of that value."""

    value: Any
    pk: int


@dataclass(frozen=True)
class Start:
    """Where a page begins: at the first row where there is no place, else right beyond the place.

    Backwards, the page is the one that ends right before it.
    """

    place: Place | None = None
    backwards: bool = False


def a_date(value: object) -> date:
    """Read a day from a cursor."""
    return date.fromisoformat(_text(value))


def a_moment(value: object) -> datetime:
    """Read an instant from a cursor."""
    moment = datetime.fromisoformat(_text(value))
    if moment.tzinfo is None:
        raise CursorError("no instant")
    return moment


def a_text(value: object) -> str:
    """Read a text from a cursor."""
    return _text(value)


def a_number(value: object) -> float:
    """Read a number from a cursor."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise CursorError("no number")
    if not math.isfinite(number := float(value)):
        raise CursorError("no finite number")
    return number


def a_position(value: object) -> int:
    """Read a whole number from a cursor."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**31:
        raise CursorError("no position")
    return value


@dataclass(frozen=True)
class Order:
    """Rows by one column, those without a value last, and by id where the value is the same."""

    name: str
    label: str
    column: str
    read: Callable[[object], Any]
    descending: bool = False

    def arranged(self, rows: QuerySet[Any], *, backwards: bool = False) -> QuerySet[Any]:
        """Give the rows in this order, or backwards."""
        column, last_first = F(self.column), self.descending is not backwards
        # Rows without a value are last, and first backwards.
        nulls: dict[str, Any] = {"nulls_first" if backwards else "nulls_last": True}
        by_value = column.desc(**nulls) if last_first else column.asc(**nulls)
        return rows.order_by(by_value, "-pk" if backwards else "pk")

    def nearest(self, rows: QuerySet[Any], start: Start, most: int) -> list[Any]:
        """Give the rows that come first from the start on, the nearest first."""
        if start.place is None:
            return list(self.arranged(rows)[:most])
        parts = self._parts(rows, start.place, backwards=start.backwards)
        found: list[Any] = []
        # Asked for apart: an OR with IS NULL would keep the index from beginning at the place.
        for part in parts:
            if missing := most - len(found):
                found += self.arranged(part, backwards=start.backwards)[:missing]
        return found

    def _parts(
        self, rows: QuerySet[Any], place: Place, *, backwards: bool
    ) -> tuple[QuerySet[Any], ...]:
        """Give the rows beyond a place: those that have a value, and those that have none."""
        none = rows.filter(**{f"{self.column}__isnull": True})
        if place.value is not None:
            valued = rows.filter(self._beyond(place, backwards=backwards))
            return (valued,) if backwards else (valued, none)
        none = none.filter(**{"pk__lt" if backwards else "pk__gt": place.pk})
        valued = rows.filter(**{f"{self.column}__isnull": False})
        return (none, valued) if backwards else (none,)

    def _beyond(self, place: Place, *, backwards: bool) -> Q:
        """Give the condition that a row with a value lies beyond the place, which has one too.

        The first part follows from the second, and is what an index can begin at.
        """
        lookup = "lt" if self.descending is not backwards else "gt"
        not_before = Q(**{f"{self.column}__{lookup}e": place.value})
        further = Q(**{f"{self.column}__{lookup}": place.value})
        return not_before & (further | Q(**{"pk__lt" if backwards else "pk__gt": place.pk}))

    def cursor(self, row: Model) -> str:
        """Give the cursor that names the row."""
        value = getattr(row, self.column)
        kept = value.isoformat() if isinstance(value, date) else value
        written = json.dumps([self.name, kept, row.pk], separators=(",", ":"))
        return urlsafe_b64encode(written.encode()).decode().rstrip("=")

    def place(self, cursor: str) -> Place:
        """Read a cursor of this order, or raise CursorError."""
        name, value, pk = _read(cursor)
        if name != self.name:
            raise CursorError("of another order")
        if isinstance(pk, bool) or not isinstance(pk, int) or not 0 < pk <= LARGEST_ID:
            raise CursorError("no id")
        try:
            return Place(None if value is None else self.read(value), pk)
        except (ValueError, OverflowError) as error:
            raise CursorError(str(error)) from error


def _read(cursor: str) -> tuple[Any, Any, Any]:
    if len(cursor) > LONGEST_CURSOR:
        raise CursorError("too long")
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        name, value, pk = json.loads(urlsafe_b64decode(padded))
    except (ValueError, TypeError, RecursionError) as error:
        raise CursorError("not a cursor") from error
    return name, value, pk


def _text(value: object) -> str:
    if not isinstance(value, str) or UNREADABLE.search(value):
        raise CursorError("no text")
    return value
