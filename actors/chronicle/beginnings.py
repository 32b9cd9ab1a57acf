"""What was there without having been entered row by row: an import writes no insert events."""

from __future__ import annotations

from typing import Any, Final

from django.db import connection

from actors.chronicle.entries import Entry, entry_of
from actors.chronicle.names import Names
from actors.chronicle.tables import Table, parts_of, table_of
from actors.chronicle.versions import Event, events, rows_now

MOST: Final = 200

# The rows of a table without an insert event, each with its first event, if it has any.
UNENTERED = """(
    SELECT {slot} AS slot, row.id,
        (SELECT min(pgh_id) FROM "{events}" WHERE pgh_obj_id = row.id) AS first
    FROM (
        SELECT pgh_obj_id AS id FROM "{events}" WHERE {in_events} = %s
        UNION SELECT {key} FROM "{rows}" WHERE {column} = %s
    ) AS row
    WHERE NOT EXISTS (
        SELECT FROM "{events}" WHERE pgh_obj_id = row.id AND pgh_label = 'insert'
    ) ORDER BY row.id LIMIT {most}
)"""
ALL = "SELECT * FROM ({queries}) AS every ORDER BY slot, id"


def beginnings(model: Any, key: int) -> list[Entry]:  # noqa: ANN401, any tracked model
    """Give the record and the rows that belong to it as they came, where nobody entered them."""
    own = table_of(model)
    if own is None:
        return []
    places = [(own, own.key), *parts_of(model)]
    found = _unentered(places, key)
    happened = events((table, first) for table, _, first in found if first)
    rows = {
        table: rows_now(table, [row for which, row, first in found if which is table and not first])
        for table, _ in places
    }
    came = [
        _as_came(table, row, happened[table, first].row if first else rows[table].get(row))
        for table, row, first in found
    ]
    names = Names((event.table, event.after) for event in came)
    return [entry_of(event, names) for event in came if event.after]


def _unentered(places: list[tuple[Table, str]], key: int) -> list[tuple[Table, int, int | None]]:
    queries = [
        UNENTERED.format(
            slot=slot,
            events=table.events._meta.db_table,
            rows=table.model._meta.db_table,
            key=table.key,
            column=column,
            in_events="pgh_obj_id" if slot == 0 else column,
            most=MOST,
        )
        for slot, (table, column) in enumerate(places)
    ]
    with connection.cursor() as cursor:
        cursor.execute(ALL.format(queries=" UNION ALL ".join(queries)), [key, key] * len(places))
        return [(places[slot][0], row, first) for slot, row, first in cursor.fetchall()]


def _as_came(table: Table, key: int, row: Any) -> Event:  # noqa: ANN401, a Row or nothing
    at: Any = None
    return Event(table, 0, at, "came", key, None, None, row)
