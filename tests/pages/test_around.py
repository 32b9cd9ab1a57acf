"""The exchanges before and after one, between the same actors, on its page."""

import re
from typing import Any

import pytest
from django.test import Client

from actors.models import Actor
from statements.models import Exchange, Participation
from tests.cast import Cast, exchange


def around(client: Client, of: Exchange) -> str:
    """Give the words of what stands around it, "" where nothing does."""
    page = client.get(of.get_absolute_url()).content.decode()
    _, found, rest = page.partition('<nav class="around"')
    words = re.sub(r"<[^>]+>", " ", f"<{rest.split('</nav>')[0]}") if found else ""
    return " ".join(words.split())


def call(cast: Cast, date: str | None, title: str, *more: Actor, **fields: Any) -> Exchange:
    return exchange(cast.macron, cast.putin, *more, date=date, title=title, **fields)


@pytest.fixture(autouse=True)
def _alone(cast: Cast) -> None:
    Participation.objects.all().delete()


PAIR = "Every contact of Emmanuel Macron and Vladimir Putin"
TITLE = "The same people, before and after"


def test_the_nearest_before_and_after_are_told_with_how_far_they_are(
    reader: Client, cast: Cast
) -> None:
    call(cast, "2022-01-01", "Farther before")
    call(cast, "2022-02-07", "Before")
    here = call(cast, "2022-02-20", "Here")
    call(cast, "2022-06-21", "After", cast.biden)
    call(cast, "2022-07-01", "Farther after")
    assert around(reader, here).removeprefix('aria-labelledby="around"> ') == (
        f"{TITLE} 13 days before Before Call, 7 February 2022 "
        f"4 months after After Call, 21 June 2022 {PAIR}"
    )


def test_of_three_only_what_all_of_them_shared(reader: Client, cast: Cast) -> None:
    call(cast, "2022-02-07", "Before of two")
    here = call(cast, "2022-02-20", "Here", cast.biden)
    call(cast, "2022-02-27", "After", cast.biden, cast.kremlin)
    told = around(reader, here)
    assert "before Before" not in told
    assert "7 days after After Call, 27 February 2022" in told
    assert told.endswith("Emmanuel Macron and Joe Biden Vladimir Putin and Joe Biden")


def test_what_may_be_before_or_after_is_not_put_in_an_order(reader: Client, cast: Cast) -> None:
    call(cast, "2022-02", "That month")
    here = call(cast, "2022-02-20", "Here")
    call(cast, "2022-02-20", "That day")
    assert around(reader, here).removeprefix('aria-labelledby="around"> ') == (
        f"{TITLE} Before or after: not known That month Call, February 2022 "
        f"Before or after: not known That day Call, 20 February 2022 {PAIR}"
    )


def test_on_one_day_the_clock_tells_the_order(reader: Client, cast: Cast) -> None:
    clock = {"timezone": "Europe/Paris"}
    call(cast, "2022-02-20", "Morning", time="08:00", **clock)
    call(cast, "2022-02-20", "Late morning", time="11:00", **clock)
    here = call(cast, "2022-02-20", "Noon", time="12:00", **clock)
    call(cast, "2022-02-20", "Night", time="23:00", **clock)
    call(cast, "2022-02-20", "Evening", time="20:00", **clock)
    assert around(reader, here).removeprefix('aria-labelledby="around"> ') == (
        f"{TITLE} Earlier that day Late morning Call, 20 February 2022 "
        f"Later that day Evening Call, 20 February 2022 {PAIR}"
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"editorial_status": "draft"},
        {"editorial_status": "retracted", "retraction_reason": "It was not so."},
        {"status": "cancelled"},
        {"status": "proposed"},
    ],
)
def test_what_did_not_happen_or_is_not_public_is_passed_over(
    reader: Client, cast: Cast, fields: dict[str, str]
) -> None:
    call(cast, "2022-02-01", "Before")
    call(cast, "2022-02-07", "Nearer", **fields)
    here = call(cast, "2022-02-20", "Here")
    told = around(reader, here)
    assert "19 days before Before" in told
    assert "Nearer" not in told


def test_what_is_planned_is_called_so(reader: Client, cast: Cast) -> None:
    here = call(cast, "2022-02-20", "Here")
    call(cast, "2022-02-24", "To come", status="planned")
    assert "4 days after To come Planned Call, 24 February 2022" in around(reader, here)


def test_nothing_is_claimed_of_who_is_not_known(reader: Client, cast: Cast) -> None:
    call(cast, "2022-02-07", "Before")
    here = call(cast, "2022-02-20", "Here")
    Participation.objects.create(exchange=here, name_as_printed="an interpreter")
    told = around(reader, here)
    assert "Before Call" not in told
    assert told.endswith(PAIR)


def test_without_a_date_or_alone_there_is_no_before(reader: Client, cast: Cast) -> None:
    call(cast, "2022-02-07", "Before")
    assert "Before Call" not in around(reader, call(cast, None, "Undated"))
    assert around(reader, exchange(cast.macron, date="2022-02-20")) == ""
