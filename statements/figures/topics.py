"""Topics: what some records are about, by how many of them, and over their time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from pyroaring import BitMap

from reading.fields import Choice
from statements.figures.over_time import OverTime, over_time
from statements.filters.names import topic_tree
from statements.postings.counting import top_counts
from statements.postings.index import Index

# Of so many topics it is asked which stand above others.
MOST_LOOKED_AT = 60


def topic_names(index: Index) -> Mapping[int, Choice]:
    """Give the slug and the name of every topic by its id; one query for each index."""
    levels = topic_tree(index).below.values()
    return {pk: choice for level in levels for pk, choice in level.items()}


def frequent_topics(index: Index, among: BitMap, most: int) -> dict[int, int]:
    """Give the topics of most records by id, each with how many are on it or one below it."""
    return cast("dict[int, int]", top_counts(among, index.groups("topic"), most))


def named_topics(index: Index, among: BitMap, most: int) -> list[tuple[Choice, int]]:
    """Give the topics of most records with their names; those of one number in alphabetical order.

    One that is gone meanwhile is left out.
    """
    names, counts = topic_names(index), frequent_topics(index, among, most)
    named = [(names[pk], count) for pk, count in counts.items() if pk in names]
    return sorted(named, key=lambda one: (-one[1], one[0].label))


def main_topics(index: Index, among: BitMap, most: int) -> list[int]:
    """Give the ids of the topics of most records, of which none stands above another.

    Of two that do, the upper one is given: it has all that the lower one has.
    """
    chosen: list[int] = []
    for pk in _upper_first(index, frequent_topics(index, among, MOST_LOOKED_AT)):
        if not topic_tree(index).opened([pk]) & set(chosen):
            chosen.append(pk)
    return chosen[:most]


def topics_over_time(index: Index, among: BitMap, most: int = 5) -> OverTime:
    """Count some records over their time by their main topics, and those on none of these."""
    return over_time(index, among, "topic", main_topics(index, among, most))


def _upper_first(index: Index, counts: Mapping[int, int]) -> Iterable[int]:
    """Order topics by their number; of equal ones those nearer to the top of the tree first."""
    tree = topic_tree(index)
    return sorted(counts, key=lambda pk: (-counts[pk], len(tree.opened([pk])), pk))
