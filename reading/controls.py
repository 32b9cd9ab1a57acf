"""The filters of a list as a page shows them: what can be typed and ticked, and what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.forms import BaseForm, Field
from django.http import QueryDict
from django.urls import reverse

from dates.edtf import ImpreciseDate, for_people
from reading.fields import Choice, SeveralField
from reading.problems import Problem, problems_of
from reading.queries import CURSORS, query, without
from reading.shown import Shown
from reading.text import clipped

PRESENTATION = ("sort", *CURSORS)


@dataclass(frozen=True)
class Control(Shown):
    """One filter: `ticked` values are chosen, `typed` ones stand in a text field."""

    name: str
    label: str
    help_text: str
    shape: str
    suggestions: str = ""
    ticked: list[Choice] = field(default_factory=list)
    offered: list[Choice] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    takes_names: bool = False


@dataclass(frozen=True)
class Chip:
    """A filter that is applied, and the query of the list without it."""

    name: str
    label: str
    value: str
    without: QueryDict

    @property
    def short(self) -> str:
        """The value, short enough for a chip."""
        return clipped(self.value)


def controls_of(form: BaseForm, offers: Mapping[str, list[Choice]]) -> list[Control]:
    """Give the filters of the form in order; `offers` has what the facets among them offer."""
    problems = problems_of(form)
    return [
        _control(
            form, name, [problem for problem in problems if problem.name == name], offers.get(name)
        )
        for name in form.fields
        if name not in PRESENTATION
    ]


def chips_of(form: BaseForm) -> list[Chip]:
    """Give the filters that are applied by a form that is valid."""
    chosen = chosen_by(form)
    return [
        Chip(name, str(form.fields[name].label), choice.label, without(chosen, name, choice.value))
        for name in form.fields
        if name not in PRESENTATION
        for choice in choices_of(form, name)
    ]


def chosen_by(form: BaseForm) -> QueryDict:
    """Give the query that says what the form says, with every name in its lasting form."""
    values: Mapping[str, list[str]] = {
        name: [choice.value for choice in choices_of(form, name)] for name in form.fields
    }
    return query({name: several for name, several in values.items() if name not in CURSORS})


def choices_of(form: BaseForm, name: str) -> list[Choice]:
    """Give the values of a filter as a form has them that is valid there, in their order."""
    value: Any = form.cleaned_data.get(name)
    match form.fields[name], value:
        case _, None | "":
            return []
        case SeveralField() as several, _:
            return [several.choice(item) for item in value]
        case _, ImpreciseDate():
            return [Choice(value.text, for_people(value))]
    return [Choice(value, value)]


def _control(
    form: BaseForm, name: str, problems: list[Problem], offers: list[Choice] | None
) -> Control:
    asked = form.fields[name]
    typed = form[name].value() or []
    texts = [typed] if isinstance(typed, str) else typed
    ticked = _ticked(form, name, texts) if isinstance(asked, SeveralField) else []
    shape = getattr(asked, "shape", "line") if offers is None else "facet"
    return Control(
        name=name,
        label=str(asked.label),
        help_text=str(asked.help_text),
        shape=shape,
        suggestions=_suggestions(asked),
        ticked=ticked,
        offered=_offered(asked, ticked) if offers is None else offers,
        typed=[] if ticked else texts,
        problems=problems,
        takes_names=bool(texts and not ticked) or getattr(asked, "takes_names", False),
    )


def _suggestions(asked: Field) -> str:
    """Give the address that suggests names for a field, where there is one."""
    name = getattr(asked, "suggestions", "")
    return reverse(name) if name else ""


def _ticked(form: BaseForm, name: str, texts: list[str]) -> list[Choice]:
    """Give the chosen values; those that are refused too, where they cannot be typed anew."""
    if name in form.cleaned_data:
        return choices_of(form, name)
    if getattr(form.fields[name], "takes_names", False):
        return []
    return [Choice(text, text) for text in texts]


def _offered(asked: Field, ticked: list[Choice]) -> list[Choice]:
    if not isinstance(asked, SeveralField):
        return []
    values = {choice.value for choice in ticked}
    return [choice for choice in asked.offers() if choice.value not in values]
