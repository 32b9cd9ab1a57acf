"""All rows of one change, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from actors.chronicle.asking import FIRST, in_microseconds
from actors.chronicle.tables import LABELS, Table, tables
from actors.chronicle.versions import Event, events

# The events of one table and label behind a place, in the order of an index.
BEHIND = """(
    SELECT {slot} AS slot, pgh_created_at, pgh_id FROM "{events}"
    WHERE {which} AND pgh_label = '{label}' AND (pgh_created_at, pgh_id) > (%s, %s)
    ORDER BY pgh_created_at, pgh_id LIMIT {most}
)"""
ALL = "SELECT * FROM ({queries}) AS every ORDER BY slot, pgh_created_at, pgh_id LIMIT {most}"
IN_CONTEXT = "pgh_context_id = %s"
AT_MOMENT = "pgh_context_id IS NULL AND pgh_created_at = %s"


@dataclass(frozen=True)
class At:
    """A place among the events of a change: a table and label, a moment and a number."""

    slot: int = 0
    at: datetime = FIRST
    number: int = 0

    def __str__(self) -> str:
        return f"{self.slot}.{in_microseconds(self.at)}.{self.number}"


@dataclass(frozen=True)
class Whole:
    """A page of the events of a change; `behind` is where the next page begins."""

    events: list[Event]
    behind: At | None


def slots() -> list[tuple[Table, str]]:
    """Give the tables and labels in the order in which a change is told."""
    return [(table, label) for table in tables() for label in LABELS]


def whole(context: UUID | None, at: datetime, start: At, size: int) -> Whole:
    """Give the events of a context, or, without one, of the transaction of that moment."""
    which, named = (IN_CONTEXT, context) if context else (AT_MOMENT, at)
    queries, params = [], list[Any]()
    for slot, (table, label) in list(enumerate(slots()))[start.slot :]:
        name = table.events._meta.db_table
        queries.append(
            BEHIND.format(slot=slot, events=name, which=which, label=label, most=size + 1)
        )
        behind = start if slot == start.slot else At()
        params += [named, behind.at, behind.number]
    with connection.cursor() as cursor:
        query = ALL.format(queries=" UNION ALL ".join(queries), most=size + 1)
        cursor.execute(query, params)
        places = [At(*place) for place in cursor.fetchall()]
    shown = places[:size]
    keys = [(slots()[place.slot][0], place.number) for place in shown]
    found = events(keys)
    return Whole([found[key] for key in keys], shown[-1] if len(places) > size else None)
