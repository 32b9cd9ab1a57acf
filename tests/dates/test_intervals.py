"""How far one imprecise date is from another."""

import pytest

from dates.edtf import parse
from dates.intervals import how_far, may_be_same_day


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("2022-02-20", "2022-02-21", "1 day"),
        ("2022-02-07", "2022-02-20", "13 days"),
        ("2022-01-01", "2022-03-02", "60 days"),
        ("2022-01-01", "2022-03-03", "2 months"),
        ("2022-02-20", "2022-06-19", "3 months"),
        ("2022-02-20", "2022-06-20", "4 months"),
        ("2020-02-20", "2022-02-19", "23 months"),
        ("2020-02-20", "2022-02-20", "2 years"),
        ("2020-02-29", "2023-02-28", "2 years"),
        ("2022-02-20", "2022-03", "9 to 39 days"),
        ("2022-02-20", "2022-05", "2 to 3 months"),
        ("2022-02-20", "2022-04", "40 days to 2 months"),
        ("2020", "2022-02-20", "13 months to 2 years"),
    ],
)
def test_what_lies_between_is_told_as_exactly_as_the_dates_are(
    one: str, other: str, told: str
) -> None:
    assert how_far(parse(one), parse(other)) == told
    assert how_far(parse(other), parse(one)) == told


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2022-02-20", "2022-02-20", True),
        ("2022-02-20", "2022-02-21", False),
        ("2022-02", "2022-02-01", True),
        ("2022-02", "2022-02-28", True),
        ("2022-02", "2022-03-01", False),
        ("2022-02", "2022-01-31", False),
        ("2022-02-20/2022-02-21", "2022-02-21/2022-02-23", True),
        ("2022-02-20/2022-02-21", "2022-02-22/2022-02-23", False),
    ],
)
def test_dates_that_may_be_one_day(one: str, other: str, same: bool) -> None:
    assert may_be_same_day(parse(one), parse(other)) is same
    assert may_be_same_day(parse(other), parse(one)) is same
    assert (how_far(parse(one), parse(other)) == "") is same
