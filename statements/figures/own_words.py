"""What somebody said of one topic over the years: up to a few statements of each year."""

from __future__ import annotations

import operator
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models.functions import Length
from pyroaring import BitMap

from reading.cursors import Place, Start
from statements.models import Statement
from statements.postings.calendar import days_of
from statements.postings.index import Index
from statements.querysets.ids import Among

Item = TypeVar("Item")
# As `date.toordinal` has it, and the statements of the day.
Day = tuple[int, BitMap]

# Of each year so many days are told where not all goes on one page, and of each day one statement
# out of the first few: the longest, as what comes first is often a greeting.
DAYS_OF_A_YEAR, OF_A_DAY = 3, 8


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
    """Give statements of each year in the order of their days: all of them, if there are no more.

    Of more than `most` a few are given, from days spread over each year; one query asks how long
    they are. What has no date is left out.
    """
    if len(among) <= most:
        days = index.calendar.walk(among, newest=False)
        return [Place(date.fromordinal(day), pk) for day, ids in days for pk in ids]
    told = [one for year in sorted(index.calendar.years) for one in _told(index, among, year)]
    longest = _longest([ids[:OF_A_DAY] for _, ids in told])
    return [
        Place(date.fromordinal(day), pk) for (day, _), pk in zip(told, longest, strict=True) if pk
    ]


def _told(index: Index, among: BitMap, year: int) -> Sequence[Day]:
    """Give a few days of a year, each with its statements.

    They are of as many months: to look at each day of a year would take too long. Where there are
    fewer months, they are spread over the days of these.
    """
    months = [month for month in range(year * 12, year * 12 + 12) if _has(index, among, month)]
    if len(months) < DAYS_OF_A_YEAR:
        return spread([day for month in months for day in _in(index, among, month)], DAYS_OF_A_YEAR)
    return [next(_in(index, among, month)) for month in spread(months, DAYS_OF_A_YEAR)]


def _has(index: Index, among: BitMap, month: int) -> bool:
    of_month = index.calendar.months.get(month)
    return of_month is not None and not among.isdisjoint(of_month)


def _in(index: Index, among: BitMap, month: int) -> Iterator[Day]:
    """Give the days of a month that have any of the statements, with these."""
    for day in days_of(month):
        ids = among & index.calendar.days.get(day, BitMap())
        if ids:
            yield day, ids


def spread(items: Sequence[Item], most: int) -> list[Item]:
    """Give so many of the items, evenly spread from the first to the last; all, if not more."""
    if len(items) <= most:
        return list(items)
    step = (len(items) - 1) / (most - 1)
    return [items[round(place * step)] for place in range(most)]


def _longest(groups: Sequence[BitMap]) -> list[int | None]:
    """Give the longest statement of each group, the first of equal ones; None if none is left."""
    ids = BitMap.union(BitMap(), *groups)
    rows = Statement.objects.public().filter(Among(ids)).order_by()
    lengths = dict(rows.values_list("pk", Length("text")))
    return [
        max((pk for pk in group if pk in lengths), key=lambda pk: lengths[pk], default=None)
        for group in groups
    ]


def from_place(places: Sequence[Place], start: Start, most: int) -> list[Place]:
    """Give the places of an ordered list that come first from the start on, the nearest first.

    All of them have a day; what has none would come behind them.
    """
    nearest = list(places[::-1] if start.backwards else places)
    if start.place:
        at = (start.place.value or date.max, start.place.pk)
        beyond = operator.lt if start.backwards else operator.gt
        nearest = [one for one in nearest if beyond((one.value, one.pk), at)]
    return nearest[:most]
