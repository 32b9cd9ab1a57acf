"""Pairs made points: what says the same as something stands under one number with it. Pure.

Editors have the last word. **What an editor parted never stands under one number**, whatever else
says so, another editor's join of a third passage too. **What an editor joined comes next**, the
newest verdict first: a join that would bring together what is parted is left out (`unheeded`).
What is worked out comes last, the likest pair first, and gives way to both. Two points that
are there already become one only if more than half of their pairs of passages are alike: one
likeness may be chance.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Protocol


class Said(Protocol):
    """What an editor said of two passages (ids): that they say the same, or that they do not."""

    one_id: int
    other_id: int
    is_same: bool
    pk: int


Couple = tuple[int, int]


@dataclass
class Groups:
    """Sets of passages (ids) that say the same."""

    parted: frozenset[Couple]
    _of: dict[int, set[int]] = field(default_factory=dict)
    joined: set[int] = field(default_factory=set)
    """Those that an editor joined with another."""
    unheeded: list[int] = field(default_factory=list)
    """Keys of the verdicts that could not be followed."""

    def of(self, passage: int) -> set[int]:
        """Give all that say the same as a passage, itself among them."""
        return self._of.setdefault(passage, {passage})

    def are_parted(self, one: int, other: int) -> bool:
        """Tell whether an editor said that two passages do not say the same."""
        return couple(one, other) in self.parted

    def join(self, one: int, other: int) -> bool:
        """Put two passages together with all that say the same; tell whether that could be done."""
        mine, theirs = self.of(one), self.of(other)
        if mine is theirs:
            return True
        if any(couple(*pair) in self.parted for pair in product(mine, theirs)):
            return False
        mine |= theirs
        self._of.update(dict.fromkeys(theirs, mine))
        return True


def couple(one: int, other: int) -> Couple:
    """Give two passages in the order of their keys."""
    return (one, other) if one < other else (other, one)


def grouped(
    likenesses: Sequence[Couple], verdicts: Iterable[Said], sides: Mapping[int, int]
) -> Groups:
    """Put together what says the same: by verdicts, then by pairs that are alike, the likest first.

    `sides` has the side of each passage; verdicts on others are left out.
    """
    known = [one for one in verdicts if {one.one_id, one.other_id} <= sides.keys()]
    parted = frozenset(couple(one.one_id, one.other_id) for one in known if not one.is_same)
    groups = Groups(parted)
    for verdict in sorted(known, key=lambda one: -one.pk):
        if verdict.is_same:
            _follow(groups, verdict)
    alike = {couple(*pair) for pair in likenesses}
    for pair in likenesses:
        if _may_join(groups, pair, alike, sides):
            groups.join(*pair)
    return groups


def _follow(groups: Groups, verdict: Said) -> None:
    if groups.join(verdict.one_id, verdict.other_id):
        groups.joined |= {verdict.one_id, verdict.other_id}
    else:
        groups.unheeded.append(verdict.pk)


def _may_join(groups: Groups, pair: Couple, alike: set[Couple], sides: Mapping[int, int]) -> bool:
    """Tell whether a likeness is enough to make one of what the two stand in."""
    mine, theirs = (groups.of(one) for one in pair)
    if len(mine) == 1 or len(theirs) == 1:
        return True
    across = [couple(*two) for two in product(mine, theirs) if sides[two[0]] != sides[two[1]]]
    return 2 * sum(two in alike for two in across) > len(across)
