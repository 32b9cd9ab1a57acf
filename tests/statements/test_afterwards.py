"""What is of the day of an exchange, what a reaction and what a later version."""

from dataclasses import dataclass

import pytest

from dates.edtf import ImpreciseDate, parse
from statements.afterwards import Share, share_of

PARTICIPANT, ANOTHER = 1, 2


@dataclass
class Words:
    """What is asked of a statement."""

    speaker_id: int | None
    date: ImpreciseDate | None


def share(
    speaker: int | None, said: str = "", published: str = "", held: str = "2022-02-20"
) -> Share:
    """Give the share of what somebody said on a day, in a source of another."""
    said_on, published_on, held_on = (
        parse(day) if day else None for day in (said, published, held)
    )
    return share_of(Words(speaker, said_on), published_on, held_on, {PARTICIPANT})


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2022-02-20", Share.OF_THE_DAY),
        ("2022-02-27", Share.OF_THE_DAY),
        ("2022-02-28", Share.LATER),
        ("2022-06-30", Share.LATER),
        ("2022-02", Share.OF_THE_DAY),
        ("2022-03", Share.LATER),
        ("2022", Share.OF_THE_DAY),
    ],
)
def test_what_was_said_then_and_made_known_more_than_a_week_later_is_a_later_version(
    published: str, expected: Share
) -> None:
    assert share(PARTICIPANT, "2022-02-20", published) is expected


def test_what_a_participant_tells_afterwards_is_a_later_version_too() -> None:
    assert share(PARTICIPANT, "2024-01-01", "2024-01-01") is Share.LATER
    assert share(PARTICIPANT, "2024-01-01") is Share.LATER


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("2022-02-20", Share.OF_THE_DAY),
        ("2022-02-21", Share.REACTION),
        ("2022-02", Share.OF_THE_DAY),
        ("2022-03", Share.REACTION),
        ("", Share.OF_THE_DAY),
    ],
)
def test_what_others_say_after_it_is_a_reaction(said: str, expected: Share) -> None:
    assert share(ANOTHER, said, "2022-02-21") is expected


def test_a_participant_on_the_day_after_does_not_react_to_the_exchange() -> None:
    assert share(PARTICIPANT, "2022-02-21", "2022-02-21") is Share.OF_THE_DAY


def test_what_is_not_known_decides_nothing() -> None:
    assert share(None, "2022-02-25", "2022-02-25") is Share.OF_THE_DAY
    assert share(ANOTHER, "2022-06-30", "2022-06-30", held="") is Share.OF_THE_DAY
    assert share(None, "2022-06-30", "2022-06-30") is Share.LATER


def test_an_exchange_of_a_month_is_over_when_the_month_is() -> None:
    assert share(PARTICIPANT, "", "2022-03-07", held="2022-02") is Share.OF_THE_DAY
    assert share(PARTICIPANT, "", "2022-03-08", held="2022-02") is Share.LATER
    assert share(ANOTHER, "2022-02-28", "2022-02-28", held="2022-02") is Share.OF_THE_DAY
    assert share(ANOTHER, "2022-03-01", "2022-03-01", held="2022-02") is Share.REACTION
