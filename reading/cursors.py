"""Lists a page at a time, each page beginning after the last row of the one before.

A cursor names a row by its place in the order and not by a count of rows, so that pages neither
repeat nor skip a row when others are added.
"""

import json
import math
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Model, Q, QuerySet

from reading.text import UNREADABLE

PAGE_SIZE = 50
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
class Page:
    """The rows of one page, and the cursor of the next one where there is one."""

    rows: list[Any]
    after: str | None = None


def a_date(value: object) -> date:
    """Read a day from a cursor."""
    return date.fromisoformat(_text(value))


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

    def arranged(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Give the rows in this order."""
        column = F(self.column)
        by_value = column.desc(nulls_last=True) if self.descending else column.asc(nulls_last=True)
        return rows.order_by(by_value, "pk")

    def first(self, rows: QuerySet[Any], after: Place | None, most: int) -> list[Any]:
        """Give the first rows in this order, or the first ones after a place."""
        if after is None:
            return list(self.arranged(rows)[:most])
        if after.value is None:
            return list(self.arranged(rows.filter(self._unvalued, pk__gt=after.pk))[:most])
        found = list(self.arranged(rows.filter(self._beyond(after)))[:most])
        if (missing := most - len(found)) > 0:
            # Asked for apart: an OR with IS NULL would keep the index from beginning at the place.
            found += self.arranged(rows.filter(self._unvalued))[:missing]
        return found

    @property
    def _unvalued(self) -> Q:
        return Q(**{f"{self.column}__isnull": True})

    def _beyond(self, place: Place) -> Q:
        """Give the condition that a row with a value comes after the place, which has one too.

        The first part follows from the second, and is what an index can begin at.
        """
        lookup = "lt" if self.descending else "gt"
        not_before = Q(**{f"{self.column}__{lookup}e": place.value})
        further = Q(**{f"{self.column}__{lookup}": place.value})
        return not_before & (further | Q(pk__gt=place.pk))

    def cursor(self, row: Model) -> str:
        """Give the cursor that names the row."""
        value = getattr(row, self.column)
        kept = value.isoformat() if isinstance(value, date) else value
        written = json.dumps([self.name, kept, row.pk], separators=(",", ":"))
        return urlsafe_b64encode(written.encode()).decode().rstrip("=")

    def place(self, cursor: str) -> Place:
        """Read a cursor of this order, or raise CursorError."""
        name, value, pk = _parts(cursor)
        if name != self.name:
            raise CursorError("of another order")
        if isinstance(pk, bool) or not isinstance(pk, int) or not 0 < pk <= LARGEST_ID:
            raise CursorError("no id")
        try:
            return Place(None if value is None else self.read(value), pk)
        except (ValueError, OverflowError) as error:
            raise CursorError(str(error)) from error


def page_of(rows: QuerySet[Any], order: Order, after: Place | None, size: int = PAGE_SIZE) -> Page:
    """Give the rows that come after the place in the order, as many as a page has."""
    # One row more tells whether there is another page.
    found = order.first(rows, after, size + 1)
    more = len(found) > size
    return Page(found[:size], order.cursor(found[size - 1]) if more else None)


def _parts(cursor: str) -> tuple[Any, Any, Any]:
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
