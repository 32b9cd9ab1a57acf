"""Bringing together what was typed and what others saved, field by field and row by row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from django import forms
from django.forms import BaseInlineFormSet, BaseModelForm
from django.http import QueryDict

from actors.admin.keys import key_of
from actors.admin.meanwhile.places import Place
from actors.admin.meanwhile.report import UNKNOWN, Line, Met
from actors.admin.meanwhile.rows import PostedRow, PostedRows
from actors.admin.meanwhile.seen import Mark
from actors.admin.meanwhile.since import Since
from actors.admin.meanwhile.typed import put, typed
from actors.chronicle.tables import Table, table_of
from actors.chronicle.versions import Row, rows_now

CHOICE: Final = "_choice-"
MINE, THEIRS = "mine", "theirs"

TAKEN = "It is taken over into the form."
SAME = "You typed the same."
JOINED = "Both are put together in the form."
DIFFERS = "The form differs from what is stored."


class Merger:
    """Writes into `data`, a copy of what the form sent; `met` and `lines` tell what it did.

    `marks` and `now` are the states when the form was shown, and now. `answers` has what was chosen
    of the fields that were asked about; None where a choice is missing. `reader` is who is told.
    """

    def __init__(
        self,
        data: QueryDict,
        since: Since,
        marks: Mapping[str, Mark],
        now: Mapping[str, Mark],
        answers: Mapping[str, str | None],
        reader: int | None,
    ) -> None:
        self.data, self.since, self.marks, self.now = data, since, marks, now
        self.answers, self.reader = answers, reader
        self.met: list[Met] = []
        self.lines: list[Line] = []
        # Without a note every field that differs from what is stored is told.
        self.tells_all = False

    def record(self, form: BaseModelForm, place: Place, key: int) -> None:
        """Merge the fields of the record itself."""
        now = rows_now(place.table, [key])[key]
        self._fields(form, place.table, self.since.base(place, key, now) or now, now)

    def links(self, form: BaseModelForm, places: Sequence[Place]) -> None:
        """Merge many-to-many fields: what was put on and taken off by either."""
        for field in form._meta.model._meta.many_to_many:
            table = table_of(field.remote_field.through)
            place = next((one for one in places if one.table is table), None)
            if place and field.name in form.fields:
                self._link(form, field, place)

    def rows(self, formset: BaseInlineFormSet, place: Place, key: int) -> None:
        """Merge the rows of a part."""
        rows = PostedRows(self.data, formset)
        shown, there = {*self.marks[place.name].rows}, {*self.now[place.name].rows}
        posted = {row.key for row in rows.initial if row.key}
        touched = {event.key for event in self.since.events.get(place.name, ())}
        asked = [name for name in self.answers if name.startswith(f"{formset.prefix}-")]
        if not (shown ^ there or touched or posted - there or asked):
            return
        stored = rows_now(place.table, posted | there)
        before = len(self.met)
        for row in rows.initial:
            self._row(row, rows, place, stored.get(row.key or 0) if row.key in there else None)
        for new in sorted(there - shown - posted):
            rows.add(new, stored[new], key)
            self._line(place, new, stored[new], "added it: it is in the form now.")
        moved = rows.write()
        self.met[before:] = [_renamed(met, moved) for met in self.met[before:]]

    def _row(self, row: PostedRow, rows: PostedRows, place: Place, now: Row | None) -> None:
        """Merge one row that the form showed."""
        base = self.since.base(place, row.key or 0, now)
        if now is None:
            self._gone(row, rows, place, base)
        elif base is not None:
            self._fields(row.form, place.table, base, now, (place.table, now))
            if row.is_to_go and base != now:
                rows.keep(row)
                told = (
                    "changed it: it is not marked to be deleted any more. Mark it again if it is."
                )
                self._line(place, row.key or 0, now, told)

    def _gone(self, row: PostedRow, rows: PostedRows, place: Place, base: Row | None) -> None:
        """Drop a row that others deleted; what was typed into it stays, as a new row."""
        if row.is_to_go or (base is not None and not row.is_changed(self.data, base)):
            rows.drop(row)
            told = "deleted it: it is not in the form any more."
        else:
            rows.renew(row)
            told = "deleted it, and you changed it: what you typed is a new row now. "
            told += "Remove that row if it is to stay deleted."
        if base is not None:
            self._line(place, row.key or 0, base, told)

    def _line(self, place: Place, key: int, row: Row, what: str) -> None:
        author = self.since.author(place, key)
        who = author.called(self.reader) if author else "an import, or somebody at the database,"
        self.lines.append(Line((place.table, row), who, what))

    def _fields(
        self,
        form: BaseModelForm,
        table: Table,
        base: Row,
        now: Row,
        part: tuple[Table, Row] | None = None,
    ) -> None:
        columns = {field.name: field for field in table.fields}
        for name, field in form.fields.items():
            if name in columns and not field.disabled and name != table.key:
                self._field(form.add_prefix(name), field, columns[name], base, now, part)

    def _field(
        self,
        name: str,
        field: forms.Field,
        column: Any,  # noqa: ANN401, any field of a model
        base: Row,
        now: Row,
        part: tuple[Table, Row] | None,
    ) -> None:
        was, stored = base[column.attname], now[column.attname]
        if self.answers.get(name) == THEIRS:
            put(self.data, name, field, was)
        mine = typed(self.data, name, field)
        is_other = field.has_changed(stored, mine)
        if was == stored:
            self._unmoved(name, field, column, stored, mine, part, is_other=is_other)
            return
        outcome, question = "", ""
        if not field.has_changed(was, mine):
            put(self.data, name, field, stored)
            outcome = TAKEN
        elif is_other:
            question = name
        else:
            outcome = SAME
        self.met.append(Met(name, column, field, was, stored, mine, outcome, question, part))

    def _unmoved(
        self,
        name: str,
        field: forms.Field,
        column: Any,  # noqa: ANN401, any field of a model
        stored: Any,  # noqa: ANN401, any field's
        mine: Any,  # noqa: ANN401, any field's
        part: tuple[Table, Row] | None,
        *,
        is_other: bool,
    ) -> None:
        """Tell of a field that was asked about and has no answer; nobody changed it further."""
        waits = name in self.answers and self.answers[name] is None
        if is_other and (waits or self.tells_all):
            question, outcome = (name, "") if waits else ("", DIFFERS)
            met = Met(name, column, field, UNKNOWN, stored, mine, outcome, question, part)
            self.met.append(met)

    def _link(self, form: BaseModelForm, field: Any, place: Place) -> None:  # noqa: ANN401, a many-to-many field
        name = form.add_prefix(field.name)
        shown, there = list(self.marks[place.name].rows), list(self.now[place.name].rows)
        if {*shown} == {*there}:
            return
        mine = self.data.getlist(name)
        off, on = {*shown} - {*there}, {*there} - {*shown}
        kept = [one for one in mine if key_of(one) not in off]
        further = [str(one) for one in there if one in on and str(one) not in kept]
        self.data.setlist(name, [*kept, *further])
        self.met.append(Met(name, field, form.fields[field.name], shown, there, mine, JOINED))


def _renamed(met: Met, moved: Mapping[str, str]) -> Met:
    """Let a question follow its row, which may have another number now."""
    row, dash, name = met.question.rpartition("-")
    return replace(met, question=f"{moved[row]}{dash}{name}") if met.question else met
