"""What is counted side by side in a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drawing.shown import Shown

# As many as there are colours and patterns: `--series-1` to `--series-6`.
MOST = 6


@dataclass(frozen=True)
class Series:
    """Counts of one thing, one for each stretch of a picture, in its order."""

    name: str
    counts: Sequence[int]


@dataclass(frozen=True)
class Key(Shown):
    """A series in the legend: its name, and the number of its colour and pattern."""

    number: int
    name: str
    total: str


def keys(series: Sequence[Series]) -> tuple[Key, ...]:
    """Number the series from 1, as their colours and patterns are numbered."""
    return tuple(
        Key(number, one.name, f"{sum(one.counts):,}") for number, one in enumerate(series, 1)
    )


def check(series: Sequence[Series], length: int) -> None:
    """Raise a ValueError unless there are one to six series of so many counts, none negative."""
    if not 1 <= len(series) <= MOST:
        raise ValueError(f"A picture has 1 to {MOST} series, not {len(series)}.")
    for one in series:
        if len(one.counts) != length:
            raise ValueError(f"{one.name!r} has {len(one.counts)} counts for {length} labels.")
        if min(one.counts, default=0) < 0:
            raise ValueError(f"{one.name!r} has a count below nought.")
