"""The note that a form carries of the state in which its record was shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.core import signing
from django.db import connection

from actors.admin.meanwhile.places import Place

FIELD: Final = "_seen"
SALT: Final = "verbatim.seen"

STATE = """(
    SELECT {slot} AS slot, coalesce(max(pgh_id), 0), count(*), {shown} FROM "{log}"
    WHERE {in_events} = %s
)"""
SHOWN = 'ARRAY(SELECT {shown} FROM "{rows}" WHERE {column} = %s ORDER BY 1)'
COUNTED = "(SELECT count(*) FROM row{slot})"
LOCKED = 'row{slot} AS MATERIALIZED (SELECT FROM "{rows}" WHERE {column} = %s FOR NO KEY UPDATE)'


class NoNoteError(ValueError):
    """A form brought no note, or one that is not ours or of another record."""


@dataclass(frozen=True)
class Mark:
    """The state of a place: its last event, the number of its events, and the rows it had."""

    last: int
    count: int
    rows: tuple[int, ...] = ()


@dataclass(frozen=True)
class Seen:
    """The marks of all places, by name; `asked` are the fields of which the form asks a choice."""

    marks: Mapping[str, Mark]
    asked: Sequence[str] = field(default_factory=tuple)


def state(places: Sequence[Place], key: int) -> dict[str, Mark]:
    """Give the state of a record, in one query."""
    queries, params = [], []
    for slot, place in enumerate(places):
        shown = "NULL::bigint[]"
        if place.shown:
            rows = place.table.rows
            shown = SHOWN.format(shown=place.shown, rows=rows, column=place.column)
            params.append(key)
        queries.append(
            STATE.format(slot=slot, shown=shown, log=place.table.log, in_events=place.in_events)
        )
        params.append(key)
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(queries), params)
        return {
            places[slot].name: Mark(last, count, tuple(rows or ()))
            for slot, last, count, rows in cursor.fetchall()
        }


def lock(places: Sequence[Place], key: int) -> bool:
    """Keep the record and its rows as they are until the transaction ends; tell if it is there.

    Rows that the form does not write stay as they are: nobody may change them, nor lock them.
    """
    written = [place for place in places if place.written]
    rows = [
        LOCKED.format(slot=slot, rows=place.table.rows, column=place.column)
        for slot, place in enumerate(written)
    ]
    counts = ", ".join(COUNTED.format(slot=slot) for slot in range(len(written)))
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {', '.join(rows)} SELECT {counts}", [key] * len(written))
        return bool(cursor.fetchone()[0])


def written(seen: Seen, model: str, key: int) -> str:
    """Give the note as a form carries it."""
    marks = {name: [mark.last, mark.count, mark.rows] for name, mark in seen.marks.items()}
    return signing.dumps([model, key, marks, list(seen.asked)], salt=SALT, compress=True)


def read(text: str, model: str, key: int, places: Sequence[Place]) -> Seen:
    """Read a note of this record, or raise NoNoteError."""
    try:
        of_model, of_key, marks, asked = signing.loads(text, salt=SALT)
    except (signing.BadSignature, ValueError) as error:
        raise NoNoteError("not ours") from error
    if (of_model, of_key) != (model, key) or {*marks} != {place.name for place in places}:
        raise NoNoteError("of another form")
    return Seen({name: _mark(mark) for name, mark in marks.items()}, tuple(asked))


def _mark(kept: Sequence[Any]) -> Mark:
    last, count, rows = kept
    return Mark(last, count, tuple(rows))
