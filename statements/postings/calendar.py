"""The days of records: which records lie in a stretch of time, and in which order they come.

A record has the first and the last day of its date, the same one where the day is known. It is
listed under its first day, and lies in every stretch that has a day of its date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from pyroaring import BitMap

Span = tuple[date, date]

MOST_KEPT = 2_000


@dataclass(frozen=True)
class Calendar:
    """Ids of records by year, month (`month_number`) and day (`date.toordinal`) of the first day.

    `spans` has those whose day is not known by their first and last days.
    """

    years: Mapping[int, BitMap]
    months: Mapping[int, BitMap]
    days: Mapping[int, BitMap]
    spans: Mapping[Span, BitMap]
    kept: dict[date, BitMap] = field(default_factory=dict)

    def within(self, first: date | None, last: date | None) -> BitMap:
        """Give the records whose date has a day from the first to the last; None is no bound."""
        found = self._beginning(first or date.min, last or date.max)
        reaching_in = self._reaching(first) if first else None
        return found | reaching_in if reaching_in else found

    def count(self, among: BitMap, first: date, last: date) -> int:
        """Count those of some records whose date has a day from the first to the last.

        None is counted twice: what begins there does not reach in.
        """
        beginning, reaching_in = self._beginning(first, last), self._reaching(first)
        return among.intersection_cardinality(beginning) + among.intersection_cardinality(
            reaching_in
        )

    def first_and_last_month(self, among: BitMap) -> tuple[int, int] | None:
        """Give the months that the first and the last of some records begin in, if any does."""
        oldest = next(self.walk(among, newest=False), None)
        newest = next(self.walk(among, newest=True), None)
        if oldest is None or newest is None:
            return None
        first, last = (date.fromordinal(day) for day, _ in (oldest, newest))
        return month_number(first), month_number(last)

    @cached_property
    def spans_by_end(self) -> list[tuple[Span, BitMap]]:
        """The records whose day is not known by their first and last days, the latest end first."""
        return sorted(self.spans.items(), key=lambda one: one[0][1], reverse=True)

    def _reaching(self, first: date) -> BitMap:
        """Give the records whose date begins before a day and ends on it or later.

        What is found for a year or a month is kept: each is asked for again and again.
        """
        if first in self.kept:
            return self.kept[first]
        spans = (ids for (began, ended), ids in self.spans.items() if began < first <= ended)
        found = BitMap.union(BitMap(), *spans)
        if first.day == 1 and len(self.kept) < MOST_KEPT:
            self.kept[first] = found
        return found

    def _beginning(self, first: date, last: date) -> BitMap:
        if first.year == last.year:
            return self._in_year(first.year, first, last)
        inner = [ids for year, ids in self.years.items() if first.year < year < last.year]
        outer = [self._in_year(year, first, last) for year in {first.year, last.year}]
        return BitMap.union(BitMap(), *inner, *outer)

    def _in_year(self, year: int, first: date, last: date) -> BitMap:
        lowest, highest = max(first, date(year, 1, 1)), min(last, date(year, 12, 31))
        if year not in self.years:
            return BitMap()
        if (lowest, highest) == (date(year, 1, 1), date(year, 12, 31)):
            return self.years[year]
        days = range(lowest.toordinal(), highest.toordinal() + 1)
        return BitMap.union(BitMap(), *(self.days[day] for day in days if day in self.days))

    def walk(
        self, among: BitMap, *, newest: bool, start: date | None = None
    ) -> Iterator[tuple[int, BitMap]]:
        """Give each day that some of the records are listed under, with those records.

        The newest or the oldest day comes first; none that comes before `start` is given.
        """
        bounds = (start.year, month_number(start), start.toordinal()) if start else (None,) * 3

        def through(
            group: Mapping[int, BitMap], numbers: Iterable[int], bound: int | None
        ) -> Iterator[int]:
            for number in sorted(numbers, reverse=newest):
                passed = bound is not None and (number > bound if newest else number < bound)
                if not passed and number in group and not among.isdisjoint(group[number]):
                    yield number

        for year in through(self.years, self.years, bounds[0]):
            for month in through(self.months, range(year * 12, year * 12 + 12), bounds[1]):
                for day in through(self.days, days_of(month), bounds[2]):
                    yield day, among & self.days[day]


def month_number(day: date) -> int:
    """Give the number of the day's month, counted from January of year 0."""
    return day.year * 12 + day.month - 1


def first_of(month: int) -> date:
    """Give the first day of a month by its number."""
    return date(month // 12, month % 12 + 1, 1)


def last_of(month: int) -> date:
    """Give the last day of a month by its number."""
    if month == month_number(date.max):
        return date.max
    return date.fromordinal(first_of(month + 1).toordinal() - 1)


def days_of(month: int) -> range:
    """Give the days of a month, as `date.toordinal` has them."""
    return range(first_of(month).toordinal(), last_of(month).toordinal() + 1)
