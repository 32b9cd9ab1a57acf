"""The days of a mark in words."""

from __future__ import annotations

from datetime import date, timedelta

from dates.grammar import parse
from dates.wording import for_people


def in_words(first: date, last: date, *, open_start: bool = False, open_end: bool = False) -> str:
    """Give “7 February 2022”, “February 2022”, “2014–2017”, “since 14 May 2017”.

    What is open at both ends has no days to tell.
    """
    if open_start and open_end:
        return "throughout"
    if open_end:
        return f"since {_words(first, first)}"
    if open_start:
        return f"until {_words(last, last)}"
    return _words(first, last)


def _words(first: date, last: date) -> str:
    start, end = _edtf(first, last)
    return for_people(parse(start if start == end else f"{start}/{end}"))


def _edtf(first: date, last: date) -> tuple[str, str]:
    """Give both dates as years or months, where the days from one to the other fill these."""
    start, end = first.isoformat(), last.isoformat()
    # The day after the last one there is cannot be told.
    after = last if last == date.max else last + timedelta(1)
    if (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31):
        return start[:4], end[:4]
    if first.day == 1 and after.day == 1 and start[:7] == end[:7]:
        return start[:7], end[:7]
    return start, end
