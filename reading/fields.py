"""Form fields of a search: a line of text, and several values of one filter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model

from reading.problems import refused
from reading.shown import Shown
from reading.text import readable

MOST_VALUES = 20
# To look for what may be meant takes a query for each value that is refused.
MOST_SUGGESTED = 3
# So many codes are told where one is given that is none of them.
FEW = 12
LONGEST_NAME = 300


@dataclass(frozen=True)
class Choice(Shown):
    """A value as it stands in the address, and as it is said.

    `count` is how many results have it, where that is known; `below` are the values under it;
    `chosen` tells of a value among others whether it is applied.
    """

    value: str
    label: str
    count: int | None = None
    below: list[Choice] = field(default_factory=list)
    chosen: bool = False

    @property
    def number(self) -> str:
        """The count as it is written."""
        return "" if self.count is None else f"{self.count:,}"


class WordsField(forms.CharField):
    """Words to search for: one line with at least one letter or digit.

    `most_words` bounds how many words there may be. Whoever knows what is searched sets
    `too_common`, which tells of a text whether it is nothing but words that no search looks for.
    """

    def __init__(
        self,
        *,
        longest: int,
        most_words: int | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(required=kwargs.pop("required", False), **kwargs)
        self.longest = longest
        self.most_words = most_words
        self.too_common: Callable[[str], bool] | None = None

    def to_python(self, value: object) -> str:
        """Give the text with single spaces; raise ValidationError if it cannot be searched for."""
        text = readable(str(value or ""), self.longest)
        if text and not any(sign.isalnum() for sign in text):
            raise refused("There is no word in “%(value)s” to search for.", text)
        self._refuse_too_many(text.split())
        if text and self.too_common and self.too_common(text):
            raise refused("“%(value)s” is only very common words; give other words too.", text)
        return text

    def _refuse_too_many(self, words: list[str]) -> None:
        number = len(words)
        if self.most_words is not None and number > self.most_words:
            raise ValidationError(
                "These are %(number)d words; at most %(most)d can be taken here.",
                code="too_many_words",
                params={"number": number, "most": self.most_words},
            )


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
    shape = "facet"
    # The name of the address that gives what may be meant by what was typed so far.
    suggestions = ""
    takes_names = True
    takes_several = True
    most_values = MOST_VALUES

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=kwargs.pop("required", False), **kwargs)

    def meaning(self, text: str, *, suggest: bool = True) -> Any:  # noqa: ANN401, each subclass has its own
        """Give what the text means, or raise ValidationError, which may suggest what is meant."""
        raise NotImplementedError

    def choice(self, item: Any) -> Choice:  # noqa: ANN401, each subclass has its own
        """Say an item as `meaning` gives it."""
        raise NotImplementedError

    def key(self, item: Any) -> int | str:  # noqa: ANN401, each subclass has its own
        """Give what stands for an item in postings: the id of a record, or a code itself."""
        return item.pk if isinstance(item, Model) else str(item)

    def named(self, keys: Iterable[int | str]) -> Mapping[int | str, Choice]:
        """Say the items that have these keys; one that is gone meanwhile is left out."""
        return {key: self.choice(key) for key in keys}

    def offers(self) -> list[Choice]:
        """Give the values that a page offers to choose from."""
        return []

    def clean(self, value: list[str] | None) -> list[Any]:
        """Give the items that are meant, each once; raise ValidationError with all that fail."""
        if len(texts := value or []) > self.most_values:
            raise ValidationError(f"At most {self.most_values} values can be taken here.")
        items: list[Any] = []
        errors: list[ValidationError] = []
        for text in dict.fromkeys(texts):
            suggest = len(errors) < MOST_SUGGESTED
            try:
                items.append(self.meaning(readable(text, LONGEST_NAME), suggest=suggest))
            except ValidationError as error:
                errors.append(error)
        if errors:
            raise ValidationError(errors)
        return list(dict.fromkeys(items))


class CodesField(SeveralField):
    """Values out of a list of codes with labels."""

    shape = "ticks"
    takes_names = False

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

    def meaning(self, text: str, *, suggest: bool = True) -> str:
        """Give the code, by itself or by its label, whatever the case."""
        by_name = {label.casefold(): code for code, label in self.known.items()}
        by_name |= {code.casefold(): code for code in self.known}
        if code := by_name.get(text.casefold()):
            return code
        raise self._refusal(text, suggest=suggest)

    def choice(self, item: str) -> Choice:
        """Say a code by its label."""
        return Choice(item, self.known.get(item, item))

    def offers(self) -> list[Choice]:
        """Give all codes."""
        return [Choice(code, label) for code, label in self.known.items()]

    def _refusal(self, text: str, *, suggest: bool) -> ValidationError:
        told = ", ".join(self.known.values()).replace("%", "%%")
        message = "“%(value)s” is not one of the choices" + (f": {told}." if told else ".")
        if len(self.known) > FEW:
            message = "“%(value)s” is not one of the choices."
        return refused(message, text, self._alike(text) if suggest else {})

    def _alike(self, text: str) -> dict[str, str]:
        by_label = {label.casefold(): code for code, label in self.known.items()}
        by_label |= {code.casefold(): code for code in self.known}
        near = get_close_matches(text.casefold(), by_label, n=3)
        return {by_label[found]: self.known[by_label[found]] for found in near}
