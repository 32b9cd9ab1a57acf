"""Imprecise dates in a model: the field, the columns generated from it, and their constraints.

A model writes, and its first migration depends on ("dates", "0001_functions"):

    date = EDTFField(null=True, blank=True)
    date_earliest = earliest_day("date")
    date_latest = latest_day("date")
    date_precision = date_precision("date")

    class Meta:
        constraints = [date_is_sound("date", "thing_date_is_sound")]

The columns are named after the field, as here: constraints and filters count on it.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.expressions import Combinable
from django.db.models.lookups import LessThanOrEqual

from dates.edtf import MAX_LENGTH, EDTFError, ImpreciseDate, Precision, parse
from dates.forms import EDTFFormField

# Django's own class takes no type parameters when it runs.
if TYPE_CHECKING:
    CharField = models.CharField[
        str | datetime.date | ImpreciseDate | Combinable | None, ImpreciseDate | None
    ]
else:
    CharField = models.CharField


class EDTFField(CharField):
    """An imprecise date, kept as its EDTF text and read as `ImpreciseDate`.

    Takes EDTF text, an `ImpreciseDate` or a `datetime.date`, and turns it into an `ImpreciseDate`
    when it is validated or saved. No date is None, in NULL; the empty text is never stored.
    """

    description = "Imprecise date (EDTF)"
    empty_strings_allowed = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what any model field takes; the length is fixed."""
        kwargs["max_length"] = MAX_LENGTH
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        """Leave out the length, which a migration cannot change."""
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, args, kwargs

    def to_python(self, value: object) -> ImpreciseDate | None:
        """Read the value; raise ValidationError, in the words of EDTFError, if it is no date."""
        if value is None or isinstance(value, ImpreciseDate):
            return value
        if value == "":
            return None
        try:
            return parse(str(value))
        except EDTFError as error:
            raise ValidationError(str(error), code="invalid") from error

    def from_db_value(self, value: str | None, *_: object) -> ImpreciseDate | None:
        """Read the stored text; `date_is_sound` keeps any other out of the table."""
        return None if value is None else parse(value)

    def get_prep_value(self, value: object) -> str | None:
        """Give the text to store."""
        date = self.to_python(value)
        return None if date is None else date.text

    def pre_save(self, model_instance: models.Model, add: bool) -> object:
        """Leave on the saved instance what reading it back would give."""
        value = super().pre_save(model_instance, add)
        if not hasattr(value, "resolve_expression"):
            value = self.to_python(value)
            setattr(model_instance, self.attname, value)
        return value

    def run_validators(self, value: object) -> None:
        """Give validators the text: Django's own measure its length."""
        super().run_validators(None if value is None else str(value))

    def value_to_string(self, obj: models.Model) -> str:
        """Give the text for a fixture."""
        return str(self.value_from_object(obj) or "")

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        """Give an `EDTFFormField`, which does not leave the length to the browser."""
        return super().formfield(**{"form_class": EDTFFormField, "max_length": None, **kwargs})


def earliest_day(field_name: str) -> models.GeneratedField:
    """Give the column of the first day that the field's date can mean; NULL without a date."""
    return _generated(_earliest(field_name), models.DateField())


def latest_day(field_name: str) -> models.GeneratedField:
    """Give the column of the last day that the field's date can mean; NULL without a date."""
    return _generated(_latest(field_name), models.DateField())


def date_precision(field_name: str) -> models.GeneratedField:
    """Give the column of the date's `Precision`, as text; NULL without a date."""
    column = models.CharField(max_length=max(map(len, Precision)))
    function = "public.edtf_precision"
    return _generated(Func(F(field_name), function=function, output_field=column), column)


def _earliest(field_name: str) -> Func:
    function = "public.edtf_earliest"
    return Func(F(field_name), function=function, output_field=models.DateField())


def _latest(field_name: str) -> Func:
    function = "public.edtf_latest"
    return Func(F(field_name), function=function, output_field=models.DateField())


def _generated(value: Func, column: models.Field[Any, Any]) -> models.GeneratedField:
    """Give a stored column; `exclude` is only right where Django knows that it may be NULL."""
    return models.GeneratedField(expression=value, output_field=column, db_persist=True, null=True)


def date_is_sound(field_name: str, name: str) -> models.CheckConstraint:
    """Give the constraint, of that name, that the database can read the field's date."""
    earliest, latest = f"{field_name}_earliest", f"{field_name}_latest"
    read = Q(**{f"{earliest}__isnull": False, f"{latest}__isnull": False})
    in_order = Q(**{f"{earliest}__lte": F(latest)})
    return models.CheckConstraint(
        condition=Q(**{f"{field_name}__isnull": True}) | (read & in_order),
        name=name,
        violation_error_code="unsound_date",
        violation_error_message=f"The {_words(field_name)} is not a date that can be read.",
    )


def span_is_sound(start: str, end: str, name: str) -> models.CheckConstraint:
    """Give the constraint, of that name, that `end` is not before `start`.

    The two are names of EDTF fields. Dates that overlap are in order, as they may be the same
    day. So is a span without a start or an end: NULL passes a check.

    The condition reads the dates and not the generated columns, since no form has these, and a
    model form leaves out every constraint with a field that it does not have.
    """
    return models.CheckConstraint(
        condition=LessThanOrEqual(_earliest(start), _latest(end)),
        name=name,
        violation_error_code="end_before_start",
        violation_error_message=f"The {_words(end)} is before the {_words(start)}.",
    )


def _words(field_name: str) -> str:
    return field_name.replace("_", " ")
