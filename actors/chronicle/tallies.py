"""What changes did to how many rows, with the first few of each sort."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db import connection

from actors.chronicle.asking import Asked, Spot, Whose
from actors.chronicle.tables import Table

MOST_COUNTED: Final = 1000
FIRST_FEW: Final = 5

# For each change that was found, the events of one table and label; more than are counted are cut.
AT_MOMENTS = """
SELECT {slot}, max(spot.at), event.pgh_context_id, count(*), (array_agg(event.pgh_id))[:{few}]
FROM unnest(%s::timestamptz[]) AS spot(at), LATERAL (
    SELECT pgh_id, pgh_context_id FROM "{events}"
    WHERE pgh_label = '{label}' AND pgh_created_at = spot.at {condition} LIMIT {most}
) AS event GROUP BY spot.at, event.pgh_context_id
"""
OF_CONTEXTS = """
SELECT {slot}, max(event.pgh_created_at), spot.id, count(*), (array_agg(event.pgh_id))[:{few}]
FROM unnest(%s::uuid[]) AS spot(id), LATERAL (
    SELECT pgh_id, pgh_created_at FROM "{events}"
    WHERE pgh_label = '{label}' AND pgh_context_id = spot.id LIMIT {most}
) AS event GROUP BY spot.id
"""


@dataclass(frozen=True)
class Tally:
    """How many rows of a table one change inserted, changed or deleted; `first` are some events."""

    table: Table
    label: str
    at: datetime
    context: UUID | None
    count: int
    first: tuple[int, ...]

    @property
    def is_cut(self) -> bool:
        """Whether there are more than were counted."""
        return self.count > MOST_COUNTED


def tallies(asked: Asked, spots: Sequence[Spot]) -> list[Tally]:
    """Count what the changes did, of what is asked for, in one query."""
    slots = [(table, label) for table in asked.tables for label in asked.labels]
    by_context = asked.whose in (Whose.USER, Whose.COMMAND)
    pattern = OF_CONTEXTS if by_context else AT_MOMENTS
    condition = "AND pgh_context_id IS NULL" if asked.whose is Whose.DATABASE else ""
    queries = [
        pattern.format(
            slot=slot,
            events=table.events._meta.db_table,
            label=label,
            condition=condition,
            few=FIRST_FEW,
            most=MOST_COUNTED + 1,
        )
        for slot, (table, label) in enumerate(slots)
    ]
    wanted = [spot.context if by_context else spot.at for spot in spots]
    return list(_read(" UNION ALL ".join(queries), [wanted] * len(slots), slots)) if spots else []


def _read(query: str, params: list[Any], slots: list[tuple[Table, str]]) -> Iterator[Tally]:
    with connection.cursor() as cursor:
        cursor.execute(query, params)
        for slot, at, context, count, first in cursor.fetchall():
            table, label = slots[slot]
            yield Tally(table, label, at, context, count, tuple(first))
