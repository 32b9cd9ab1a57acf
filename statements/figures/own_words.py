"""What somebody said of one topic over the years: up to a few statements of each year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pyroaring import BitMap

from reading.cursors import Place, Start
from statements.postings.index import Index

# So many of each year, where not all of them go on one page.
OF_A_YEAR = 3


@dataclass(frozen=True)
class OwnWords:
    """The statements on a topic: those in the speaker's own words, and all of them."""

    own: BitMap
    all: BitMap

    @property
    def told(self) -> BitMap:
        """Those that are told: in their own words, or in others' where there are none."""
        return self.own or self.all

    @property
    def others(self) -> int:
        """How many are not told, as they are in other words."""
        return len(self.all) - len(self.told)


def own_words(index: Index, speaker: int, topic: int, types: Sequence[str]) -> OwnWords:
    """Give what the speaker said of the topic, or one below it; `types` are their own words."""
    said = index.having("speaker", [speaker]) & index.having("topic", [topic])
    return OwnWords(said & index.having("type", types), said)


def of_each_year(index: Index, among: BitMap, most: int) -> list[Place]:
    """Give the first statements of each year in the order of their days; all of `most` or fewer.

    What has no date is left out.
    """
    each = most if len(among) <= most else OF_A_YEAR
    return [
        place
        for year in sorted(index.calendar.years)
        for place in _first(index, among & index.calendar.years[year], each)
    ]


def _first(index: Index, among: BitMap, most: int) -> list[Place]:
    found: list[Place] = []
    for place in _in_order(index, among):
        if len(found) == most:
            break
        found.append(place)
    return found


def _in_order(index: Index, among: BitMap) -> Iterator[Place]:
    for day, ids in index.calendar.walk(among, newest=False):
        for pk in ids:
            yield Place(date.fromordinal(day), pk)


def from_place(places: Sequence[Place], start: Start, most: int) -> list[Place]:
    """Give the places of an ordered list that come first from the start on, the nearest first.

    All of them have a day; what has none would come behind them.
    """
    nearest = list(places[::-1] if start.backwards else places)
    if start.place:
        at = (start.place.value or date.max, start.place.pk)
        passed = (lambda one: one >= at) if start.backwards else (lambda one: one <= at)
        nearest = [one for one in nearest if not passed((one.value, one.pk))]
    return nearest[:most]
