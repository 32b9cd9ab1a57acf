"""Names as printed, where they are required."""

from typing import Any

from django.core.exceptions import ValidationError

from actors.admin.forms import DeskForm
from actors.models import Actor


class PrintedNameForm(DeskForm):
    """A form that takes the name of the actor who is chosen where none is printed."""

    # The field of the name as printed, and of the actor.
    printed: tuple[str, str]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.printed[0] in self.fields:
            self.fields[self.printed[0]].required = False

    def clean(self) -> dict[str, Any] | None:
        """Fill in the name before the record is checked."""
        super().clean()
        name, actor = self.printed
        if not self.cleaned_data.get(name) and not self.has_error(name):
            self.cleaned_data[name] = self._name_of(self.cleaned_data.get(actor))
        return self.cleaned_data

    def _name_of(self, actor: Actor | None) -> str:
        if actor is None:
            words = "Write the name as it is printed, or choose who is meant."
            raise ValidationError({self.printed[0]: ValidationError(words, code="required")})
        return actor.name
