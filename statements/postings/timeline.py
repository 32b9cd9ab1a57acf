"""The results in each stretch of time, counted from postings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from pyroaring import BitMap

from reading.timeline import Stretch, Timeline
from statements.postings.calendar import Calendar, first_of, last_of, month_number

# The most stretches that can be told apart on a small screen. Longer times are cut coarser.
MOST_DAYS, MOST_MONTHS, MOST_YEARS = 62, 48, 60
DECADE = 10

# The first and the last date of a stretch in EDTF, what it is called, its first and its last day.
Cut = tuple[str, str, str, date, date]


def timeline(calendar: Calendar, among: BitMap, first: date | None, last: date | None) -> Timeline:
    """Count the records in each day, month, year or decade from the first to the last day.

    Without a bound the time is that of the records. A record of which only the year is known is
    counted in each month of it, since it is found there.
    """
    months = [month for month, ids in calendar.months.items() if not among.isdisjoint(ids)]
    if not months:
        return Timeline("year")
    lowest = max(first or date.min, first_of(min(months)))
    highest = min(last or date.max, last_of(max(months)))
    unit, cuts = _cuts(lowest, highest)
    return Timeline(unit, [_counted(calendar, among, cut) for cut in cuts])


def _counted(calendar: Calendar, among: BitMap, cut: Cut) -> Stretch:
    first, last, label, *days = cut
    return Stretch(first, last, label, among.intersection_cardinality(calendar.within(*days)))


def _cuts(lowest: date, highest: date) -> tuple[str, Iterable[Cut]]:
    if (highest - lowest).days < MOST_DAYS:
        return "day", _days(lowest, highest)
    if month_number(highest) - month_number(lowest) < MOST_MONTHS:
        return "month", _months(lowest, highest)
    if highest.year - lowest.year < MOST_YEARS:
        return "year", _years(lowest, highest, 1)
    return "decade", _years(lowest, highest, DECADE)


def _days(lowest: date, highest: date) -> Iterator[Cut]:
    for number in range((highest - lowest).days + 1):
        day = lowest + timedelta(number)
        yield day.isoformat(), day.isoformat(), f"{day.day} {day:%B} {day.year}", day, day


def _months(lowest: date, highest: date) -> Iterator[Cut]:
    for month in range(month_number(lowest), month_number(highest) + 1):
        first = first_of(month)
        edtf = f"{first.year:04}-{first.month:02}"
        yield edtf, edtf, f"{first:%B} {first.year}", first, last_of(month)


def _years(lowest: date, highest: date, step: int) -> Iterator[Cut]:
    for year in range(lowest.year // step * step, highest.year + 1, step):
        last = min(year + step - 1, date.max.year)
        label = str(year) if step == 1 else f"{year}–{last}"
        days = date(max(year, 1), 1, 1), date(last, 12, 31)
        yield f"{max(year, 1):04}", f"{last:04}", label, *days
