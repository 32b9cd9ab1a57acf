"""The versions of rows: how each stood before a change, and after it.

An event is the row as inserted, or as it stood before it was changed or deleted. So what a change
made of a row is in the next event of that row; where there is none, it is the row there now.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from actors.chronicle.tables import Table

Row = Mapping[str, Any]
"""The values of a row by the names of its columns, as Python has them."""

ABOUT = ("pgh_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pgh_context_id")


@dataclass(frozen=True)
class Event:
    """What happened to one row. `after` is None also where what followed was not recorded."""

    table: Table
    number: int
    at: datetime
    label: str
    key: int
    context: UUID | None
    before: Row | None
    after: Row | None

    @property
    def row(self) -> Row:
        """The row as the event keeps it."""
        return self.before or self.after or {}


def events(wanted: Iterable[tuple[Table, int]]) -> dict[tuple[Table, int], Event]:
    """Read events by table and number, with what came after: three queries for each table."""
    numbers = defaultdict(list)
    for table, number in wanted:
        numbers[table].append(number)
    return {
        (table, event.number): event
        for table, of_table in numbers.items()
        for event in _events(table, of_table)
    }


def _events(table: Table, numbers: list[int]) -> list[Event]:
    rows = _rows(table, numbers, followed=True)
    changed = [row for row in rows if row["pgh_label"] == "update"]
    missing = {row["next"] for row in changed if row["next"]} - {row["pgh_id"] for row in rows}
    more = _rows(table, missing) if missing else []
    later = {row["pgh_id"]: row for row in (*rows, *more)}
    now = rows_now(table, {row["pgh_obj_id"] for row in changed if not row["next"]})
    return [_event(table, row, later.get(row["next"]), now) for row in rows]


def _rows(table: Table, numbers: Iterable[int], *, followed: bool = False) -> list[dict[str, Any]]:
    found: QuerySet[Any] = table.events._default_manager.filter(pk__in=list(numbers))
    if followed:
        later = table.events._default_manager.filter(
            pgh_obj_id=OuterRef("pgh_obj_id"), pgh_id__gt=OuterRef("pgh_id")
        )
        found = found.annotate(next=Subquery(later.order_by("pgh_id").values("pgh_id")[:1]))
    return list(found.values(*ABOUT, *_columns(table), *(["next"] if followed else [])))


def _columns(table: Table) -> list[str]:
    return [field.attname for field in table.fields]


def rows_now(table: Table, keys: Iterable[int]) -> dict[int, Row]:
    """Give the rows that are there now, by key."""
    wanted = list(keys)
    if not wanted:
        return {}
    found = table.model._base_manager.filter(pk__in=wanted).values(*_columns(table))
    return {row[table.model._meta.pk.attname]: row for row in found}


def _event(
    table: Table, row: dict[str, Any], following: Row | None, now: Mapping[int, Row]
) -> Event:
    label, key = row["pgh_label"], row["pgh_obj_id"]
    kept = {column: row[column] for column in _columns(table)}
    before = None if label == "insert" else kept
    after: Row | None = kept if label == "insert" else None
    if label == "update":
        after = _after(table, row, following, now.get(key))
    number, at, context = row["pgh_id"], row["pgh_created_at"], row["pgh_context_id"]
    return Event(table, number, at, label, key, context, before, after)


def _after(table: Table, row: dict[str, Any], following: Row | None, now: Row | None) -> Row | None:
    """Give what a change made of the row, if that was recorded."""
    if not row["next"]:
        return now
    if following is None or following["pgh_label"] == "insert":
        return None
    return {column: following[column] for column in _columns(table)}
