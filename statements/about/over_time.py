"""Pictures of how much there is in each stretch of time, of statements and of exchanges."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Final

from pyroaring import BitMap

from drawing.columns import Columns, columns
from drawing.series import Series
from statements.figures.addresses import in_stretch, list_at
from statements.figures.over_time import OverTime, over_time
from statements.models.exchange import ExchangeKind
from statements.postings.index import Index
from statements.postings.timeline import Unit

# Of one order on every page, so that a kind keeps its colour as far as it can; the rest are others.
KINDS: Final[Mapping[str, tuple[ExchangeKind, ...]]] = {
    "Calls": (ExchangeKind.CALL, ExchangeKind.VIDEO_CALL),
    "Meetings": (ExchangeKind.MEETING,),
    "Visits": (ExchangeKind.VISIT,),
    "Summits": (ExchangeKind.SUMMIT,),
    "Letters": (ExchangeKind.LETTER,),
}
OTHERS = "Others"
# Each has a mark and a number in every stretch: of more, two pictures outweigh the rest of a page.
MOST_SPEAKERS = 3


def exchanges_by_kind(
    index: Index, among: BitMap, chosen: Mapping[str, str], finest: Unit = "month"
) -> Columns | None:
    """Draw some exchanges by their kinds; `chosen` are the filters of the list that bars lead to.

    None where fewer than two stretches have any.
    """
    kinds = list(chain.from_iterable(KINDS.values()))
    counted = over_time(index, among, "kind", kinds, finest)
    series = [Series(name, _sum(counted, kinds)) for name, kinds in KINDS.items()]
    return _drawn(counted, series, "Calls and meetings", ("exchanges", chosen))


def statements_by_speaker(
    index: Index, among: BitMap, speakers: Mapping[int, str], chosen: Mapping[str, str]
) -> Columns | None:
    """Draw some statements by their speakers, of whom at most three are told from the others."""
    told = list(speakers)[:MOST_SPEAKERS]
    counted = over_time(index, among, "speaker", told)
    series = [Series(speakers[pk], counted.counts[pk]) for pk in told]
    return _drawn(counted, series, "Statements", ("statements", chosen))


def _drawn(
    counted: OverTime, told: Iterable[Series], what: str, where: tuple[str, Mapping[str, str]]
) -> Columns | None:
    """Draw what has any; `where` is the name of a list, and its filters."""
    others = Series(OTHERS, counted.others)
    series = [one for one in [*told, others] if any(one.counts)]
    if not series:
        return None
    if series == [others]:
        series = [Series(what, others.counts)]
    name, chosen = where
    address = list_at(name, list(chosen.items()))
    return columns(
        [cut.label for cut in counted.cuts],
        series,
        title=f"{what} by {counted.unit}",
        unit=name,
        hrefs=[in_stretch(address, cut) for cut in counted.cuts],
        heading=counted.unit.capitalize(),
    )


def _sum(counted: OverTime, kinds: Iterable[ExchangeKind]) -> list[int]:
    each = (counted.counts[kind] for kind in kinds)
    return [sum(counts) for counts in zip(*each, strict=True)]
