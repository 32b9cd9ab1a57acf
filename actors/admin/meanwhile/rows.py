"""The rows of a part of a form, as the browser sent them: which are kept, dropped and added."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import cast

from django.db.models import Model
from django.forms import BaseInlineFormSet, BaseModelForm
from django.forms.formsets import DELETION_FIELD_NAME, INITIAL_FORM_COUNT, TOTAL_FORM_COUNT
from django.http import QueryDict

from actors.admin.keys import key_of
from actors.admin.meanwhile.typed import put, typed
from actors.chronicle.versions import Row

NUMBER = re.compile(r"0|[1-9][0-9]{0,4}")

Values = dict[str, list[str]]
"""What was sent of a row, by the name of the field within the row."""


@dataclass
class PostedRow:
    """A row that the form showed; `key` is None where what was sent is no key."""

    form: BaseModelForm
    key: int | None
    values: Values
    is_to_go: bool = False

    def is_changed(self, data: QueryDict, base: Row) -> bool:
        """Tell whether anything was typed into it."""
        columns = {one.name: one.attname for one in self.form._meta.model._meta.concrete_fields}
        return any(
            one.has_changed(base[columns[name]], typed(data, self.form.add_prefix(name), one))
            for name, one in self.form.fields.items()
            if name in columns and columns[name] in base and not one.widget.is_hidden
        )


@dataclass
class PostedRows:
    """The rows of a formset, taken from what was sent and written back to it."""

    data: QueryDict
    formset: BaseInlineFormSet
    initial: list[PostedRow] = field(init=False)
    extra: list[Values] = field(init=False)

    def __post_init__(self) -> None:
        found = self._values()
        bound = self.formset.forms
        count = min(self.formset.initial_form_count(), len(bound)) if bound else 0
        self.initial = [self._initial(bound[at], found[at]) for at in range(count)]
        self.extra = [found[at] for at in range(count, len(bound))]
        self._kept = list(self.initial)
        self._added: list[tuple[int, Row, int]] = []

    def drop(self, row: PostedRow) -> None:
        """Leave the row out."""
        self._kept.remove(row)

    def renew(self, row: PostedRow) -> None:
        """Make a new row of it."""
        self.drop(row)
        values = {name: sent for name, sent in self._now(row).items() if name != self._pk}
        self.extra.append(values)

    def keep(self, row: PostedRow) -> None:
        """Take back that it is to be deleted."""
        self.data.pop(f"{row.form.prefix}-{DELETION_FIELD_NAME}", None)
        row.is_to_go = False

    def add(self, key: int, row: Row, whole: int) -> None:
        """Show a row that others added to the record `whole`."""
        self._added.append((key, row, whole))

    def write(self) -> dict[str, str]:
        """Write all rows back, numbered anew; give the new prefix of each that the form showed."""
        values = [self._now(row) for row in self._kept]
        extra = list(self.extra)
        for name in [name for name in self.data if self._place(name) is not None]:
            del self.data[name]
        count = len(values) + len(self._added)
        for at, sent in [*enumerate(values), *enumerate(extra, count)]:
            for name, several in sent.items():
                self.data.setlist(f"{self.formset.prefix}-{at}-{name}", several)
        for at, (key, row, whole) in enumerate(self._added, len(values)):
            self._fill(at, key, row, whole)
        prefix = self.formset.prefix
        self.data[f"{prefix}-{INITIAL_FORM_COUNT}"] = str(count)
        self.data[f"{prefix}-{TOTAL_FORM_COUNT}"] = str(count + len(extra))
        return {str(row.form.prefix): f"{prefix}-{at}" for at, row in enumerate(self._kept)}

    @property
    def _pk(self) -> str:
        return str(self._model._meta.pk.name)

    @property
    def _model(self) -> type[Model]:
        return cast(type[Model], self.formset.model)

    def _fill(self, at: int, key: int, row: Row, whole: int) -> None:
        prefix = f"{self.formset.prefix}-{at}"
        columns = {one.name: one.attname for one in self._model._meta.concrete_fields}
        for name, one in self.formset.empty_form.fields.items():
            if name in columns and columns[name] in row:
                put(self.data, f"{prefix}-{name}", one, row[columns[name]])
        self.data[f"{prefix}-{self._pk}"] = str(key)
        self.data[f"{prefix}-{self.formset.fk.name}"] = str(whole)

    def _initial(self, form: BaseModelForm, values: Values) -> PostedRow:
        key = key_of(next(iter(values.get(self._pk, [])), ""))
        return PostedRow(form, key, values, DELETION_FIELD_NAME in values)

    def _now(self, row: PostedRow) -> Values:
        """Give what the row holds after its fields were merged."""
        start = f"{row.form.prefix}-"
        names = [name for name in self.data if name.startswith(start)]
        return {name.removeprefix(start): self.data.getlist(name) for name in names}

    def _values(self) -> dict[int, Values]:
        found: dict[int, Values] = defaultdict(dict)
        for name in self.data:
            if (at := self._place(name)) is not None:
                field_name = name.removeprefix(f"{self.formset.prefix}-{at}-")
                found[at][field_name] = self.data.getlist(name)
        return found

    def _place(self, name: str) -> int | None:
        """Give the number of the row to which a name belongs."""
        start = f"{self.formset.prefix}-"
        if not name.startswith(start):
            return None
        number, dash, _ = name.removeprefix(start).partition("-")
        return int(number) if dash and NUMBER.fullmatch(number) else None
