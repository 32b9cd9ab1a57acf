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
    """
    read = list(indexes)
    others = {other for index in read for other in index.facets[TOPIC]} - {topic} - set(kin)
    found = [one for other in others if (one := _related(topic, other, read))]
    return sorted(found, key=lambda one: (-one.likeness, one.topic))[:most]


def _related(topic: int, other: int, indexes: list[Index]) -> Related | None:
    sets = [(index.having(TOPIC, [topic]), index.having(TOPIC, [other])) for index in indexes]
    together = sum(one.intersection_cardinality(two) for one, two in sets)
    ones, twos = sum(len(one) for one, _ in sets), sum(len(two) for _, two in sets)
    everything = sum(len(index.everything) for index in indexes)
    if together < FEWEST or together * everything <= ones * twos:
        return None
    return Related(other, together, together / (ones + twos - together))
