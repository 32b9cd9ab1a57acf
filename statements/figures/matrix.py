"""Who was in contact with whom: how many of some exchanges two actors share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import chain, combinations

from pyroaring import BitMap

from statements.postings.counting import counts_of, top_counts
from statements.postings.index import Index

# To compare two takes less than a microsecond: so many are compared in a tenth of a second.
MOST_COMPARED = 500

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

    Two share no more than either has. So what the busiest actors share tells who can be in a pair
    at all: those are compared, unless they are too many.
    """
    own = {actor: among & ids for actor, ids in index.facets["actor"].items()}
    by_number = sorted(own, key=lambda actor: (-len(own[actor]), actor))
    few = _most(_shares(own, by_number[: 2 * most]), most)
    least = few[-1][1] if len(few) == most else 1
    able = [actor for actor in by_number if len(own[actor]) >= least]
    if len(able) > MOST_COMPARED:
        return _most(_by_exchange(index, among), most)
    return _most(_shares(own, able), most)


def _shares(own: Mapping[int, BitMap], actors: Iterable[int]) -> Iterator[tuple[Pair, int]]:
    """Give the pairs of actors that share any of their exchanges, with how many."""
    for one, other in combinations(sorted(actors), 2):
        if number := own[one].intersection_cardinality(own[other]):
            yield (one, other), number


def _most(pairs: Iterable[tuple[Pair, int]], most: int) -> list[tuple[Pair, int]]:
    return nsmallest(most, pairs, key=lambda one: (-one[1], one[0]))


def _by_exchange(index: Index, among: BitMap) -> Iterable[tuple[Pair, int]]:
    """Count every pair of every exchange: a tenth of a second for 60,000 exchanges."""
    present = _participants(index)
    several = (present[exchange] for exchange in among if exchange in present)
    return Counter(chain.from_iterable(combinations(actors, 2) for actors in several)).items()


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
