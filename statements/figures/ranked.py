"""Ranked lists: lines with a number each, the largest first, and a bar that compares them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reading.shown import Shown
from statements.models import Exchange

# In units of the bar, which is scaled to the width that there is. What is there can be seen.
WHOLE, LEAST = 100, 1


@dataclass(frozen=True)
class Line:
    """What is called so, where it leads, its number, and the last exchange that it is about."""

    label: str
    address: str
    count: int
    last: Exchange | None = None


@dataclass(frozen=True)
class Ranked(Shown):
    """A line with its bar, in hundredths of the longest."""

    line: Line
    bar: int


def ranked(lines: Iterable[Line]) -> list[Ranked]:
    """Give the lines in their order with bars; the longest is of the largest number."""
    given = list(lines)
    most = max((line.count for line in given), default=0)
    return [Ranked(line, _bar(line.count, most)) for line in given]


def _bar(count: int, most: int) -> int:
    return max(round(count / most * WHOLE), LEAST) if count else 0
