"""A month of the calendar: its weeks, and what is of the month and of no day in it."""

from __future__ import annotations

from calendar import monthcalendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from django.http import QueryDict
from django.urls import reverse
from pyroaring import BitMap

from reading.queries import narrowed
from reading.shown import Shown
from statements.figures.calendar import Dated, dated
from statements.models import Exchange
from statements.pages.entries import Entry, entries_of
from statements.pages.ways import list_address, month_name, with_query
from statements.postings.calendar import first_of, last_of, month_number
from statements.postings.index import Index

# So many are in the cell of a day, and in a strip.
MOST_A_DAY, MOST_IN_A_STRIP = 5, 10
OPEN = (Exchange.State.PLANNED, Exchange.State.PROPOSED)


@dataclass(frozen=True)
class Day(Shown):
    """A day with its exchanges; `more` are not shown, and stand in the list at `address`."""

    date: date
    address: str = ""
    entries: list[tuple[Entry, str]] = field(default_factory=list)
    more: int = 0
    is_today: bool = False


@dataclass(frozen=True)
class Strip(Shown):
    """Exchanges of no one day; `more` are not shown, and stand in the list at `address`."""

    title: str
    entries: list[Entry]
    more: int = 0
    address: str = ""


@dataclass(frozen=True)
class Month(Shown):
    """What a month has: weeks of seven days, from Monday, None outside of the month."""

    name: str
    number: int
    count: int
    weeks: list[list[Day | None]]
    strips: list[Strip]
    kinds: list[tuple[str, str]]
    states: list[str]

    @property
    def has_days(self) -> bool:
        """Whether any day of it has anything."""
        return any(day and day.entries for week in self.weeks for day in week)


def month_of(index: Index, among: BitMap, month: int, chosen: QueryDict, today: date) -> Month:
    """Give the month by its number, of some exchanges; one query, if there are any."""
    found = dated(index, among, first_of(month), last_of(month))
    undated = _still_open(index, among) if month >= month_number(today) else BitMap()
    entries = entries_of(_shown(found, month, undated), today)
    return Month(
        name=month_name(month),
        number=month,
        count=len(found.all),
        weeks=list(_weeks(found, month, chosen, today, entries)),
        strips=list(_strips(found, month, chosen, undated, entries)),
        kinds=sorted({(entry.kind, entry.kind_words) for entry in entries.values()}),
        states=sorted({entry.state for entry in entries.values()} - {"held"}),
    )


def _shown(found: Dated, month: int, undated: BitMap) -> BitMap:
    strips = (found.months.get(month, BitMap()), found.longer, undated)
    days = (_first(ids, _room(ids)) for ids in found.days.values())
    return BitMap.union(BitMap(), *days, *(_first(ids, MOST_IN_A_STRIP) for ids in strips))


def _room(ids: BitMap) -> int:
    """Give how many of a day are shown: “1 more” takes the room of one."""
    return MOST_A_DAY if len(ids) <= MOST_A_DAY else MOST_A_DAY - 1


def _first(ids: BitMap, most: int) -> BitMap:
    return BitMap(ids[:most])


def _in_order(ids: Iterable[int], entries: dict[int, Entry]) -> list[Entry]:
    """Give what is shown of the ids, those whose hour is known first; what is gone is left out."""
    return sorted((entries[pk] for pk in ids if pk in entries), key=lambda entry: entry.order)


def _weeks(
    found: Dated, month: int, chosen: QueryDict, today: date, entries: dict[int, Entry]
) -> Iterator[list[Day | None]]:
    first = first_of(month)

    def day(number: int) -> Day:
        one = first.replace(day=number)
        ids = found.days.get(one.toordinal(), BitMap())
        shown = _in_order(_first(ids, _room(ids)), entries)
        return Day(
            date=one,
            address=list_address(one.isoformat(), one.isoformat(), chosen) if ids else "",
            entries=[(entry, entry.day_of(one)) for entry in shown],
            more=len(ids) - _room(ids) if len(ids) > MOST_A_DAY else 0,
            is_today=one == today,
        )

    for week in monthcalendar(first.year, first.month):
        yield [day(number) if number else None for number in week]


def _strips(
    found: Dated, month: int, chosen: QueryDict, undated: BitMap, entries: dict[int, Entry]
) -> Iterator[Strip]:
    edtf = f"{first_of(month):%Y-%m}".zfill(7)
    address = list_address(edtf, edtf, chosen)
    for title, ids, leads_to in (
        (f"Some day of {month_name(month)}", found.months.get(month, BitMap()), address),
        ("Some time in a season, a year or longer", found.longer, address),
        ("Planned or proposed, without a date yet", undated, _open_address(chosen)),
    ):
        if ids:
            shown = _in_order(_first(ids, MOST_IN_A_STRIP), entries)
            yield Strip(title, shown, max(len(ids) - MOST_IN_A_STRIP, 0), leads_to)


def _still_open(index: Index, among: BitMap) -> BitMap:
    return index.without_date & among & index.having("status", OPEN)


def _open_address(chosen: QueryDict) -> str:
    return with_query(reverse("exchanges"), narrowed(chosen, {"status": list(OPEN)}))
