"""Imprecise dates in a form."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from dates.edtf import EDTFError, ImpreciseDate, parse

HELP_TEXT = (
    "As precise as the source: 2022-02-20, 2022-02 or 2022. "
    "Add ? if uncertain, ~ if approximate. Put / between first and last day."
)


class EDTFFormField(forms.CharField):
    """One line of EDTF; cleans to an `ImpreciseDate`, or to None where nothing is written."""

    def __init__(self, **kwargs: Any) -> None:
        """Take what a CharField takes; where no help text is given, say how dates are written."""
        kwargs["help_text"] = kwargs.get("help_text") or HELP_TEXT
        super().__init__(**kwargs)

    def to_python(self, value: object) -> ImpreciseDate | None:  # type: ignore[override]
        """Read the text; raise ValidationError, in the words of EDTFError, if it is no date."""
        if value is None or isinstance(value, ImpreciseDate):
            return value
        text = str(value).strip()
        try:
            return parse(text) if text else None
        except EDTFError as error:
            raise ValidationError(str(error), code="invalid") from error

    def prepare_value(self, value: object) -> object:
        """Show a date as its text, and what was typed as it was typed."""
        return value.text if isinstance(value, ImpreciseDate) else value

    def has_changed(self, initial: object, data: object) -> bool:
        """Tell whether another text is written; white space around it counts for nothing."""
        return not self.disabled and _bare_text(initial) != _bare_text(data)


def _bare_text(value: object) -> str:
    return "" if value is None else str(value).strip()
