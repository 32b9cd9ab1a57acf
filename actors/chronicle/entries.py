"""What happened to a row, as a page shows it: its name then, each field before and after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from django.core.exceptions import ObjectDoesNotExist

from actors.chronicle.names import Names
from actors.chronicle.tables import Table
from actors.chronicle.versions import Event, Row
from actors.chronicle.wording import both_in_words, field_name, is_text
from reading.differences import Piece, differences, shortened

VERBS: Final = {"insert": "entered", "update": "changed", "delete": "deleted", "came": "came"}
LINKING: Final = {"insert": "put on", "delete": "taken off", "update": "moved", "came": "came"}
# What tells editors nothing: the key, and what an import notes for the next one.
INTERNAL: Final = {"id", "import_digest"}
# In characters: longer texts are folded away where they are not compared.
LONG: Final = 400


@dataclass(frozen=True)
class Field:
    """A field of a row: its value before, and after; None stands for no row at that time."""

    name: str
    before: str | None
    after: str | None
    # Whether it is a text, whose words are compared, rather than a code, a day or a key.
    is_text: bool = True

    @property
    def compared(self) -> bool:
        """Whether there is a value on either side to compare."""
        return self.before is not None and self.after is not None

    @property
    def value(self) -> str:
        """The only value, where nothing is compared."""
        return (self.before if self.after is None else self.after) or ""

    @property
    def is_long(self) -> bool:
        """Whether the only value is better folded away."""
        return len(self.value) > LONG

    @cached_property
    def pieces(self) -> list[Piece]:
        """The difference, of a text word by word."""
        before, after = self.before or "", self.after or ""
        if self.is_text:
            return shortened(differences(before, after))
        between = " " if before and after else ""
        pieces = Piece("gone", before), Piece("same", between), Piece("new", after)
        return [piece for piece in pieces if piece.text]


@dataclass(frozen=True)
class Entry:
    """What happened to one row."""

    table: Table
    label: str
    key: int
    text: str
    fields: list[Field] = field(default_factory=list)
    # Whether nothing tells what the change made of the row.
    is_broken: bool = False
    # The keys of the records to which it belonged, by column.
    row: Row = field(default_factory=dict)

    @property
    def verb(self) -> str:
        """What was done to it."""
        return (LINKING if self.table.is_link else VERBS)[self.label]

    @property
    def sort(self) -> str:
        """What sort of row it is."""
        return self.table.sort


def entries(events: Iterable[Event]) -> list[Entry]:
    """Give what happened, with names for keys; in one query for each model that is named."""
    listed = list(events)
    rows = [(event.table, row) for event in listed for row in (event.before, event.after)]
    names = Names(rows)
    return [entry_of(event, names) for event in listed]


def entry_of(event: Event, names: Names) -> Entry:
    """Give what happened to a row."""
    broken = event.label == "update" and event.after is None
    fields = [] if event.table.is_link and not event.after else _fields(event, names)
    if event.table.is_link and event.label != "update":
        fields = []
    text = called(event.table, event.after or event.row, names)
    return Entry(event.table, event.label, event.key, text, fields, broken, event.row)


def called(table: Table, row: Row, names: Names) -> str:
    """Name a row as it was then."""
    if table.is_link:
        other = table.joins[1]
        return names.told(other.related_model, row[other.attname])
    try:
        text = str(names.instance(table, row))
    except ObjectDoesNotExist:
        text = ""
    return text or f"number {row[table.model._meta.pk.attname]}"


def _fields(event: Event, names: Names) -> list[Field]:
    before, after = event.before, event.after
    if event.label == "update" and after is None:
        return _held(event.table, before, names, gone=True)
    if before is not None and after is not None:
        return _changed(event.table, before, after, names)
    return _held(event.table, before or after, names, gone=after is None)


def _changed(table: Table, before: Row, after: Row, names: Names) -> list[Field]:
    """Give the fields that changed; what is internal only where nothing else did."""
    changed = [field for field in table.fields if before[field.attname] != after[field.attname]]
    telling = [field for field in changed if field.name not in INTERNAL]
    return [
        Field(
            field_name(field),
            *both_in_words(field, before[field.attname], after[field.attname], names),
            is_text=is_text(field),
        )
        for field in telling or changed
    ]


def _held(table: Table, row: Row | None, names: Names, *, gone: bool) -> list[Field]:
    """Give all that a row held."""
    found = []
    for one in table.fields:
        value = row[one.attname] if row else None
        told = both_in_words(one, value, value, names)[0]
        if told and one.name not in INTERNAL:
            found.append(Field(field_name(one), *((told, None) if gone else (None, told))))
    return found
