"""Choices that are looked up as one types, with labels that tell homonyms apart.

Django's own widget fetches the label of what is chosen in a query of its own for each row of an
inline, and fails on a chosen value that is no key.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from django import forms
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.db import models

from actors.admin.keys import key_of


class Labels:
    """The labels of what is chosen in one field of one or many forms, fetched in one query."""

    def __init__(self, widget: "Choice", forms: Iterable[forms.BaseForm], name: str) -> None:
        self.widget, self.forms, self.name = widget, forms, name

    @cached_property
    def by_key(self) -> dict[str, str]:
        """Fetched when the first form is shown."""
        values = (form[self.name].value() for form in self.forms)
        return self.widget.labels_of({key for value in values for key in _keys(value)})


def _keys(value: object) -> list[str]:
    """Give the keys of what is chosen, of one record or any number."""
    several = value if isinstance(value, list | tuple) else [value]
    return [str(one) for one in several if one]


class Choice(AutocompleteSelect):
    """One record, shown as the desk labels it; `labels` may be shared with other rows."""

    labels: Labels | None = None

    def labels_of(self, values: Iterable[str]) -> dict[str, str]:
        """Give the labels of the records with these keys; what is no key has none."""
        keys = [key for value in values if (key := key_of(value))]
        if not keys:
            return {}
        related: Any = self.admin_site.get_model_admin(self.field.remote_field.model)
        return {str(it.pk): related.choice_label(it) for it in related.for_choices(keys)}

    def optgroups(self, name: str, value: Sequence[str], attr: object = None) -> list[Any]:
        """Give the chosen records as the only options."""
        labels = self.labels.by_key if self.labels else self.labels_of(value)
        chosen = [key for key in value if key in labels]
        empty = not self.is_required and not self.allow_multiple_selected
        options = [self.create_option(name, "", "", False, 0)] if empty else []
        for index, key in enumerate(chosen, len(options)):
            options.append(self.create_option(name, key, labels[key], True, index))
        return [(None, options, 0)]


class Choices(Choice, AutocompleteSelectMultiple):
    """Any number of records."""


def share_labels(forms: Sequence[forms.BaseForm]) -> None:
    """Let all the rows of an inline fetch their labels together."""
    for name in forms[0].fields if forms else ():
        choices = [choice for form in forms if (choice := _choice(form.fields[name]))]
        if choices:
            shared = Labels(choices[0], forms, name)
            for choice in choices:
                choice.labels = shared


def _choice(field: forms.Field) -> Choice | None:
    """Give a field's choice of one record, without the links that the admin puts around it."""
    widget = getattr(field.widget, "widget", field.widget)
    return widget if isinstance(widget, Choice) else None


class ChoicesView(AutocompleteJsonView):
    """Answers the widgets, with the same labels."""

    def serialize_result(self, obj: models.Model, to_field_name: str) -> dict[str, str]:
        """Give the key and the label of a record that was found."""
        related: Any = self.model_admin
        return {"id": str(getattr(obj, to_field_name)), "text": related.choice_label(obj)}
