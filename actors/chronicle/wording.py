"""Values of fields as people read them. Nothing here is markup: templates escape it."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django.db import models
from django.utils import timezone

from actors.chronicle.names import Names
from dates.edtf import ImpreciseDate, for_people

NO_NAMES = Names([])


def in_words(field: models.Field[Any, Any], value: Any, names: Names = NO_NAMES) -> str:  # noqa: ANN401, any field's
    """Give a value of a field; nothing for an empty one."""
    if value is None or value == "" or value == []:
        return ""
    if isinstance(field, models.ForeignKey):
        return names.told(field.related_model, value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return plainly(value)


def both_in_words(
    field: models.Field[Any, Any],
    before: Any,  # noqa: ANN401, any field's
    after: Any,  # noqa: ANN401, any field's
    names: Names = NO_NAMES,
) -> tuple[str, str]:
    """Give two values; as they are stored, where words would not tell them apart."""
    told = in_words(field, before, names), in_words(field, after, names)
    if told[0] == told[1] and before != after:
        return str(before), str(after)
    return told


def plainly(value: Any) -> str:  # noqa: ANN401, any field's
    """Give a value that is no key and no code."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, ImpreciseDate):
        return for_people(value)
    if isinstance(value, list | tuple):
        return ", ".join(plainly(one) for one in value)
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%Y-%m-%d %H:%M:%S}"
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)


def field_name(field: models.Field[Any, Any]) -> str:
    """Give what a field is called, as a form labels it."""
    name = str(field.verbose_name)
    return name[:1].upper() + name[1:]


def is_text(field: models.Field[Any, Any]) -> bool:
    """Tell whether a field holds words, rather than a code, a date or a key."""
    wordy = isinstance(field, models.CharField | models.TextField)
    return wordy and not field.choices and not hasattr(field, "from_db_value")
