"""What is told to the second editor: who saved what meanwhile, and what became of each field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.db import models

from actors.admin.keys import key_of
from actors.admin.meanwhile.since import Saving
from actors.admin.meanwhile.typed import understood
from actors.chronicle.names import Key, Names
from actors.chronicle.tables import Table
from actors.chronicle.versions import Row
from actors.chronicle.wording import in_words, is_text, plainly
from reading.differences import Piece, differences, shortened

# Where the value when the form was opened is not known any more.
UNKNOWN: Any = object()


@dataclass(frozen=True)
class Met:
    """A field that others changed, with its three values; the last is as the browser sent it.

    `question` is the name of the choice that has to be made, where one has. `part` is the row of a
    part in which the field stands.
    """

    name: str
    model_field: models.Field[Any, Any]
    form_field: forms.Field
    base: Any
    theirs: Any
    mine: Any
    outcome: str = ""
    question: str = ""
    part: tuple[Table, Row] | None = None

    def named(self) -> list[Key]:
        """Give the keys that the values name."""
        target = self.target
        values = [self.base, self.theirs, self.mine] if target else []
        flat = [one for value in values for one in (value if isinstance(value, list) else [value])]
        return [(target, key) for one in flat if one is not UNKNOWN and (key := key_of(one))]

    @property
    def target(self) -> Any:  # noqa: ANN401, a model or nothing
        """The model that the field names, if it does."""
        return self.model_field.related_model if self.model_field.is_relation else None


@dataclass(frozen=True)
class Told:
    """A field as the page shows it: what others made of it, and what was typed."""

    label: str
    base: str | None
    theirs: list[Piece]
    mine: list[Piece]
    outcome: str
    question: str
    # Whether what was typed is what was there: then it need not be told twice.
    is_untouched: bool


@dataclass(frozen=True)
class Line:
    """What happened to a row of a part, in words around its name."""

    row: tuple[Table, Row]
    who: str
    what: str


@dataclass(frozen=True)
class Report:
    """All that is told. `why` is said first, where it is not that others saved."""

    savings: Sequence[Saving] = ()
    reader: int | None = None
    why: str = ""
    met: list[Met] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    @property
    def questions(self) -> list[str]:
        """The names of the fields of which one of two values has to be chosen."""
        return [one.question for one in self.met if one.question]

    @property
    def who(self) -> str:
        """Name those who saved, each once."""
        names = dict.fromkeys(saving.author.called(self.reader) for saving in self.savings)
        return " and ".join(_windowed(name) for name in names)

    def in_words(self) -> tuple[list[Told], list[tuple[str, str, str, str]]]:
        """Give fields and rows in words; names are fetched in one query for each model."""
        rows = [met.part for met in self.met if met.part] + [line.row for line in self.lines]
        names = Names(rows, [key for met in self.met for key in met.named()])
        told = [_told(met, names) for met in self.met]
        lines = [
            (line.row[0].sort, _called(line.row, names), line.who, line.what) for line in self.lines
        ]
        return told, lines


def _windowed(name: str) -> str:
    return "you, in another window," if name == "you" else name


def _called(row: tuple[Table, Row], names: Names) -> str:
    from actors.chronicle.entries import called

    return called(*row, names)


def _told(met: Met, names: Names) -> Told:
    base = None if met.base is UNKNOWN else _value(met, met.base, names)
    theirs, mine = _value(met, met.theirs, names), _typed(met, names)
    part = f" of {met.part[0].sort} {_called(met.part, names)}" if met.part else ""
    return Told(
        f"{met.form_field.label or met.name}{part}",
        base,
        _pieces(met, base, theirs),
        _pieces(met, base, mine),
        met.outcome,
        met.question,
        base == mine,
    )


def _value(met: Met, value: Any, names: Names) -> str:  # noqa: ANN401, any field's
    if met.target and isinstance(value, list):
        return ", ".join(names.told(met.target, key) for key in value)
    return in_words(met.model_field, value, names)


def _typed(met: Met, names: Names) -> str:
    if met.target and isinstance(met.mine, list):
        keys = [(one, key_of(one)) for one in met.mine]
        return ", ".join(names.told(met.target, key) if key else str(one) for one, key in keys)
    value = understood(met.form_field, met.mine)
    if met.target and not isinstance(value, int):
        return plainly(value) if value else ""
    return in_words(met.model_field, value, names)


def _pieces(met: Met, base: str | None, value: str) -> list[Piece]:
    """Give a value, marked with how it differs from what was there when the form was opened."""
    if base is None or not is_text(met.model_field):
        return [Piece("same", value)] if value else []
    return shortened(differences(base, value))
