"""On which days of a stretch of time records stand, and which stand on no one day."""

from datetime import date

import pytest
from pyroaring import BitMap

from statements.figures.calendar import Dated, Extent, dated, extent
from statements.models import Exchange
from statements.postings import current as postings
from statements.postings.calendar import month_number
from tests.cast import exchange

FEBRUARY = (date(2022, 2, 1), date(2022, 2, 28))


def sorted_out(first: date, last: date) -> Dated:
    """Sort all exchanges on record."""
    index = postings.exchanges()
    return dated(index, index.everything, first, last)


def days_of(found: Dated, one: Exchange) -> list[str]:
    """Give the days that an exchange stands on."""
    return [
        date.fromordinal(day).isoformat()
        for day, ids in sorted(found.days.items())
        if one.pk in ids
    ]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2022-02-07", "2022-02-08", Extent.DAYS),
        ("2022-01-31", "2022-02-02", Extent.DAYS),
        ("2021-12-30", "2022-01-02", Extent.DAYS),
        # From the first of a month to the last of another nobody stays: the day is not known.
        ("2022-02-01", "2022-02-28", Extent.MONTH),
        ("2020-02-01", "2020-02-29", Extent.MONTH),
        ("2020-02-01", "2020-02-28", Extent.DAYS),
        ("2022-02-01", "2022-03-31", Extent.LONGER),
        ("2022-01-01", "2022-12-31", Extent.LONGER),
        ("2022-01-02", "2022-02-01", Extent.DAYS),
        ("2022-01-02", "2022-02-02", Extent.LONGER),
        ("9999-12-01", "9999-12-31", Extent.MONTH),
        ("2022-02-24", "9999-12-31", Extent.LONGER),
    ],
)
def test_how_much_of_the_calendar_a_date_covers(first: str, last: str, expected: Extent) -> None:
    assert extent(date.fromisoformat(first), date.fromisoformat(last)) is expected


@pytest.mark.django_db
def test_what_lasts_stands_on_each_of_its_days_in_the_stretch() -> None:
    visit = exchange(date="2022-01-30/2022-02-02")
    found = sorted_out(*FEBRUARY)
    assert days_of(found, visit) == ["2022-02-01", "2022-02-02"]
    assert len(found.all) == 1


@pytest.mark.django_db
def test_what_ends_or_begins_at_an_edge_of_the_stretch_stands_there() -> None:
    ended = exchange(date="2022-01-30/2022-02-01")
    begun = exchange(date="2022-02-28/2022-03-02")
    exchange(date="2022-01-29/2022-01-31")
    exchange(date="2022-03-01/2022-03-02")
    found = sorted_out(*FEBRUARY)
    assert days_of(found, ended) == ["2022-02-01"]
    assert days_of(found, begun) == ["2022-02-28"]
    assert len(found.all) == 2


@pytest.mark.django_db
def test_a_month_and_a_year_stand_on_no_day() -> None:
    day, month = exchange(date="2022-02-28"), exchange(date="2022-02")
    year, season = exchange(date="2022"), exchange(date="2021-24")
    exchange(date="2022-03"), exchange(date="2022-03-01"), exchange(date="2022-01"), exchange()
    found = sorted_out(*FEBRUARY)
    assert days_of(found, day) == ["2022-02-28"]
    assert list(found.days) == [date(2022, 2, 28).toordinal()]
    assert found.months == {month_number(FEBRUARY[0]): BitMap([month.pk])}
    assert set(found.longer) == {year.pk, season.pk}
    assert set(found.all) == {day.pk, month.pk, year.pk, season.pk}


@pytest.mark.django_db
def test_a_leap_day_is_of_its_month() -> None:
    leap = exchange(date="2020-02-29")
    found = sorted_out(date(2020, 1, 1), date(2020, 12, 31))
    assert days_of(found, leap) == ["2020-02-29"]
    february, march = month_number(date(2020, 2, 1)), month_number(date(2020, 3, 1))
    assert (set(found.of_month(february)), set(found.of_month(march))) == ({leap.pk}, set())


@pytest.mark.django_db
def test_what_lasts_over_the_end_of_a_month_is_of_both() -> None:
    visit, longer = exchange(date="2022-01-31/2022-02-01"), exchange(date="2022")
    found = sorted_out(date(2022, 1, 1), date(2022, 12, 31))
    january = month_number(date(2022, 1, 1))
    assert [set(found.of_month(january + one)) for one in range(3)] == [
        {visit.pk},
        {visit.pk},
        set(),
    ]
    assert set(found.all) == {visit.pk, longer.pk}


@pytest.mark.django_db
def test_the_last_year_of_the_calendar_has_an_end() -> None:
    last, visit = exchange(date="9999-12-31"), exchange(date="9999-12-30/9999-12-31")
    found = sorted_out(date(9999, 12, 1), date.max)
    assert days_of(found, last) == ["9999-12-31"]
    assert days_of(found, visit) == ["9999-12-30", "9999-12-31"]
