"""What is typed into a form, as the browser sent it: reading it, and writing something else."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.http import QueryDict

from actors.admin.keys import key_of


def typed(data: QueryDict, name: str, field: forms.Field) -> Any:  # noqa: ANN401, any widget's
    """Give what a field holds, as its widget reads it."""
    return field.widget.value_from_datadict(data, {}, name)


def put(data: QueryDict, name: str, field: forms.Field, value: Any) -> None:  # noqa: ANN401, any field's
    """Write a value of the database into a field, as a browser would send it."""
    shown = field.prepare_value(value)
    widget = _bare(field.widget)
    if isinstance(widget, forms.MultiWidget):
        values = widget.decompress(shown) or []
        for suffix, part, one in zip(_suffixes(widget), widget.widgets, values, strict=False):
            data[name + suffix] = _text(part, one)
    elif isinstance(widget, forms.CheckboxInput):
        data.pop(name, None)
        if shown:
            data[name] = "on"
    elif isinstance(shown, list | tuple):
        data.setlist(name, [str(one) for one in shown])
    else:
        data[name] = _text(widget, shown)


def understood(field: forms.Field, value: Any) -> Any:  # noqa: ANN401, any field's
    """Give what is typed as the field understands it; as it is typed where it does not."""
    if isinstance(field, forms.ModelChoiceField):
        return key_of(value) or value
    try:
        return field.to_python(value)
    except ValidationError:
        return value


def _suffixes(widget: forms.MultiWidget) -> list[str]:
    names: list[str] = widget.widgets_names  # type: ignore[attr-defined]  # not in the stubs
    return names


def _bare(widget: forms.Widget) -> forms.Widget:
    return widget.widget if isinstance(widget, RelatedFieldWidgetWrapper) else widget


def _text(widget: forms.Widget, value: Any) -> str:  # noqa: ANN401, any field's
    if value is None:
        return ""
    shown = widget.format_value(value)
    return str(value) if isinstance(shown, list) or shown is None else str(shown)
