"""What a facet offers to choose from: values with how many results each has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from pyroaring import BitMap

from reading.fields import Choice, SeveralField
from statements.filters.fields import TopicsField
from statements.postings.counting import all_counts, top_counts
from statements.postings.index import Sets

MOST_OFFERED = 10


def facet(field: SeveralField, chosen: Iterable[Any], among: BitMap, by_size: Sets) -> list[Choice]:
    """Give the values that are chosen, and those that most of the records have, with counts."""
    if isinstance(field, TopicsField):
        return field.tree(all_counts(among, by_size), chosen)
    counts = dict.fromkeys(map(field.key, chosen), 0)
    counts |= {key: among.intersection_cardinality(by_size.get(key, BitMap())) for key in counts}
    own = set(counts)
    counts |= top_counts(among, by_size, MOST_OFFERED)
    named = field.named(counts)
    return [
        replace(named[key], count=count, chosen=key in own)
        for key, count in counts.items()
        if key in named
    ]
