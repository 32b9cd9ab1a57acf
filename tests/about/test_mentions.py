"""The first and the latest mention, where not every date is known to the day."""

from collections import defaultdict
from typing import Any

import pytest
from pyroaring import BitMap

from dates.edtf import parse
from statements.about.mentions import Mention, first_mention, latest_mention
from statements.postings.calendar import Calendar, month_number


def calendar(*dates: str) -> tuple[Calendar, BitMap]:
    """Give a calendar of statements that are numbered from 1, and all of them; "" is undated."""
    years, months, days, spans = (defaultdict[Any, BitMap](BitMap) for _ in range(4))
    for pk, text in enumerate(dates, 1):
        if not text:
            continue
        first, last = parse(text).earliest, parse(text).latest
        years[first.year].add(pk)
        months[month_number(first)].add(pk)
        days[first.toordinal()].add(pk)
        if first != last:
            spans[first, last].add(pk)
    return Calendar(years, months, days, spans), BitMap(range(1, len(dates) + 1))


def mention(number: int, *, beside: int = 0, unsure: int = 0) -> tuple[int, int, int]:
    return number, beside, unsure


def shown(found: Mention | None) -> tuple[int, int, int] | None:
    return (found.candidates[0], found.beside, found.unsure) if found else None


@pytest.mark.parametrize(
    ("dates", "first"),
    [
        (["2022-02-21", "2022-02-20"], mention(2)),
        # Of one day what was entered first.
        (["2022-02-20", "2022-02-20", "2022-02-21"], mention(1, beside=1)),
        # Of the year alone it is certain by its last day, and it may have been earlier.
        (["2022", "2022-02-20"], mention(2, unsure=1)),
        (["2021", "2022-02-20"], mention(1)),
        # It may have been on that day, as every day before.
        (["2022-02", "2022-02-28"], mention(2, unsure=1)),
        (["2022-02", "2022-03-01"], mention(1)),
        # Of two that end on a day the more precise one.
        (["2022", "2022-12"], mention(2, unsure=1)),
        (["2022-12", "2022"], mention(1, unsure=1)),
        (["2022-02/2022-04", "2022-02/2022-04", "2022-03"], mention(3, unsure=2)),
        # What begins on the very day is not earlier.
        (["2022-02-20/2022-02-24", "2022-02-20"], mention(2)),
        (["", "2022"], mention(2)),
        (["", ""], None),
        ([], None),
    ],
)
def test_the_first_mention_had_surely_been_made_by_then(
    dates: list[str], first: tuple[int, int, int] | None
) -> None:
    assert shown(first_mention(*calendar(*dates))) == first


@pytest.mark.parametrize(
    ("dates", "latest"),
    [
        (["2022-02-21", "2022-02-20"], mention(1)),
        # Of one day what was entered last.
        (["2022-02-21", "2022-02-21", "2022-02-20"], mention(2, beside=1)),
        (["2022", "2022-02-20"], mention(2, unsure=1)),
        (["2023", "2022-02-20"], mention(1)),
        # What began before the day and may have gone on after it.
        (["2022-02-01/2022-02-21", "2022-02-20"], mention(2, unsure=1)),
        (["2022-02-01/2022-02-20", "2022-02-20"], mention(2)),
        # Of two that begin on a day the more precise one.
        (["2022-02-20/2022-02-24", "2022-02-20"], mention(2, unsure=1)),
        (["2022", "2022-01"], mention(2, unsure=1)),
        (["2022", "2022"], mention(2, beside=1)),
        (["9999-12-31", "2022"], mention(1)),
        (["", "2022"], mention(2)),
        (["", ""], None),
        ([], None),
    ],
)
def test_the_latest_mention_was_surely_not_made_before(
    dates: list[str], latest: tuple[int, int, int] | None
) -> None:
    assert shown(latest_mention(*calendar(*dates))) == latest


def test_only_what_is_asked_about_is_a_mention() -> None:
    days, _ = calendar("2022-02-18", "2022-02-19", "2022", "2022-02-21")
    among = BitMap([2, 4])
    assert shown(first_mention(days, among)) == mention(2)
    assert shown(latest_mention(days, among)) == mention(4)


def test_those_of_one_date_stand_ready_from_the_end_that_is_asked_for() -> None:
    days, among = calendar("2022-02-20", "2022-02-20", "2022-02-20")
    first, latest = first_mention(days, among), latest_mention(days, among)
    assert first
    assert latest
    assert (first.candidates, latest.candidates) == ([1, 2, 3], [3, 2, 1])
