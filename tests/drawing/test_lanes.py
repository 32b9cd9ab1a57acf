"""Lanes: dots on their days, bars over their spans, and what goes on."""

from datetime import date

import pytest

from drawing.lanes import PADDING, TRACK, DrawnMark, Lane, Lanes, Mark, lanes

START, END = date(2022, 1, 1), date(2022, 12, 31)


def drawn(*marks: Mark, first: date | None = START, last: date | None = END) -> Lanes | None:
    return lanes([Lane("Calls", marks)], title="Contacts", first=first, last=last)


def only(*marks: Mark, last: date | None = END) -> tuple[DrawnMark, ...]:
    picture = drawn(*marks, last=last)
    assert picture
    return picture.lanes[0].marks


def test_a_dot_stands_in_the_middle_of_its_day() -> None:
    (dot,) = only(Mark("Call", date(2022, 7, 2)))
    assert (dot.shape, dot.x, dot.width, dot.when) == ("dot", 50.0, 0, "2 July 2022")


def test_a_bar_reaches_over_all_its_days() -> None:
    (bar,) = only(Mark("Call", date(2022, 2, 1), date(2022, 2, 28), "bar"))
    assert (bar.x, bar.width, bar.when) == (8.493, 7.671, "February 2022")
    assert (bar.before, bar.behind) == (False, False)


def test_what_goes_on_reaches_to_the_end_and_has_an_arrow() -> None:
    (bar,) = only(Mark("President", date(2022, 7, 2), None, "bar"))
    assert (bar.end, bar.before, bar.behind, bar.when) == (100.0, False, True, "since 2 July 2022")


def test_what_began_before_the_picture_is_cut_and_has_an_arrow() -> None:
    (bar,) = only(Mark("President", date(2017, 5, 14), date(2022, 5, 13), "bar"))
    assert (bar.x, bar.before, bar.behind) == (0.0, True, False)
    assert (
        bar.when == "14 May 2017\N{EN DASH}13 May 2022" or bar.when == "14 May 2017 – 13 May 2022"
    )


def test_marks_outside_the_time_are_left_out() -> None:
    assert drawn(Mark("Call", date(2021, 12, 31)), Mark("Call", date(2023, 1, 1))) is None
    assert drawn() is None


def test_bars_that_overlap_stand_below_each_other() -> None:
    spans = [("01-01", "03-31"), ("02-01", "02-28"), ("03-01", "04-30"), ("05-01", "05-31")]
    marks = [
        Mark("x", date.fromisoformat(f"2022-{a}"), date.fromisoformat(f"2022-{b}"), "bar")
        for a, b in spans
    ]
    assert [(one.y - PADDING - TRACK / 2) / TRACK for one in only(*marks)] == [0, 1, 1, 0]


def test_a_bar_never_hides_a_dot() -> None:
    dot, bar = Mark("x", date(2022, 2, 7)), Mark("y", date(2022, 2, 1), date(2022, 2, 28), "bar")
    bar_drawn, dot_drawn = only(dot, bar)
    assert (bar_drawn.y - dot_drawn.y) == TRACK


def test_a_lane_is_told_in_words() -> None:
    picture = drawn(Mark("Call", date(2022, 2, 20)), Mark("Call", date(2022, 2, 7)))
    assert picture
    assert picture.lanes[0].alternative == (
        "Calls: 2, the first 7 February 2022, the latest 20 February 2022."
    )


@pytest.mark.parametrize("day", [date.min, date.max, date(2024, 2, 29)])
def test_one_day_makes_a_picture_even_at_the_ends_of_the_calendar(day: date) -> None:
    picture = drawn(Mark("Call", day), first=None, last=None)
    assert picture
    assert (picture.first, picture.last, picture.lanes[0].marks[0].x) == (day, day, 50.0)
