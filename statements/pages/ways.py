"""The addresses of a calendar: months, years and the lists that they lead to, filters kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.urls import reverse
from pyroaring import BitMap

from reading.queries import narrowed
from reading.shown import Shown
from statements.postings.calendar import Calendar, first_of, month_number

FIRST_MONTH, LAST_MONTH = month_number(date.min), month_number(date.max)


@dataclass(frozen=True)
class Way(Shown):
    """A link: what it is called, and where it leads."""

    label: str
    address: str


def month_name(month: int) -> str:
    """Give a month in words by its number: “February 2022”."""
    first = first_of(month)
    return f"{first:%B} {first.year}"


def month_way(month: int, chosen: QueryDict, label: str = "") -> Way | None:
    """Give the way to a month, or None where no calendar has it."""
    if not FIRST_MONTH <= month <= LAST_MONTH:
        return None
    address = reverse("calendar-month", args=[month // 12, month % 12 + 1])
    return Way(label or month_name(month), with_query(address, chosen))


def year_way(year: int, chosen: QueryDict, label: str = "") -> Way | None:
    """Give the way to a year, or None where no calendar has it."""
    if not date.min.year <= year <= date.max.year:
        return None
    return Way(label or str(year), with_query(reverse("calendar-year", args=[year]), chosen))


def list_address(first: str, last: str, chosen: QueryDict) -> str:
    """Give the list of exchanges between two dates, as EDTF has them."""
    return with_query(reverse("exchanges"), narrowed(chosen, {"from": [first], "to": [last]}))


def with_query(address: str, chosen: QueryDict) -> str:
    """Give the address with what is asked for."""
    asked = chosen.urlencode()
    return f"{address}?{asked}" if asked else address


def nearest(calendar: Calendar, among: BitMap, first: date, last: date) -> list[date]:
    """Give the days of the records that begin last before and first after two days, in order.

    One is missing where there is none on that side.
    """
    before = after = None
    if first > date.min:
        yesterday = date.fromordinal(first.toordinal() - 1)
        before = next(calendar.walk(among, newest=True, start=yesterday), None)
    if last < date.max:
        tomorrow = date.fromordinal(last.toordinal() + 1)
        after = next(calendar.walk(among, newest=False, start=tomorrow), None)
    return [date.fromordinal(found[0]) for found in (before, after) if found]
