"""Imprecise dates as CSL-JSON has them. Pure."""

from datetime import date
from typing import Any, Final

from dates.edtf import ImpreciseDate, Precision, for_people, parse

SEASONS: Final = {3: 1, 6: 2, 9: 3, 12: 4}
# How many parts of year, month and day are known.
PARTS: Final = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3}


def csl_date(when: ImpreciseDate) -> dict[str, Any]:
    """Give the date as parts, as far as they are known; in words where CSL has no form for it.

    Decades and centuries, and intervals with an end that is no year, month or day, are words. A
    date that is uncertain or only about right is `circa`, which CSL has for both.
    """
    parts = _parts(when)
    if not parts:
        return {"literal": for_people(when)}
    found: dict[str, Any] = {"date-parts": parts}
    if when.precision is Precision.SEASON:
        found["season"] = SEASONS[when.earliest.month]
    if when.uncertain or when.approximate:
        found["circa"] = True
    return found


def csl_day(day: date) -> dict[str, Any]:
    """Give a day that is known."""
    return {"date-parts": [[day.year, day.month, day.day]]}


def _parts(when: ImpreciseDate) -> list[list[int]]:
    """Give one list of parts or, of an interval, two; nothing where there are none."""
    if when.precision is Precision.SEASON:
        return [[when.earliest.year]]
    if when.precision is Precision.INTERVAL:
        ends = [_single(parse(side)) for side in when.text.split("/")]
        return ends if all(ends) else []
    single = _single(when)
    return [single] if single else []


def _single(when: ImpreciseDate) -> list[int]:
    first = when.earliest
    return [first.year, first.month, first.day][: PARTS.get(when.precision, 0)]
