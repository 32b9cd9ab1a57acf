"""Finding changes in the event tables, the newest first.

The events of one transaction have the same moment. From one moment the next one is looked up in
the indexes of the event tables, so that a change of a million rows costs no more than one of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection

from actors.chronicle.asking import Asked, Spot, Whose
from actors.chronicle.tables import Table, parts_of, table_of

# The moments: for each table and label the latest one before the moment at hand.
MOMENTS = """
WITH RECURSIVE moments(at, number) AS (
    SELECT %s::timestamptz, 0
    UNION ALL
    SELECT (SELECT max(latest.at) FROM ({latest}) AS latest), number + 1
    FROM moments WHERE at IS NOT NULL AND number < %s
)
SELECT at FROM moments WHERE number > 0 AND at >= %s ORDER BY at DESC
"""
LATEST = """(
    SELECT pgh_created_at AS at FROM {events}
    WHERE pgh_label = '{label}' AND pgh_created_at < moments.at {condition}
    ORDER BY pgh_created_at DESC LIMIT 1
)"""

CONTEXTS = """
SELECT created_at, id FROM pghistory_context AS context
WHERE metadata ->> '{key}' = %s AND created_at >= %s AND created_at < %s
AND ({has})
ORDER BY created_at DESC, id DESC LIMIT %s
"""
HAS = "EXISTS (SELECT FROM {events} WHERE pgh_context_id = context.id AND pgh_label = '{label}')"

# All events of a record: its own, and those of rows that belong to it or once did.
OWN = "SELECT {number} AS place, pgh_id, pgh_created_at, pgh_context_id FROM {events} WHERE {which}"
PARTS = """pgh_obj_id IN (
    SELECT pgh_obj_id FROM {events} WHERE {column} = %s
    UNION SELECT {key} FROM {rows} WHERE {column} = %s
)"""
OF_RECORD = """
WITH found AS MATERIALIZED ({every}),
moments AS (
    SELECT DISTINCT pgh_created_at FROM found WHERE pgh_created_at < %s
    ORDER BY pgh_created_at DESC LIMIT %s
)
SELECT * FROM found WHERE pgh_created_at IN (SELECT pgh_created_at FROM moments)
ORDER BY pgh_created_at DESC, pgh_context_id, place, pgh_id DESC
"""


def newest(asked: Asked, most: int) -> list[Spot]:
    """Give the newest changes that are asked for, at most so many."""
    if asked.whose in (Whose.USER, Whose.COMMAND):
        return _of_contexts(asked, most)
    return [Spot(at) for (at,) in _rows(*_moments(asked, most))]


def _moments(asked: Asked, most: int) -> tuple[str, list[Any]]:
    condition = "AND pgh_context_id IS NULL" if asked.whose is Whose.DATABASE else ""
    latest = [
        LATEST.format(events=_events(table), label=label, condition=condition)
        for table in asked.tables
        for label in asked.labels
    ]
    return MOMENTS.format(latest=" UNION ALL ".join(latest)), [asked.last, most, asked.first]


def _of_contexts(asked: Asked, most: int) -> list[Spot]:
    has = [
        HAS.format(events=_events(table), label=label)
        for table in asked.tables
        for label in asked.labels
    ]
    key = asked.whose.value if asked.whose else ""
    query = CONTEXTS.format(key=key, has=" OR ".join(has))
    found = _rows(query, [asked.name, asked.first, asked.last, most])
    return [Spot(at, context) for at, context in found]


def of_record(
    model: Any,  # noqa: ANN401, any tracked model
    key: int,
    before: object,
    most: int,
) -> list[tuple[Table, int]]:
    """Give the events of the newest `most` moments of a record and its parts before a moment."""
    own = table_of(model)
    places: list[Table] = [own] if own else []
    queries = [_select(0, own, "pgh_obj_id = %s")] if own else []
    params: list[Any] = [key] if own else []
    for table, column in parts_of(model):
        which = PARTS.format(
            events=_events(table),
            column=column,
            key=table.model._meta.pk.column,
            rows=table.model._meta.db_table,
        )
        queries.append(_select(len(places), table, which))
        places.append(table)
        params += [key, key]
    query = OF_RECORD.format(every=" UNION ".join(queries))
    return [(places[place], number) for place, number, *_ in _rows(query, [*params, before, most])]


def _select(number: int, table: Table, which: str) -> str:
    return OWN.format(number=number, events=_events(table), which=which)


def _events(table: Table) -> str:
    return f'"{table.events._meta.db_table}"'


def _rows(query: str, params: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, params)
        yield from cursor.fetchall()
