"""How many of some records have each value of a filter: the most frequent values, exactly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappush, heapreplace

from pyroaring import BitMap

Value = int | str
Counts = dict[Value, int]

# Larger groups are passed over less often, and smaller ones save less when they are. Of few values
# most are counted anyway.
IN_A_GROUP, FEW = 16, 200


@dataclass(frozen=True)
class Group:
    """Some values with the records of each, the largest set first, and the records of any."""

    sets: Sequence[tuple[Value, BitMap]]
    any: BitMap

    @property
    def largest(self) -> int:
        """How many records have the value that most have."""
        return len(self.sets[0][1])


@dataclass
class _Best:
    """The values of the highest counts so far; of equal ones those that came first."""

    most: int
    heap: list[tuple[int, int, Value]] = field(default_factory=list)
    seen: int = 0

    @property
    def least(self) -> int:
        """The count that a value has to be above to be among them."""
        return self.heap[0][0] if len(self.heap) == self.most else 0

    def add(self, value: Value, number: int) -> None:
        self.seen += 1
        if number > self.least:
            push = heapreplace if len(self.heap) == self.most else heappush
            push(self.heap, (number, -self.seen, value))


def grouped(sets: Mapping[Value, BitMap], before: Iterable[Group] = ()) -> list[Group]:
    """Give the values in groups of about one size, those that most records have first.

    Few values are groups of one each. Groups from before are taken where they are still the same.
    """
    known = {group.sets[0][0]: group for group in before}
    by_size = sorted(sets.items(), key=lambda one: (-len(one[1]), str(one[0])))
    size = IN_A_GROUP if len(by_size) > FEW else 1
    groups = (by_size[at : at + size] for at in range(0, len(by_size), size))
    return [_group(each, known.get(each[0][0])) for each in groups]


def _group(sets: Sequence[tuple[Value, BitMap]], before: Group | None) -> Group:
    """Give the group; a set that has not changed is the same object as before."""
    if before and len(before.sets) == len(sets):
        pairs = zip(before.sets, sets, strict=True)
        if all(old is new for (_, old), (_, new) in pairs):
            return before
    return Group(sets, _any(sets))


def _any(sets: Sequence[tuple[Value, BitMap]]) -> BitMap:
    return sets[0][1] if len(sets) == 1 else BitMap.union(*(ids for _, ids in sets))


def counts_of(values: Iterable[Value], among: BitMap, sets: Mapping[Value, BitMap]) -> Counts:
    """Count the records of some values."""
    known = {value: sets.get(value, BitMap()) for value in values}
    return {value: among.intersection_cardinality(ids) for value, ids in known.items()}


def top_counts(among: BitMap, groups: Iterable[Group], most: int) -> Counts:
    """Give the values that most of the records have, the most frequent first.

    The groups come largest first. A value has no more of the records than its group, nor more than
    there are of its own: most groups and values cannot change the first ones, and are not counted.
    """
    best = _Best(most)
    for group in groups:
        if group.largest <= best.least:
            break
        number = among.intersection_cardinality(group.any)
        if number <= best.least:
            continue
        if len(group.sets) == 1:
            best.add(group.sets[0][0], number)
        else:
            _count(among, group, best)
    return {value: number for number, _, value in sorted(best.heap, reverse=True)}


def _count(among: BitMap, group: Group, best: _Best) -> None:
    for value, ids in group.sets:
        if len(ids) <= best.least:
            break
        best.add(value, among.intersection_cardinality(ids))
