"""Scales: exact days, and ticks at round places."""

from datetime import date

import pytest

from drawing.counts import count_scale
from drawing.days import DayScale
from drawing.moments import moments
from drawing.ticks import ticks
from drawing.tracks import tracks
from drawing.wording import in_words


@pytest.mark.parametrize(
    ("most", "expected"),
    [
        (0, (0, 1)),
        (1, (0, 1)),
        (3, (0, 1, 2, 3)),
        (5, (0, 2, 4, 6)),
        (17, (0, 5, 10, 15, 20)),
        (100, (0, 50, 100)),
        (1234, (0, 500, 1000, 1500)),
        (987_654, (0, 500_000, 1_000_000)),
    ],
)
def test_counts_are_read_off_at_round_numbers(most: int, expected: tuple[int, ...]) -> None:
    scale = count_scale(most)
    assert scale.ticks == expected
    assert (scale.share(0), scale.share(scale.top)) == (0.0, 100.0)


def test_every_day_is_equally_long_in_a_leap_year_too() -> None:
    scale = DayScale(date(2024, 1, 1), date(2024, 12, 31))
    assert scale.days == 366
    assert scale.beginning(date(2024, 1, 1)) == 0
    assert scale.end(date(2024, 2, 29)) == scale.beginning(date(2024, 3, 1)) == 16.393
    assert scale.end(date(2024, 12, 31)) == 100
    assert scale.middle(date(2024, 7, 1)) == pytest.approx(50, abs=0.2)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2022-02-03", "2022-02-20", ["3 Feb 2022", "10 Feb 2022", "17 Feb 2022"]),
        ("2022-01-01", "2022-04-30", ["Jan 2022", "Feb 2022", "Mar 2022", "Apr 2022"]),
        ("2021-02-10", "2022-05-01", ["Apr 2021", "Jul 2021", "Oct 2021", "Jan 2022", "Apr 2022"]),
        ("2014-08-26", "2022-05-01", [str(year) for year in range(2015, 2023)]),
        ("1930-05-01", "2022-05-01", [str(year) for year in range(1940, 2021, 10)]),
        ("0001-01-01", "9999-12-31", [str(year) for year in range(1000, 9001, 1000)]),
    ],
)  # fmt: skip
def test_a_time_line_has_round_days(first: str, last: str, expected: list[str]) -> None:
    found = moments(DayScale(date.fromisoformat(first), date.fromisoformat(last)))
    assert [tick.label for tick in found] == expected
    assert any(tick.narrow for tick in found)
    assert all(0 <= tick.at <= 100 for tick in found)


def shown(labels: list[str]) -> tuple[list[str], list[str]]:
    """Give the labels that are shown on a wide screen, and those on a phone."""
    found = ticks([float(place) for place in range(len(labels))], labels)
    return [one.label for one in found], [one.label for one in found if one.narrow]


def test_years_are_labelled_at_round_ones() -> None:
    wide, narrow = shown([str(year) for year in range(1993, 2023)])
    assert wide == ["1996", "2000", "2004", "2008", "2012", "2016", "2020"]
    assert narrow == ["2000", "2008", "2016"]


def test_months_are_labelled_from_january() -> None:
    names = ["November 2021", "December 2021", "January 2022", "February 2022", "March 2022"]
    wide, narrow = shown([*names, "April 2022", "May 2022", "June 2022"])
    assert wide == ["November 2021", "January 2022", "March 2022", "May 2022"]
    assert narrow == ["November 2021", "May 2022"]


def test_labels_that_are_too_long_are_those_of_the_ends() -> None:
    wide, narrow = shown(["1 September 2022", "2 September 2022", "3 September 2022"])
    assert wide == ["1 September 2022", "2 September 2022", "3 September 2022"]
    assert narrow == ["1 September 2022", "3 September 2022"]


def test_labels_at_the_ends_stay_inside() -> None:
    first, last = ticks([5.0, 95.0], ["1 September 2022", "2 September 2022"])
    assert (first.anchor, first.text_at) == ("start", 0.0)
    assert (last.anchor, last.text_at) == ("end", 100.0)


def test_spans_that_overlap_have_tracks_of_their_own() -> None:
    days = [date(2022, 1, day) for day in range(1, 11)]
    spans = [(days[0], days[4]), (days[2], days[3]), (days[4], days[5]), (days[6], days[7])]
    assert tracks(spans) == [0, 1, 1, 0]
    assert tracks(spans, dots=[days[6]]) == [0, 1, 1, 1]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2022-02-07", "2022-02-07", "7 February 2022"),
        ("2022-02-01", "2022-02-28", "February 2022"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2022-01-01", "2022-12-31", "2022"),
        ("2014-01-01", "2017-12-31", "2014–2017"),
        ("2022-02-07", "2022-02-08", "7–8 February 2022"),
        ("9999-12-01", "9999-12-31", "1–31 December 9999"),
    ],
)
def test_days_are_told_as_precisely_as_they_are(first: str, last: str, expected: str) -> None:
    assert in_words(date.fromisoformat(first), date.fromisoformat(last)) == expected


def test_what_is_open_is_told_so() -> None:
    day, later = date(2017, 5, 14), date(2022, 5, 13)
    assert in_words(day, later, open_end=True) == "since 14 May 2017"
    assert in_words(day, later, open_start=True) == "until 13 May 2022"
    assert in_words(day, later, open_start=True, open_end=True) == "throughout"
