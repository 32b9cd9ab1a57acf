"""How many of some records have each value of a filter: the most frequent values, exactly."""

from __future__ import annotations

from collections.abc import Mapping
from heapq import heappush, heapreplace

from pyroaring import BitMap

Value = int | str
Counts = dict[Value, int]


def all_counts(among: BitMap, sets: Mapping[Value, BitMap]) -> Counts:
    """Give each value that some of the records have, with how many have it."""
    counted = ((value, among.intersection_cardinality(ids)) for value, ids in sets.items())
    return {value: count for value, count in counted if count}


def top_counts(among: BitMap, by_size: Mapping[Value, BitMap], most: int) -> Counts:
    """Give the values that most of the records have, the most frequent first.

    The sets come largest first: a set that is no larger than the least count that is among the
    first ones cannot change them, nor can any that follows.
    """
    best: list[tuple[int, int, Value]] = []
    for place, (value, ids) in enumerate(by_size.items()):
        if len(best) == most and len(ids) <= best[0][0]:
            break
        found = (among.intersection_cardinality(ids), -place, value)
        if found[0] and len(best) < most:
            heappush(best, found)
        elif best and found > best[0]:
            heapreplace(best, found)
    return {value: count for count, _, value in sorted(best, reverse=True)}
