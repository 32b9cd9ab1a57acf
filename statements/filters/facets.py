"""What facets offer to choose from: values with how many results each has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

import django_filters
from django import forms
from pyroaring import BitMap

from actors.choosing import ActorsField
from reading.fields import Choice, SeveralField
from statements.filters.fields import TopicsField
from statements.filters.keeping import FacetFilter
from statements.filters.names import actor_names, topic_tree
from statements.postings.counting import Counts, Value, counts_of, top_counts
from statements.postings.index import Index
from statements.postings.selection import Selection

MOST_OFFERED = 10


@dataclass(frozen=True)
class Facet:
    """A facet of a search: its field, what is chosen, and which records of an index are counted.

    `name` is that of the facet in the index.
    """

    name: str
    field: SeveralField
    chosen: Sequence[Any]
    index: Index
    among: BitMap

    def counts(self) -> Counts:
        """Count the values that are chosen, and then those that most of the records have."""
        chosen = map(self.field.key, self.chosen)
        most = top_counts(self.among, self.index.groups(self.name), MOST_OFFERED)
        return self._counted(chosen) | most

    def choices(self, counts: Counts, names: Mapping[Any, Choice]) -> list[Choice]:
        """Say the counted values by the names of actors, or as the field does."""
        if not isinstance(self.field, ActorsField):
            names = self.field.named(counts)
        own = set(map(self.field.key, self.chosen))
        return [
            replace(names[key], count=count, chosen=key in own)
            for key, count in counts.items()
            if key in names
        ]

    def _counted(self, values: Iterable[Value]) -> Counts:
        return counts_of(values, self.among, self.index.facets[self.name])


@dataclass(frozen=True)
class TopicsFacet(Facet):
    """A facet of topics: those are counted that can be seen in the tree."""

    def counts(self) -> Counts:
        """Count the topics in sight."""
        return self._counted(topic_tree(self.index).in_sight(self._ids))

    def choices(self, counts: Counts, names: Mapping[Any, Choice]) -> list[Choice]:
        """Give the branches of the tree."""
        return topic_tree(self.index).choices(counts, self._ids)

    @property
    def _ids(self) -> set[int]:
        return {topic.pk for topic in self.chosen}


def facets_of(
    selection: Selection, form: forms.Form, filters: Mapping[str, django_filters.Filter]
) -> dict[str, Facet]:
    """Give the facets of a valid form; each counts what the other filters leave."""
    facets = {}
    for name, one in filters.items():
        if isinstance(one, FacetFilter):
            field = cast("SeveralField", form.fields[name])
            kind = TopicsFacet if isinstance(field, TopicsField) else Facet
            among = selection.without(None if one.every else name)
            facets[name] = kind(name, field, form.cleaned_data[name], selection.index, among)
    return facets


def without_counts(offers: Mapping[str, list[Choice]]) -> dict[str, list[Choice]]:
    """Give what facets offer without numbers."""
    return {
        name: [
            replace(choice, count=None, below=without_counts({name: choice.below})[name])
            for choice in choices
        ]
        for name, choices in offers.items()
    }


def offers_of(index: Index, facets: Mapping[str, Facet]) -> dict[str, list[Choice]]:
    """Give what each facet offers; the names of all actors are asked for at once."""
    counts = {name: facet.counts() for name, facet in facets.items()}
    of_actors = [name for name, facet in facets.items() if isinstance(facet.field, ActorsField)]
    names = actor_names(index, {key for name in of_actors for key in counts[name]})
    return {name: facet.choices(counts[name], names) for name, facet in facets.items()}
