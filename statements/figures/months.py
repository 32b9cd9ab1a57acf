"""Contacts by month, a year to a line: where a picture of them can go by year alone. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dates.months import MONTHS
from drawing.shown import Shown
from statements.figures.addresses import Asked, list_at
from statements.figures.steps import Steps, steps_to
from statements.postings.timeline import MOST_MONTHS
from statements.silences import Contact

IN_A_YEAR = 12


@dataclass(frozen=True)
class Cell(Shown):
    """A stretch of time: how many contacts it had, its step of shading, and their list."""

    label: str
    count: int
    step: int
    address: str


@dataclass(frozen=True)
class Year(Shown):
    """A year: its twelve months, and all of it with what is known to the year alone."""

    months: list[Cell]
    whole: Cell


@dataclass(frozen=True)
class Months(Shown):
    """The years that had any contact, the latest first, and what the shading means."""

    years: list[Year]
    steps: Steps


def months_of(days: Iterable[Contact], asked: Asked) -> Months | None:
    """Count contacts, each with its first and last day, by the month and the year they are in.

    One that may have been in either of two months counts with neither, and one that may have been
    in either of two years with no year. None where they are so near to one another that a
    picture goes by month. `asked` are the filters of the list of them.
    """
    known = sorted(days)
    if not known or _month(known[-1][0]) - _month(known[0][0]) < MOST_MONTHS:
        return None
    months = Counter(_month(first) for first, last in known if _month(first) == _month(last))
    years = Counter(first.year for first, last in known if first.year == last.year)
    steps = steps_to(max(months.values(), default=0))
    return Months([_year(year, years, months, steps, asked) for year in sorted(years)[::-1]], steps)


def _month(day: date) -> int:
    return day.year * IN_A_YEAR + day.month - 1


def _year(year: int, years: Counter[int], months: Counter[int], steps: Steps, asked: Asked) -> Year:
    def cell(label: str, written: str, count: int) -> Cell:
        address = list_at("exchanges", [*asked, ("from", written), ("to", written)])
        return Cell(label, count, steps.of(count), address)

    cells = [
        cell(f"{name} {year}", f"{year:04}-{month:02}", months[year * IN_A_YEAR + month - 1])
        for month, name in enumerate(MONTHS, start=1)
    ]
    return Year(cells, cell(f"{year}", f"{year:04}", years[year]))
