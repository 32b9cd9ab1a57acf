"""Two readouts in rows: what says the same stands on one line. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from statements.aligning import Alignment
from statements.models import Statement

Row = tuple[list[Statement], list[Statement]]


def rows_of(one: Sequence[Statement], other: Sequence[Statement], said: Alignment) -> list[Row]:
    """Part the passages of two sides into rows, without changing their order on either side.

    As many points as the two orders have in common get a row of their own; what stands before,
    between and after them is in rows between. No row where the two have no point in common.
    """
    rows: list[Row] = []
    begins, begin = 0, 0
    for place, across in _common(_places(one, said), _places(other, said)):
        rows += _between(one[begins:place], other[begin:across])
        rows.append(([one[place]], [other[across]]))
        begins, begin = place + 1, across + 1
    return rows + _between(one[begins:], other[begin:]) if rows else []


def _between(one: Sequence[Statement], other: Sequence[Statement]) -> list[Row]:
    return [(list(one), list(other))] if one or other else []


def _places(passages: Sequence[Statement], said: Alignment) -> dict[int, int]:
    """Give the place of the first passage of each point, by the point's number."""
    places: dict[int, int] = {}
    for place, passage in enumerate(passages):
        if point := said.point_of(passage.pk):
            places.setdefault(point.number, place)
    return places


def _common(one: dict[int, int], other: dict[int, int]) -> list[tuple[int, int]]:
    """Give the longest run of points, as their places, that rises on both sides."""
    shared = sorted((place, other[number]) for number, place in one.items() if number in other)
    runs: list[list[tuple[int, int]]] = []
    for pair in shared:
        before = [run for run in runs if run[-1][1] < pair[1]]
        runs.append([*max(before, key=len, default=[]), pair])
    return max(runs, key=len, default=[])
