"""What is planned or proposed: how far off it is, and in which order."""

from datetime import date

import pytest

from dates.edtf import parse
from statements.front.coming import coming, in_words
from statements.postings import current as postings
from tests.cast import exchange

TODAY = date(2022, 3, 1)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022-03-01", "today"),
        ("2022-03-02", "tomorrow"),
        ("2022-03-03", "in 2 days"),
        ("2023-03-01", "in 365 days"),
        ("2022-04", "in 31 days at the earliest"),
        ("2022-03-02/2022-03-04", "tomorrow at the earliest"),
        ("2022-03", "within 30 days"),
        ("2022-02-27/2022-03-02", "within 1 day"),
        ("2022-02-27/2022-03-01", "today"),
        ("2022-02-28", "1 day overdue"),
        ("2022-02", "1 day overdue"),
        ("2021", "60 days overdue"),
    ],
)
def test_how_far_off_it_is(edtf: str, words: str) -> None:
    when = parse(edtf)
    assert in_words(when.earliest, when.latest, TODAY) == words


@pytest.mark.django_db
def test_the_soonest_comes_first_and_what_is_overdue_last() -> None:
    def planned(title: str, day: str | None, **fields: str) -> None:
        exchange(title=title, date=day, **{"status": "planned", **fields})

    planned("long overdue", "2021-01-01")
    planned("overdue", "2022-02-28")
    planned("undated", None, status="proposed")
    planned("later", "2022-04-01", status="proposed")
    planned("today", "2022-03-01")
    planned("going on", "2022-02-20/2022-03-20")
    planned("held", "2022-03-02", status="held")
    planned("called off", "2022-03-02", status="cancelled")
    planned("drafted", "2022-03-02", editorial_status="draft")
    planned("taken back", "2022-03-02", editorial_status="retracted", retraction_reason="Wrong.")
    found = coming(postings.exchanges(), TODAY)
    assert [(one.exchange.title, one.when, one.is_overdue) for one in found] == [
        ("going on", "within 19 days", False),
        ("today", "today", False),
        ("later", "in 31 days", False),
        ("undated", "no date yet", False),
        ("overdue", "1 day overdue", True),
        ("long overdue", "424 days overdue", True),
    ]


@pytest.mark.django_db
def test_what_is_long_overdue_does_not_crowd_out_what_is_to_come() -> None:
    for day in range(1, 21):
        exchange(title=f"due on {day}", date=f"2022-02-{day:02}", status="planned")
        exchange(title=f"ahead {day}", date=f"2022-04-{day:02}", status="planned")
    titles = [one.exchange.title for one in coming(postings.exchanges(), TODAY)]
    assert titles == [f"ahead {day}" for day in range(1, 6)] + ["due on 20", "due on 19"]
