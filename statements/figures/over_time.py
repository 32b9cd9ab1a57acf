"""How many records there are in each stretch of time, as a whole or by the values of a facet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyroaring import BitMap

from statements.postings.counting import Value
from statements.postings.index import Index
from statements.postings.timeline import Cut, Unit, cuts_of


@dataclass(frozen=True)
class OverTime:
    """Counts in stretches of one length, `unit` (month, year …), from the first to the last.

    `counts` has one number for each of the `cuts` by value; `others` counts what has none of these
    values. What has several is counted with each, and what is known to the year alone in each
    month of it, since it is found there.
    """

    unit: str
    cuts: list[Cut]
    counts: dict[Value, list[int]]
    others: list[int]


def over_time(
    index: Index,
    among: BitMap,
    facet: str = "",
    values: Iterable[Value] = (),
    finest: Unit = "month",
) -> OverTime:
    """Count some records over their time: those with each of the values, and all others."""
    unit, cuts = cuts_of(index.calendar, among, finest=finest)
    having = {value: among & index.having(facet, [value]) for value in values}
    others = among - BitMap.union(BitMap(), *having.values())
    counts = {value: _counted(index, ids, cuts) for value, ids in having.items()}
    return OverTime(unit, cuts, counts, _counted(index, others, cuts))


def _counted(index: Index, among: BitMap, cuts: Iterable[Cut]) -> list[int]:
    return [index.calendar.count(among, cut.first, cut.last) for cut in cuts]
