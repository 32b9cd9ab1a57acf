"""The posts of a person as a time line."""

from datetime import date

import pytest

from actors.careers import career
from actors.models import Actor, Tenure

pytestmark = pytest.mark.django_db
TODAY = date(2022, 3, 1)


def tenures(*spans: tuple[str, str | None]) -> list[Tenure]:
    """Enter tenures of one person, from a date to a date."""
    who = Actor.objects.create(kind="person", name="Ann Lee", slug="ann-lee")
    for start, end in spans:
        Tenure.objects.create(person=who, title="Minister", start=start, end=end)
    return list(Tenure.objects.filter(person=who).order_by("pk"))


def test_a_post_that_is_held_still_reaches_to_today() -> None:
    found = career(tenures(("2010", "2014"), ("2015", None)), TODAY)
    assert found
    assert (found.first, found.last) == (date(2010, 1, 1), TODAY)
    assert [(mark.when, mark.behind) for mark in found.lanes[0].marks] == [
        ("2010 to 2014", False),
        ("since 2015", True),
    ]


def test_of_posts_that_ended_the_line_ends_with_the_last() -> None:
    found = career(tenures(("2010", "2012"), ("2013", "2014")), TODAY)
    assert found
    assert found.last == date(2014, 12, 31)


def test_one_post_compares_nothing() -> None:
    assert career(tenures(("2010", None)), TODAY) is None
