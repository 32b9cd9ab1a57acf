"""Steps of shading: how strongly a number is shown among others. Pure."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from reading.shown import Shown

NUMBER = 4


@dataclass(frozen=True)
class Step(Shown):
    """One step for a legend: its number, from 1, and the least and the highest number in it."""

    number: int
    least: int
    highest: int

    @property
    def label(self) -> str:
        """The numbers of the step in words."""
        if self.least == self.highest:
            return f"{self.least:,}"
        return f"{self.least:,}–{self.highest:,}"


@dataclass(frozen=True)
class Steps:
    """The highest number of each step, rising. There is no step for nothing."""

    bounds: tuple[int, ...] = ()

    def of(self, number: int) -> int:
        """Give the step of a number, from 1; 0 for nothing."""
        return bisect_left(self.bounds, number) + 1 if number > 0 else 0

    @property
    def legend(self) -> list[Step]:
        """Each step with its numbers."""
        return [
            Step(place, below + 1, highest)
            for place, (below, highest) in enumerate(pairwise((0, *self.bounds)), start=1)
        ]


def steps_to(most: int) -> Steps:
    """Give at most four steps up to a number, each about as many times higher than the last.

    Few have very many contacts: in equal steps nearly all would be in the first.
    """
    if most < 1:
        return Steps()
    # Rounded, since the fourth root of 81 is a little less than 3 as a computer has it.
    between = (int(round(most ** (part / NUMBER), 6)) for part in range(1, NUMBER))
    return Steps(tuple(sorted({*between, most})))
