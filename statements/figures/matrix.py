"""Who was in contact with whom: how many of some exchanges two actors share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from heapq import nsmallest
from itertools import chain, combinations

from pyroaring import BitMap

from statements.postings.counting import counts_of, top_counts
from statements.postings.index import Index

Pair = tuple[int, int]
"""Two actors, the smaller id first."""


def busiest(index: Index, among: BitMap, pinned: Iterable[int], most: int) -> dict[int, int]:
    """Give the actors that took part in most of the exchanges, with how many, the busiest first.

    The pinned ones are among them however few they have; there are no more than `most`, unless
    more are pinned.
    """
    sets = index.facets["actor"]
    found = counts_of(pinned, among, sets)
    for actor, number in top_counts(among, index.groups("actor"), most).items():
        if len(found) < most or actor in found:
            found[actor] = number
    ordered = sorted(found.items(), key=lambda one: (-one[1], one[0]))
    return {int(actor): number for actor, number in ordered}


def shared(index: Index, among: BitMap, actors: Sequence[int]) -> dict[Pair, int]:
    """Count for each two of the actors the exchanges in which both took part."""
    sets = index.facets["actor"]
    own = {actor: among & sets.get(actor, BitMap()) for actor in actors}
    return {
        (one, other): own[one].intersection_cardinality(own[other])
        for one, other in combinations(sorted(own), 2)
    }


def busiest_pairs(index: Index, among: BitMap, most: int) -> list[tuple[Pair, int]]:
    """Give the pairs that share most of the exchanges, with how many, the busiest first.

    Every pair of every exchange is counted: it takes some 50 ms for 60,000 exchanges.
    """
    present = _participants(index)
    several = (present[exchange] for exchange in among if exchange in present)
    counts = Counter(chain.from_iterable(combinations(actors, 2) for actors in several))
    return nsmallest(most, counts.items(), key=lambda one: (-one[1], one[0]))


def _participants(index: Index) -> Mapping[int, Sequence[int]]:
    """Give the actors of each exchange that has several, the smallest id first."""
    if (kept := index.kept.get("participants")) is None:
        found: dict[int, list[int]] = {}
        for actor, exchanges in sorted(index.facets["actor"].items()):
            for exchange in exchanges:
                found.setdefault(exchange, []).append(actor)
        kept = {exchange: actors for exchange, actors in found.items() if len(actors) > 1}
        index.kept["participants"] = kept
    present: Mapping[int, Sequence[int]] = kept
    return present
