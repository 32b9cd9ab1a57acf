"""Dates in other forms than ours are recognised, and never guessed where they are none."""

import pytest

from dates.guesses import likely


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2016-2", ["2016-02"]),
        ("2016/2/3", ["2016-02-03"]),
        ("2016.02", ["2016-02"]),
        ("01.05.2016", ["2016-05-01"]),
        ("1/5/2016", ["2016-05-01", "2016-01-05"]),
        ("13/1/2016", ["2016-01-13"]),
        ("5.2016", ["2016-05"]),
        ("May 2016", ["2016-05"]),
        ("1st  May 2016", ["2016-05-01"]),
        ("MAY 1, 2016", ["2016-05-01"]),
        ("Sept. 2016", ["2016-09"]),
        ("31.02.2016", []),
        ("99.99.2016", []),
        ("ma 2016", []),
        ("whenever", []),
        ("", []),
        ("%s", []),
    ],
)
def test_a_date_in_another_form_is_recognised(text: str, dates: list[str]) -> None:
    assert likely(text) == dates
