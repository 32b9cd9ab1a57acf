"""The title of a person on a date comes from the tenures."""

from datetime import date

import pytest

from actors.models import Actor, Tenure
from actors.titles import titles_between

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann() -> Actor:
    """A mayor to 7 May 2008, minister from that day on, and member of a council at some time."""
    ann = Actor.objects.create(slug="ann", name="Ann", kind="person")
    Tenure.objects.create(person=ann, title="Mayor", start="2000-05-07", end="2008-05-07")
    Tenure.objects.create(person=ann, title="Minister", start="2008-05-07")
    Tenure.objects.create(person=ann, title="Councillor", start="1998", end="2000-06")
    return ann


@pytest.mark.parametrize(
    ("day", "titles"),
    [
        ("1997-12-31", []),
        ("1998-01-01", ["Councillor"]),
        ("2000-05-06", ["Councillor"]),
        ("2000-05-07", ["Councillor", "Mayor"]),
        ("2000-06-30", ["Councillor", "Mayor"]),
        ("2000-07-01", ["Mayor"]),
        ("2008-05-07", ["Mayor", "Minister"]),
        ("2008-05-08", ["Minister"]),
        ("2031-01-01", ["Minister"]),
    ],
)
def test_the_title_is_the_one_held_that_day_and_both_where_posts_overlap(
    ann: Actor, day: str, titles: list[str]
) -> None:
    when = date.fromisoformat(day)
    assert titles_between(ann.tenures.all(), when, when) == titles


def test_an_imprecise_date_gives_every_post_it_may_fall_into(ann: Actor) -> None:
    assert titles_between(ann.tenures.all(), date(2008, 1, 1), date(2008, 12, 31)) == [
        "Mayor",
        "Minister",
    ]
