"""The part of EDTF that is accepted, and what days each form covers.

EDTF is the Library of Congress's Extended Date/Time Format (ISO 8601-2:2019, annex A):
https://www.loc.gov/standards/datetime/. Of its levels 0 and 1 are read: day, month and year;
digits left open from the right (`2022-02-XX`, `199X`, `19XX`); the seasons 21 to 24; one qualifier
at the end (`?` uncertain, `~` approximate, `%` both); closed intervals.

The functions in `sql/functions.sql` accept the same texts and give the same days.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from dates.complaints import complaint
from dates.values import MAX_LENGTH, ImpreciseDate, Precision


class EDTFError(ValueError):
    """A text is no date; the message says why, to the person who wrote it."""


def parse(text: str) -> ImpreciseDate:
    """Read an EDTF date; white space around it is dropped, and nothing else is changed.

    Raises EDTFError, whose message says what is wrong and how dates are written.
    """
    return _parse(text.strip())


@lru_cache(maxsize=16_384)
def _parse(text: str) -> ImpreciseDate:
    sides = text.split("/")
    if len(sides) == 2 and all(sides) and len(text) <= MAX_LENGTH:
        return _interval(text, _point(sides[0]), _point(sides[1]))
    return _point(text)


def _interval(text: str, start: ImpreciseDate, end: ImpreciseDate) -> ImpreciseDate:
    if start.earliest > end.earliest or start.latest > end.latest:
        raise EDTFError(complaint(text, "its end is before its start"))
    return ImpreciseDate(text, start.earliest, end.latest, Precision.INTERVAL)


def _point(text: str) -> ImpreciseDate:
    bare = text[:-1] if text.endswith(("?", "~", "%")) else text
    for precision, shape, bounds in _SHAPES:
        if match := shape.fullmatch(bare):
            try:
                earliest, latest = bounds(*map(int, match.groups()))
            except ValueError:  # The calendar has no such day, or the year is not in 1 to 9999.
                break
            return ImpreciseDate(text, earliest, latest, precision)
    raise EDTFError(complaint(text))


def _day(year: int, month: int, day: int) -> tuple[date, date]:
    only = date(year, month, day)
    return only, only


def _months(first: date, last_year: int, last_month: int) -> tuple[date, date]:
    return first, date(last_year, last_month, monthrange(last_year, last_month)[1])


def _month(year: int, month: int) -> tuple[date, date]:
    return _months(date(year, month, 1), year, month)


def _season(year: int, number: int) -> tuple[date, date]:
    """Give the three whole months of a season of the northern hemisphere.

    EDTF leaves open which months a season has. Here they are those of meteorology: spring (21)
    is March to May, summer (22) June to August, autumn (23) September to November. Winter (24)
    is December of the year to the end of February of the next, so that it follows the autumn of
    the same year as 24 follows 23, and no season is split in two.
    """
    first = date(year, 3 * (number - 20), 1)
    return _months(first, year + 1, 2) if number == 24 else _months(first, year, first.month + 2)


def _years(first: int, count: int) -> tuple[date, date]:
    return date(first, 1, 1), date(first + count - 1, 12, 31)


_SHAPES: tuple[tuple[Precision, re.Pattern[str], Callable[..., tuple[date, date]]], ...] = (
    (Precision.DAY, re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})"), _day),
    (Precision.MONTH, re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])(?:-XX)?"), _month),
    (Precision.SEASON, re.compile(r"([0-9]{4})-(2[1-4])"), _season),
    (Precision.YEAR, re.compile(r"([0-9]{4})(?:-XX){0,2}"), lambda year: _years(year, 1)),
    (Precision.DECADE, re.compile(r"([0-9]{3})X"), lambda tens: _years(10 * tens, 10)),
    (Precision.CENTURY, re.compile(r"([0-9]{2})XX"), lambda hundreds: _years(100 * hundreds, 100)),
)
