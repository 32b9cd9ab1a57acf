"""Who was in touch most of late, and how long ago."""

from datetime import date

import pytest

from actors.models import Actor
from statements.front.pairs import busiest_pairs
from statements.postings import current as postings
from tests.cast import actor, exchange

TODAY = date(2022, 3, 1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> dict[str, Actor]:
    """Give somebody of each of some countries, by its code."""
    return {
        code: actor(f"Of {code}", f"of-{code.lower()}", country=code) for code in ("FR", "RU", "US")
    }


def pairs(most: int = 9) -> list[tuple[str, str, int, str, int | None]]:
    found = busiest_pairs(postings.exchanges(), TODAY, most)
    return [(p.one.name, p.other.name, p.count, p.last.title, p.days) for p in found]


def test_the_busiest_of_the_last_year_come_first(people: dict[str, Actor]) -> None:
    fr, ru, us = people.values()
    for day in (10, 12, 20):
        exchange(fr, ru, title=f"of {day}", date=f"2022-02-{day}")
    exchange(fr, us, date="2022-02-01")
    exchange(fr, us, title="of 25", date="2022-02-25")
    exchange(ru, us, date="2022-02-25")
    for year in (2018, 2019, 2020):
        exchange(ru, us, date=f"{year}-02-25")
    assert pairs() == [
        ("Of FR", "Of RU", 3, "of 20", 9),
        ("Of FR", "Of US", 2, "of 25", 4),
    ]
    assert len(pairs(1)) == 1


def test_only_what_was_held_counts(people: dict[str, Actor]) -> None:
    fr, ru, _ = people.values()
    held = {"title": "held", "date": "2022-02-10"}
    exchange(fr, ru, **held)
    exchange(fr, ru, **held)
    exchange(fr, ru, date="2022-02-11", status="planned")
    exchange(fr, ru, date="2022-02-12", editorial_status="draft")
    exchange(fr, ru, date="2022-02-13", editorial_status="retracted", retraction_reason="No.")
    exchange(fr, ru)
    assert pairs() == [("Of FR", "Of RU", 2, "held", 19)]


def test_those_of_one_country_are_no_pair(people: dict[str, Actor]) -> None:
    fr, minister = people["FR"], actor("A minister", "a-minister", country="FR")
    nobody = actor("Of nowhere", "of-nowhere")
    for day in (10, 11):
        exchange(fr, minister, nobody, date=f"2022-02-{day}")
    assert pairs() == []


def test_no_days_are_counted_from_a_day_that_is_not_known(people: dict[str, Actor]) -> None:
    fr, ru, _ = people.values()
    exchange(fr, ru, date="2022-01")
    exchange(fr, ru, title="in February", date="2022-02")
    assert pairs() == [("Of FR", "Of RU", 2, "in February", None)]


def test_of_one_day_the_last_is_that_which_began_later(people: dict[str, Actor]) -> None:
    fr, ru, _ = people.values()
    day = {"date": "2022-02-21", "timezone": "Europe/Paris"}
    exchange(fr, ru, title="evening", time="22:00", **day)
    exchange(fr, ru, title="morning", time="09:00", **day)
    exchange(fr, ru, title="some time", date="2022-02-21")
    assert pairs() == [("Of FR", "Of RU", 3, "evening", 8)]


def test_an_empty_archive_has_none() -> None:
    assert pairs() == []
