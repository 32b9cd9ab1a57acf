"""Dates that are written in other ways than EDTF, as they may be meant."""

import re
from collections.abc import Iterator

from dates.edtf import EDTFError, parse
from dates.months import MONTHS

YEAR_FIRST = re.compile(r"(\d{4})[-./ ](\d{1,2})(?:[-./ ](\d{1,2}))?")
YEAR_LAST = re.compile(r"(?:(\d{1,2})[-./ ])?(\d{1,2})[-./ ](\d{4})")
# In an English text the day is before the month, or behind it.
NAMED = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3,9})\.?,?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})"
)


def likely(text: str) -> list[str]:
    """Give the dates, as EDTF texts, that a text of any form may mean, the likeliest first."""
    return [one for one in dict.fromkeys(_ways(" ".join(text.casefold().split()))) if _is_date(one)]


def _ways(text: str) -> Iterator[str]:
    if found := YEAR_FIRST.fullmatch(text):
        year, month, day = found.groups()
        yield _written(year, month, day)
    elif found := YEAR_LAST.fullmatch(text):
        first, second, year = found.groups()
        yield _written(year, second, first)
        if first and "." not in text:
            yield _written(year, first, second)
    elif found := NAMED.fullmatch(text):
        before, name, behind, year = found.groups()
        for month, full in enumerate(MONTHS, start=1):
            if full.casefold().startswith(name):
                yield _written(year, str(month), before or behind)


def _written(year: str, month: str, day: str | None) -> str:
    return "-".join([year, *(part.zfill(2) for part in (month, day) if part)])


def _is_date(text: str) -> bool:
    try:
        parse(text)
    except EDTFError:
        return False
    return True
