"""What a merge would do, before it is done: in numbers, by the first few rows, and in words."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, models

from actors.merging.doubles import doubles
from actors.merging.kinds import Conflict, Kind, kind_of
from actors.merging.relations import Reference, field_words, is_array, references_to

FIRST_FEW = 3

COUNTS = """
SELECT count(*) FILTER (WHERE {column} = %(kept)s), count(*) FILTER (WHERE {column} = %(gone)s)
FROM {table} WHERE {column} IN (%(kept)s, %(gone)s)
"""
DOUBLED = "SELECT count(*) FROM ({doubles}) AS doubled"


@dataclass(frozen=True)
class Hanging:
    """What hangs on the two records by one foreign key, and the first few rows of each."""

    words: str
    on_kept: int
    on_gone: int
    dropped: int
    first_kept: Sequence[Any]
    first_gone: Sequence[Any]

    @property
    def moved(self) -> int:
        """How many rows the merge moves."""
        return self.on_gone - self.dropped


@dataclass(frozen=True)
class Field:
    """One field of both records, as text; `taken` is what the kept one takes over, if anything."""

    words: str
    kept: str
    gone: str
    taken: str

    @property
    def differs(self) -> bool:
        """Whether the two say different things, so that what the one that goes says is lost."""
        return bool(self.gone) and self.kept != self.gone and not self.taken


@dataclass(frozen=True)
class Plan:
    """A merge that is looked at before it is done."""

    kind: Kind
    kept: Any
    gone: Any
    fields: Sequence[Field]
    hanging: Sequence[Hanging]
    conflicts: Sequence[Conflict]
    doubts: Sequence[str]
    new_names: Sequence[str]

    @property
    def sides(self) -> Sequence[tuple[str, Any]]:
        """The two, each with what becomes of it."""
        return [("Kept", self.kept), ("Goes", self.gone)]

    @property
    def moved(self) -> Sequence[Hanging]:
        """What is moved."""
        return [one for one in self.hanging if one.moved]

    @property
    def dropped(self) -> Sequence[Hanging]:
        """What is dropped because the kept one has it already."""
        return [one for one in self.hanging if one.dropped]

    @property
    def taken(self) -> Sequence[Field]:
        """What the kept one takes over."""
        return [one for one in self.fields if one.taken]

    @property
    def lost(self) -> Sequence[Field]:
        """What the kept one says otherwise, so that it goes; the old address leads on."""
        address: Any = self.kind.model._meta.get_field(self.kind.address)
        known = field_words(address)
        return [one for one in self.fields if one.differs and one.words != known]

    @property
    def seen(self) -> str:
        """A digest of all that was shown: another one when something of it has changed."""
        numbers = [(one.words, one.on_kept, one.on_gone, one.dropped) for one in self.hanging]
        shown = (self.kept.pk, self.gone.pk, self.fields, numbers, self.new_names)
        return hashlib.sha256(repr(shown).encode()).hexdigest()


def plan(model: type[models.Model], kept: int, gone: int) -> Plan:
    """Look at a merge of two records, by their keys; ObjectDoesNotExist where one is not there."""
    kind = kind_of(model)
    manager = kind.model._default_manager
    stays, goes = manager.get(pk=kept), manager.get(pk=gone)
    return Plan(
        kind,
        stays,
        goes,
        list(_fields(kind, stays, goes)),
        [_hanging(kind, reference, kept, gone) for reference in references_to(kind.model)],
        kind.conflicts(stays, goes),
        kind.doubts(stays, goes),
        [str(name) for name in kind.names(stays, goes)],
    )


def _fields(kind: Kind, kept: Any, gone: Any) -> Iterator[Field]:  # noqa: ANN401, of the kind
    taken = kind.taken(kept, gone)
    for name in kind.shown:
        field: Any = kind.model._meta.get_field(name)
        new = _shown(field, taken[field.attname]) if field.attname in taken else ""
        yield Field(field_words(field), _said(field, kept), _said(field, gone), new)


def _said(field: Any, record: Any) -> str:  # noqa: ANN401, any field of any kind
    if field.is_relation:
        return str(getattr(record, field.name) or "")
    if field.choices:
        return str(getattr(record, f"get_{field.name}_display")())
    return _shown(field, getattr(record, field.attname))


def _shown(field: Any, value: Any) -> str:  # noqa: ANN401, any field's
    """Give the value of a field as text."""
    if value in (None, "", []):
        return ""
    if field.is_relation:
        return str(field.related_model._default_manager.get(pk=value))
    if is_array(field):
        return ", ".join(value)
    if isinstance(value, bool):
        return "yes" if value else ""
    return str(dict(field.flatchoices).get(value, value))


def _hanging(kind: Kind, reference: Reference, kept: int, gone: int) -> Hanging:
    on_kept, on_gone = _counts(COUNTS, reference, kept, gone)
    dropped = 0
    if on_kept and on_gone and (pairs := doubles(reference, kind.doubled)):
        [dropped] = _counts(DOUBLED.format(doubles=pairs), reference, kept, gone)
    first_kept = _first(reference, kept) if on_kept else []
    first_gone = _first(reference, gone) if on_gone else []
    return Hanging(reference.words, on_kept, on_gone, dropped, first_kept, first_gone)


def _counts(query: str, reference: Reference, kept: int, gone: int) -> tuple[int, ...]:
    names = {"table": reference.table.name, "column": reference.column}
    text = query.format(**names) if query is COUNTS else query
    with connection.cursor() as cursor:
        cursor.execute(text, {"kept": kept, "gone": gone})
        return tuple(cursor.fetchone() or ())


def _first(reference: Reference, key: int) -> list[Any]:
    """Give the first few rows, with what they name."""
    model = reference.field.model
    single = [one.name for one in model._meta.local_fields if one.many_to_one]
    rows = model._default_manager.filter(**{reference.field.attname: key}).order_by("pk")
    return list(rows.select_related(*single)[:FIRST_FEW])
