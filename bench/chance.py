"""Choosing by chance, with the skew of archives: a few values have most of the records."""

import math
from collections.abc import Sequence
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")


class Weighted(Generic[T]):
    """Values of which each is chosen by its weight."""

    def __init__(self, values: Sequence[T], weights: Sequence[float]) -> None:
        self.values = values
        self.cumulative = list(accumulate(weights))

    def one(self, random: Random) -> T:
        """Choose a value."""
        return random.choices(self.values, cum_weights=self.cumulative)[0]

    def several(self, random: Random, count: int) -> list[T]:
        """Choose values that are all different; fewer than asked for where chance has it so."""
        return list(
            dict.fromkeys(random.choices(self.values, cum_weights=self.cumulative, k=count))
        )


def shares(**weights: float) -> Weighted[str]:
    """Choose among names by their weights."""
    return Weighted(list(weights), list(weights.values()))


def zipf(values: Sequence[T], exponent: float) -> Weighted[T]:
    """Choose mostly the first values: the weight falls off with the rank."""
    return Weighted(values, [1 / rank**exponent for rank in range(1, len(values) + 1)])


def length(random: Random, median: float, spread: float, least: int, most: int) -> int:
    """Choose a length around the median; a few are many times as long."""
    drawn = random.lognormvariate(math.log(median), spread)
    return min(max(round(drawn), least), most)
