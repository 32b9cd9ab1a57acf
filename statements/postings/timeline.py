"""The results in each stretch of time, counted from postings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from pyroaring import BitMap

from reading.timeline import Stretch, Timeline
from statements.postings.calendar import Calendar, first_of, last_of, month_number

# The most stretches that can be told apart on a small screen. Longer times are cut coarser.
MOST_DAYS, MOST_MONTHS, MOST_YEARS = 62, 48, 60
DECADE, CENTURY = 10, 100
# In days. Where dates that are less precise end is not where a drawing has to end.
LONGEST_REACH = 10 * 366

Unit = Literal["day", "month", "year"]


@dataclass(frozen=True)
class Cut:
    """A stretch to count in: what it is called, its days, and its dates as EDTF has them."""

    label: str
    first: date
    last: date
    edtf: tuple[str, str]

    def within(self, first: date | None, last: date | None) -> Cut:
        """Give what is left of it between two days, None being no bound."""
        lowest = max(self.first, first or date.min)
        highest = min(self.last, last or date.max)
        if (lowest, highest) == (self.first, self.last):
            return self
        return Cut(self.label, lowest, highest, (lowest.isoformat(), highest.isoformat()))


def timeline(calendar: Calendar, among: BitMap, first: date | None, last: date | None) -> Timeline:
    """Count the records in each day, month, year, decade or century from the first to the last day.

    Without a bound the time is that of the records. A record of which only the year is known is
    counted in each month of it, since it is found there.
    """
    unit, cuts = cuts_of(calendar, among, first, last)
    return Timeline(unit, [_counted(calendar, among, cut) for cut in cuts])


def cuts_of(
    calendar: Calendar,
    among: BitMap,
    first: date | None = None,
    last: date | None = None,
    *,
    finest: Unit = "day",
) -> tuple[str, list[Cut]]:
    """Cut the time of some records, or its part between two days, into stretches of one length.

    Gives what they are called and the stretches, none where no record has a date.
    """
    months = calendar.first_and_last_month(among)
    if months is None:
        return "year", []
    earliest, latest = months
    lowest = max(first or date.min, first_of(earliest))
    highest = min(last or date.max, _reach(calendar, among, last_of(latest)))
    unit, cuts = _cuts(lowest, highest, finest)
    return unit, [cut.within(first, last) for cut in cuts]


def year_cut(year: int) -> Cut:
    """Give a year as a stretch to count in."""
    return next(_years(date(year, 1, 1), date(year, 12, 31), 1))


def _reach(calendar: Calendar, among: BitMap, last: date) -> date:
    """Give the last day that a record reaches, if behind `last`, and it does not reach too far."""
    for (began, ended), ids in calendar.spans_by_end:
        if ended <= last:
            break
        if (ended - began).days <= LONGEST_REACH and not among.isdisjoint(ids):
            return ended
    return last


def _counted(calendar: Calendar, among: BitMap, cut: Cut) -> Stretch:
    return Stretch(*cut.edtf, cut.label, calendar.count(among, cut.first, cut.last))


def _cuts(lowest: date, highest: date, finest: Unit) -> tuple[str, Iterable[Cut]]:
    if finest == "day" and (highest - lowest).days < MOST_DAYS:
        return "day", _days(lowest, highest)
    if finest != "year" and month_number(highest) - month_number(lowest) < MOST_MONTHS:
        return "month", _months(lowest, highest)
    for unit, years in (("year", 1), ("decade", DECADE)):
        if (highest.year - lowest.year) // years < MOST_YEARS:
            return unit, _years(lowest, highest, years)
    return "century", _years(lowest, highest, CENTURY)


def _days(lowest: date, highest: date) -> Iterator[Cut]:
    for number in range((highest - lowest).days + 1):
        day = lowest + timedelta(number)
        yield Cut(f"{day.day} {day:%B} {day.year}", day, day, (day.isoformat(),) * 2)


def _months(lowest: date, highest: date) -> Iterator[Cut]:
    for month in range(month_number(lowest), month_number(highest) + 1):
        first = first_of(month)
        edtf = f"{first.year:04}-{first.month:02}"
        yield Cut(f"{first:%B} {first.year}", first, last_of(month), (edtf, edtf))


def _years(lowest: date, highest: date, step: int) -> Iterator[Cut]:
    for begins in range(lowest.year // step * step, highest.year + 1, step):
        year, last = max(begins, 1), min(begins + step - 1, date.max.year)
        label = str(year) if step == 1 else f"{year}–{last}"
        yield Cut(label, date(year, 1, 1), date(last, 12, 31), (f"{year:04}", f"{last:04}"))
