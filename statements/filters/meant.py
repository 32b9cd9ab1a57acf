"""What may be meant by a value that was refused: the same with words behind it, or words alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from dates.guesses import likely
from reading.fields import Choice, SeveralField
from reading.prefixes import Longer, Typed
from reading.problems import offer_first, values_refused
from statements.filters.fields import DayField
from statements.models import Statement

# So many refused names are looked for among those that were printed.
MOST_LOOKED_FOR = 3


def offer_longer_names(form: forms.Form, data: QueryDict, typed: Typed) -> None:
    """Offer, for each value that was refused, the value with words that were typed behind it.

    They are names whose quotation marks are missing. A speaker who is not identified yet is
    offered as words.
    """
    looked_for = 0
    for name, value, error in values_refused(form):
        ways = typed.longer.get((name, value), [])
        others = [one for one in data.getlist(name) if one != value]
        if fitting := _fitting(form.fields[name], ways):
            choice, words = fitting
            offer_first(error, choice.label, {"q": _words(words), name: [*others, choice.value]})
        elif name == "speaker" and looked_for < MOST_LOOKED_FOR:
            looked_for += 1
            for phrase, words in _printed([*ways, Longer(value, data.get("q", ""))]):
                asked = " ".join([*_words(words), phrase])
                offer_first(error, f"the words {phrase}", {"q": [asked], name: others})


def _words(words: str) -> list[str]:
    return [words] if words else []


def _fitting(field: forms.Field, ways: Iterable[Longer]) -> tuple[Choice, str] | None:
    """Give the first of the longer values that the field takes, and the words that are left."""
    for way in ways:
        for choice in _choices(field, way.value):
            return choice, way.words
    return None


def _choices(field: forms.Field, text: str) -> Iterator[Choice]:
    if isinstance(field, DayField):
        yield from (Choice(one, one) for one in likely(text))
    elif isinstance(field, SeveralField):
        try:
            yield field.choice(field.meaning(text, suggest=False))
        except ValidationError:
            return


def _printed(ways: Iterable[Longer]) -> Iterator[tuple[str, str]]:
    """Give as a phrase the first name that was printed of a speaker who is not identified yet."""
    unknown = Statement.objects.public().filter(speaker=None)
    for way in ways:
        phrase = '"{}"'.format(way.value.replace('"', " "))
        named = unknown.filter(speaker_as_printed__icontains=way.value)
        if named.matching(phrase).exists():
            yield phrase, way.words
            return
