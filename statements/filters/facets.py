"""What facets offer to choose from: values with how many results each has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pyroaring import BitMap

from actors.choosing import ActorsField
from reading.fields import Choice, SeveralField
from statements.filters.fields import TopicsField
from statements.postings.counting import Counts, all_counts, top_counts
from statements.postings.index import Sets

MOST_OFFERED = 10


@dataclass(frozen=True)
class Facet:
    """A facet of a search: its field, what is chosen, and the records that are counted.

    `by_size` has the records of each value, beginning with the value that most records have.
    """

    field: SeveralField
    chosen: Iterable[Any]
    among: BitMap
    by_size: Sets

    def counts(self) -> Counts:
        """Count the values that are chosen, and then those that most of the records have.

        Of topics all are counted: which ones are shown depends on where they stand in the tree.
        """
        if isinstance(self.field, TopicsField):
            return all_counts(self.among, self.by_size)
        chosen = {
            key: self.among.intersection_cardinality(self.by_size.get(key, BitMap()))
            for key in map(self.field.key, self.chosen)
        }
        return chosen | top_counts(self.among, self.by_size, MOST_OFFERED)

    def choices(self, counts: Counts, names: Mapping[Any, Choice]) -> list[Choice]:
        """Say the counted values by the names of actors, or as the field does."""
        if isinstance(self.field, TopicsField):
            return self.field.tree(counts, self.chosen)
        if not isinstance(self.field, ActorsField):
            names = self.field.named(counts)
        own = set(map(self.field.key, self.chosen))
        return [
            replace(names[key], count=count, chosen=key in own)
            for key, count in counts.items()
            if key in names
        ]


def without_counts(offers: Mapping[str, list[Choice]]) -> dict[str, list[Choice]]:
    """Give what facets offer without numbers."""
    return {
        name: [
            replace(choice, count=None, below=without_counts({name: choice.below})[name])
            for choice in choices
        ]
        for name, choices in offers.items()
    }


def offers_of(facets: Mapping[str, Facet]) -> dict[str, list[Choice]]:
    """Give what each facet offers; the names of all actors are asked for at once."""
    counts = {name: facet.counts() for name, facet in facets.items()}
    of_actors = [name for name, facet in facets.items() if isinstance(facet.field, ActorsField)]
    names = ActorsField().named({key for name in of_actors for key in counts[name]})
    return {name: facet.choices(counts[name], names) for name, facet in facets.items()}
