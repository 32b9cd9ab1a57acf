"""A year of the calendar: twelve small months, each day with how many exchanges it has."""

from __future__ import annotations

from calendar import monthcalendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from pyroaring import BitMap

from reading.shown import Shown
from statements.figures.calendar import Dated, dated
from statements.figures.steps import Steps, steps_to
from statements.pages.months import OPEN
from statements.pages.ways import Way, list_address, month_way
from statements.postings.calendar import month_number
from statements.postings.index import Index


@dataclass(frozen=True)
class SmallDay(Shown):
    """A day: its exchanges, how strongly it is shaded, and whether any of them is still open."""

    number: int
    count: int
    step: int
    open: int


@dataclass(frozen=True)
class SmallMonth(Shown):
    """A month; `unplaced` of its exchanges are of the month and of no day in it."""

    name: str
    way: Way
    first: date
    count: int
    unplaced: int
    weeks: list[list[SmallDay | None]]


@dataclass(frozen=True)
class Year(Shown):
    """A year; `longer` of its exchanges are of none of its months."""

    number: int
    count: int
    longer: int
    address: str
    months: list[SmallMonth]
    steps: Steps


def year_of(index: Index, among: BitMap, year: int, chosen: QueryDict) -> Year:
    """Give the year of some exchanges; no query."""
    found = dated(index, among, date(year, 1, 1), date(year, 12, 31))
    steps = steps_to(max(map(len, found.days.values()), default=0))
    still_open = among & index.having("status", OPEN)
    edtf = f"{year:04}"
    return Year(
        number=year,
        count=len(found.all),
        longer=len(found.longer),
        address=list_address(edtf, edtf, chosen),
        months=list(_months(found, year, steps, still_open, chosen)),
        steps=steps,
    )


def _months(
    found: Dated, year: int, steps: Steps, still_open: BitMap, chosen: QueryDict
) -> Iterator[SmallMonth]:
    for number in range(1, 13):
        first = date(year, number, 1)
        month = month_number(first)
        way = month_way(month, chosen)
        if way:
            yield SmallMonth(
                name=f"{first:%B}",
                way=way,
                first=first,
                count=len(found.of_month(month)),
                unplaced=len(found.months.get(month, ())),
                weeks=list(_weeks(found, first, steps, still_open)),
            )


def _weeks(
    found: Dated, first: date, steps: Steps, still_open: BitMap
) -> Iterator[list[SmallDay | None]]:
    def day(number: int) -> SmallDay:
        ids = found.days.get(first.toordinal() + number - 1, BitMap())
        count = len(ids)
        return SmallDay(number, count, steps.of(count), ids.intersection_cardinality(still_open))

    for week in monthcalendar(first.year, first.month):
        yield [day(number) if number else None for number in week]
