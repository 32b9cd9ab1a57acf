"""Choices of records in the rows of a form, fetched for all rows at once."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model

from actors.admin.keys import key_of


class Records:
    """The records that are chosen in one field of many forms, by key."""

    def __init__(self, rows: Sequence[forms.BaseForm], name: str) -> None:
        self.rows, self.name = rows, name

    @cached_property
    def by_key(self) -> Mapping[str, Model]:
        """Fetched when the first row is read, in one query; what is no key has none."""
        field: Any = self.rows[0].fields[self.name]
        keys = {key for row in self.rows for key in _keys(row[self.name].data)}
        return {str(one.pk): one for one in field.queryset.filter(pk__in=keys)} if keys else {}


def _keys(sent: object) -> list[str]:
    several = sent if isinstance(sent, list | tuple) else [sent]
    return [key for one in several if key_of(key := str(one or ""))]


class KnownChoice(forms.ModelChoiceField):
    """One record among those of all rows."""

    records: Records

    def to_python(self, value: object) -> Model | None:
        """Give the record with the key."""
        if value in self.empty_values:
            return None
        try:
            return self.records.by_key[str(value)]
        except KeyError:
            raise ValidationError(
                self.error_messages["invalid_choice"], "invalid_choice", {"value": value}
            ) from None


class KnownChoices(forms.ModelMultipleChoiceField):
    """Any number of records among those of all rows."""

    records: Records

    def clean(self, value: Any) -> Any:  # noqa: ANN401, as Django's own
        """Give the records with the keys."""
        found = self.records.by_key
        for key in value or ():
            if str(key) not in found:
                raise ValidationError(
                    self.error_messages["invalid_choice"], "invalid_choice", {"value": key}
                )
        return [found[str(key)] for key in dict.fromkeys(value or ())]


def share_records(rows: Iterable[forms.BaseForm]) -> None:
    """Let all rows fetch what is chosen in them together."""
    listed = list(rows)
    for name, field in listed[0].fields.items() if listed else ():
        if isinstance(field, KnownChoice | KnownChoices):
            shared = Records(listed, name)
            for row in listed:
                row.fields[name].records = shared  # type: ignore[attr-defined]
