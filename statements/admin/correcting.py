"""Correcting what readers have seen: a change of it is saved with a note that they see too."""

from typing import Any, Final, cast

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from actors.admin.fields import PlainTextField
from statements.admin.printed import PrintedNameForm
from statements.models import Correction, Statement
from statements.publishing import PUBLISHED

# What readers see of a statement, and so is not changed under their eyes.
SEEN: Final = (
    "document",
    "text",
    "quote_type",
    "language",
    "speaker",
    "speaker_as_printed",
    "attribution_as_printed",
    "date",
    "exchange",
    "translated",
    "translation_of",
)
NOTE: Final = "correction"


class CorrectingForm(PrintedNameForm):
    """A form that asks for a note where what readers have seen is changed."""

    correction = PlainTextField(
        required=False,
        widget=AdminTextareaWidget(attrs={"rows": 2}),
        help_text="Readers have seen this statement. Where you change it, say what was wrong and "
        "why it is right now: the note is published with your change, and the words before stay "
        "readable.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance._state.adding or not self.instance.is_public:
            del self.fields[NOTE]

    def clean(self) -> dict[str, Any] | None:
        """Ask for the note."""
        cleaned = super().clean()
        if (
            NOTE in self.fields
            and not self.cleaned_data.get(NOTE, "").strip()
            and (changed := self._changed())
        ):
            words = f"Readers have seen this: say what you correct ({', '.join(changed)})."
            self.add_error(NOTE, words)
        return cleaned

    def _changed(self) -> list[str]:
        """Name what is changed of what readers have seen, as the form does."""
        labels = [str(self.fields[name].label) for name in SEEN if name in self.changed_data]
        if self._is_published_again:
            labels.append("retracted, and published again")
        return [label.lower() for label in labels]

    @property
    def _is_published_again(self) -> bool:
        status = self.cleaned_data.get("editorial_status")
        return "editorial_status" in self.changed_data and status == PUBLISHED


def correct(form: forms.ModelForm, editor: AbstractBaseUser | AnonymousUser) -> Correction | None:
    """Keep the note of a statement's form, signed, with the words that it replaces."""
    note = form.cleaned_data.get(NOTE, "")
    if not note.strip():
        return None
    before = form.initial["text"] if "text" in form.changed_data else ""
    statement: Statement = form.instance
    return Correction.objects.create(
        statement=statement, note=note, text_before=before, editor_id=cast(int, editor.pk)
    )
