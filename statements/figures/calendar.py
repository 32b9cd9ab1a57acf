"""Which records stand on which day of a stretch of time, and which on no one day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from pyroaring import BitMap

from statements.postings.calendar import first_of, last_of, month_number
from statements.postings.index import Index

# In days. A visit stands on each of its days; what is longer is of no day.
LONGEST_STAY = 31


class Extent(Enum):
    """How much of the calendar a date covers that is not one day."""

    DAYS = "some days"
    MONTH = "one whole month"
    LONGER = "more than that"


@dataclass(frozen=True)
class Dated:
    """Ids of records by how well their day is known.

    `days` has them by `date.toordinal`: those of the day, and those that last for several days, on
    each of them. `months` has by `month_number` those of which the month alone is known, `longer`
    those that may have been in several months.
    """

    days: dict[int, BitMap] = field(default_factory=dict)
    months: dict[int, BitMap] = field(default_factory=dict)
    longer: BitMap = field(default_factory=BitMap)

    def of_month(self, month: int) -> BitMap:
        """Give the records that are known to be of a month: of one of its days, or of some."""
        days = range(first_of(month).toordinal(), last_of(month).toordinal() + 1)
        on_days = (self.days[day] for day in days if day in self.days)
        return BitMap.union(self.months.get(month, BitMap()), *on_days)

    @property
    def all(self) -> BitMap:
        """All records of the stretch."""
        return BitMap.union(self.longer, *self.days.values(), *self.months.values())


def dated(index: Index, among: BitMap, first: date, last: date) -> Dated:
    """Sort those of some records whose date has a day from the first to the last."""
    precise, days = among - _imprecise(index), index.calendar.days
    found = Dated()
    for day in range(first.toordinal(), last.toordinal() + 1):
        if day in days and (ids := precise & days[day]):
            found.days[day] = ids
    for (begins, ends), all_ids in index.calendar.spans.items():
        if begins <= last and ends >= first and (ids := all_ids & among):
            _put(found, max(begins, first), min(ends, last), extent(begins, ends), ids)
    return found


def extent(first: date, last: date) -> Extent:
    """Tell how much of the calendar a date covers by its first and last day.

    Whole months are a date that is not known better; other days that follow one another last.
    """
    month = month_number(first)
    if (first, last) == (first_of(month), last_of(month)):
        return Extent.MONTH
    return Extent.DAYS if (last - first).days < LONGEST_STAY else Extent.LONGER


def _put(found: Dated, first: date, last: date, how: Extent, ids: BitMap) -> None:
    """Add records that cover the days from the first to the last, which lie in the stretch."""
    if how is Extent.MONTH:
        month = month_number(first)
        found.months[month] = found.months.get(month, BitMap()) | ids
    elif how is Extent.LONGER:
        found.longer.update(ids)
    else:
        for day in range(first.toordinal(), last.toordinal() + 1):
            found.days[day] = found.days.get(day, BitMap()) | ids


def _imprecise(index: Index) -> BitMap:
    """Give all records of an index whose date is not one day."""
    if (kept := index.kept.get("imprecise")) is None:
        kept = index.kept["imprecise"] = BitMap.union(BitMap(), *index.calendar.spans.values())
    ids: BitMap = kept
    return ids
