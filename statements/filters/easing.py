"""How many records there are without each filter of a search that leaves none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import django_filters
from django import forms

from reading.controls import PRESENTATION, choices_of
from reading.easing import Eased
from statements.filters.keeping import FacetFilter, facet_of, kept_by
from statements.postings.selection import Selection


@dataclass(frozen=True)
class Easing:
    """A search of a valid form, and what each of its filters leaves."""

    selection: Selection
    form: forms.Form
    filters: Mapping[str, django_filters.Filter]

    def ways(self) -> list[Eased]:
        """Give the filters without which, alone, there are records; no row is read for it.

        Of a filter that asks for all of its values each value is one.
        """
        asked = self.form.cleaned_data
        given = [name for name in self.filters if asked.get(name) and name not in PRESENTATION]
        ways = [way for name in given for way in self._ways(name)]
        return [way for way in ways if way.count]

    def _ways(self, name: str) -> Iterator[Eased]:
        choices, one = choices_of(self.form, name), self.filters[name]
        items: Sequence[Any] = self.form.cleaned_data[name]
        if not (isinstance(one, FacetFilter) and one.every):
            yield self._way(name, ", ".join(choice.label for choice in choices), [], [])
            return
        for place, choice in enumerate(choices):
            rest = [other.value for other in choices if other is not choice]
            yield self._way(name, choice.label, [*items[:place], *items[place + 1 :]], rest)

    def _way(self, name: str, gone: str, left: list[Any], values: list[str]) -> Eased:
        label = f"{self.form.fields[name].label}: {gone}"
        return Eased(label, {name: values}, self._count(name, left))

    def _count(self, name: str, left: list[Any]) -> int:
        """Count the records where nothing but these items is left of a filter."""
        facet = facet_of(name)
        asked = {one: self.form.cleaned_data[one] for one in self.filters if facet_of(one) == facet}
        kept = kept_by(self.selection.index, self.form, self.filters, {**asked, name: left})
        others = {one: ids for one, ids in self.selection.kept.items() if one != facet}
        return len(Selection(self.selection.index, {**others, **kept}).ids)
