"""Form fields of a search: a line of text, and several values of one filter."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from reading.problems import refused
from reading.text import readable

MOST_VALUES = 20
LONGEST_NAME = 300


@dataclass(frozen=True)
class Choice:
    """A value as it stands in the address, and as it is said."""

    value: str
    label: str


class LineField(forms.CharField):
    """One line of text that can be read."""

    def __init__(self, *, longest: int, **kwargs: Any) -> None:
        super().__init__(required=kwargs.pop("required", False), **kwargs)
        self.longest = longest

    def to_python(self, value: object) -> str:
        """Give the text with single spaces; raise ValidationError if it cannot be taken."""
        return readable(str(value or ""), self.longest)


class WordsField(LineField):
    """Words to search for: at least one letter or digit."""

    def to_python(self, value: object) -> str:
        """Give the words; raise ValidationError where there is none among the signs."""
        text = super().to_python(value)
        if text and not any(sign.isalnum() for sign in text):
            raise refused("There is no word in “%(value)s” to search for.", text)
        return text


class AllValues(forms.Widget):
    """Reads every value that is given under the field's name."""

    def value_from_datadict(
        self, data: Mapping[str, Any], files: Mapping[str, Any], name: str
    ) -> list[str]:
        """Give the values as typed, without the empty ones."""
        values: Sequence[str] = getattr(data, "getlist", lambda _: [])(name)
        return [value for value in values if value.strip()]


class SeveralField(forms.Field):
    """A filter that may be given more than once; subclasses say what a value means."""

    widget = AllValues
    shape = "names"
    takes_several = True

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=kwargs.pop("required", False), **kwargs)

    def meaning(self, text: str) -> Any:  # noqa: ANN401, each subclass has its own
        """Give what the text means, or raise ValidationError."""
        raise NotImplementedError

    def choice(self, item: Any) -> Choice:  # noqa: ANN401, each subclass has its own
        """Say an item as `meaning` gives it."""
        raise NotImplementedError

    def offers(self) -> list[Choice]:
        """Give the values that a page offers to choose from."""
        return []

    def clean(self, value: list[str] | None) -> list[Any]:
        """Give the items that are meant, each once; raise ValidationError with all that fail."""
        if len(texts := value or []) > MOST_VALUES:
            raise ValidationError(f"At most {MOST_VALUES} values can be taken here.")
        items, errors = [], []
        for text in texts:
            try:
                items.append(self.meaning(readable(text, LONGEST_NAME)))
            except ValidationError as error:
                errors.append(error)
        if errors:
            raise ValidationError(errors)
        return list(dict.fromkeys(items))


class CodesField(SeveralField):
    """Values out of a list of codes with labels."""

    shape = "ticks"

    def __init__(
        self,
        *,
        known: Callable[[], Mapping[str, str]],
        shape: str = "ticks",
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self._known = known
        self.shape = shape

    @cached_property
    def known(self) -> Mapping[str, str]:
        """The codes with their labels, asked for when they are first needed."""
        return self._known()

    def meaning(self, text: str) -> str:
        """Give the code, whatever its case."""
        by_name = {code.casefold(): code for code in self.known}
        if code := by_name.get(text.casefold()):
            return code
        raise refused("“%(value)s” is not one of the choices.", text, self._alike(text))

    def choice(self, item: str) -> Choice:
        """Say a code by its label."""
        return Choice(item, self.known.get(item, item))

    def offers(self) -> list[Choice]:
        """Give all codes."""
        return [Choice(code, label) for code, label in self.known.items()]

    def _alike(self, text: str) -> dict[str, str]:
        by_label = {label.casefold(): code for code, label in self.known.items()}
        by_label |= {code.casefold(): code for code in self.known}
        near = get_close_matches(text.casefold(), by_label, n=3)
        return {by_label[found]: self.known[by_label[found]] for found in near}
