"""Which topics stand beside a topic: on the same statements and exchanges, more than by chance.

The order is that of Jaccard's index: what two topics have together, of all that either has. So
neither the largest topic, which is beside everything, nor one that occurs twice comes first. What
two topics have together no more often than chance would have it is left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from statements.postings.index import Index

TOPIC = "topic"
# Of one record nothing follows.
FEWEST = 2


@dataclass(frozen=True)
class Related:
    """A topic by its key, and how many records are about both."""

    topic: int
    together: int
    likeness: float


def related_to(
    topic: int, indexes: Iterable[Index], kin: Collection[int], most: int
) -> list[Related]:
    """Give the topics most like a topic by the records of some indexes, the likest first.

    `kin` are left out: the topics above and below it, which share its records by what they are.
    Two topics are no more alike than the smaller is to the larger in size: where that is less than
    what is found already, the records of the rest need no look.
    """
    read = list(indexes)
    size, sizes = _size(topic, read), _sizes(read, {topic, *kin})
    bounds = {other: min(size, one) / max(size, one) for other, one in sizes.items()}
    found: list[Related] = []
    for other in sorted(bounds, key=lambda one: (-bounds[one], one)):
        if len(found) == most and bounds[other] < found[-1].likeness:
            break
        if one := _related(topic, other, read):
            found = sorted([*found, one], key=lambda one: (-one.likeness, one.topic))[:most]
    return found


def _sizes(indexes: list[Index], without: Collection[int]) -> dict[int, int]:
    """Give how many records each topic has, but for some topics."""
    topics = {topic for index in indexes for topic in index.facets[TOPIC]} - set(without)
    return {topic: _size(topic, indexes) for topic in topics}


def _size(topic: int, indexes: list[Index]) -> int:
    return sum(len(index.facets[TOPIC].get(topic, ())) for index in indexes)


def _related(topic: int, other: int, indexes: list[Index]) -> Related | None:
    """Compare two topics; None where they share nothing, or no more than chance would have it."""
    together = sum(_together(topic, other, index) for index in indexes)
    ones, twos = _size(topic, indexes), _size(other, indexes)
    everything = sum(len(index.everything) for index in indexes)
    if together < FEWEST or together * everything <= ones * twos:
        return None
    return Related(other, together, together / (ones + twos - together))


def _together(topic: int, other: int, index: Index) -> int:
    sets = index.facets[TOPIC]
    if topic not in sets or other not in sets:
        return 0
    return int(sets[topic].intersection_cardinality(sets[other]))
