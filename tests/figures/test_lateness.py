"""Which of two exchanges was later."""

import pytest

from statements.figures.lateness import lateness
from statements.models import Exchange
from tests.cast import exchange

pytestmark = pytest.mark.django_db

MOSCOW = {"timezone": "Europe/Moscow"}


def test_the_latest_comes_last_and_what_has_no_date_first() -> None:
    latest_first = [
        exchange(date="2022-02-02"),
        exchange(date="2022-02-01", time="22:00", **MOSCOW),
        exchange(date="2022-02-01", time="09:00", **MOSCOW),
        exchange(date="2022-02-01"),
        exchange(date="2022-02"),
        exchange(date="2022"),
        exchange(date=None),
    ]
    found = sorted(Exchange.objects.all(), key=lateness, reverse=True)
    assert found == latest_first


def test_of_two_alike_what_was_entered_last_is_the_later() -> None:
    first, second = exchange(date="2022-02-02"), exchange(date="2022-02-02")
    assert sorted(Exchange.objects.all(), key=lateness) == [first, second]
