"""The round days of a time line: years, quarters, months or days, as its length asks for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from dates.months import MONTHS
from drawing.days import DayScale
from drawing.ticks import GAP, LETTER, NARROW, WIDE, Tick

MONTH_STEPS = (1, 3, 6)
YEAR_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
DAY_STEPS = (1, 2, 7, 14)
# What a label of years, of months and of days takes, in letters.
LETTERS = {"year": 4, "month": 8, "day": 11}


def moments(scale: DayScale) -> tuple[Tick, ...]:
    """Give the ticks of a time line; on a phone every second, third … of them has its label."""
    unit, found = _finest(scale)
    kept = -(-len(found) // _room(unit, NARROW)) if found else 1
    return tuple(
        Tick(scale.beginning(day), _label(unit, day), number % kept == 0)
        for number, day in enumerate(found)
    )


def _room(unit: str, width: int) -> int:
    return int(width // (LETTERS[unit] * LETTER + GAP))


def _finest(scale: DayScale) -> tuple[str, list[date]]:
    """Give the finest unit whose labels a wide screen has room for, and its round days."""
    for unit, found in _candidates(scale):
        if len(found) <= _room(unit, WIDE):
            return unit, found
    return "year", []


def _candidates(scale: DayScale) -> Iterator[tuple[str, list[date]]]:
    if scale.days <= 16 * max(DAY_STEPS):
        for step in DAY_STEPS:
            yield "day", _days(scale, step)
    if scale.days <= 366 * 12:
        for step in MONTH_STEPS:
            yield "month", _months(scale, step)
    for step in YEAR_STEPS:
        yield "year", _years(scale, step)


def _days(scale: DayScale, step: int) -> list[date]:
    return [scale.first + timedelta(days) for days in range(0, scale.days, step)]


def _months(scale: DayScale, step: int) -> list[date]:
    first = scale.first.year * 12 + (scale.first.month - 1) // step * step
    last = scale.last.year * 12 + scale.last.month
    days = (date(month // 12, month % 12 + 1, 1) for month in range(first, last, step))
    return [day for day in days if scale.first <= day <= scale.last]


def _years(scale: DayScale, step: int) -> list[date]:
    years = range(scale.first.year // step * step, scale.last.year + 1, step)
    days = (date(year, 1, 1) for year in years if year)
    return [day for day in days if scale.first <= day <= scale.last]


def _label(unit: str, day: date) -> str:
    if unit == "year":
        return str(day.year)
    month = f"{MONTHS[day.month - 1][:3]} {day.year}"
    return month if unit == "month" else f"{day.day} {month}"
