"""`/exchanges/`: what each filter keeps."""

import pytest
from django.test import Client

from statements.models import Document, Exchange, Readout
from tests.cast import Cast, actor, exchange
from tests.pages.conftest import listing, problems, shown

LIST = "/exchanges/"


def found(reader: Client, query: str) -> set[Exchange]:
    """Give the exchanges that the page lists, and check that it counts them right."""
    response = reader.get(f"{LIST}?{query}")
    rows = shown(response)
    assert listing(response).problems == []
    assert listing(response).count == len(rows)
    return set(rows)


def test_newest_first_and_what_has_no_date_last(reader: Client, cast: Cast) -> None:
    assert shown(reader.get(LIST)) == [
        cast.monday_call,
        cast.sunday_call,
        cast.biden_call,
        cast.visit,
        cast.summit,
    ]


def test_oldest_first(reader: Client, cast: Cast) -> None:
    assert shown(reader.get(f"{LIST}?sort=oldest")) == [
        cast.visit,
        cast.sunday_call,
        cast.biden_call,
        cast.monday_call,
        cast.summit,
    ]


def test_several_actors_all_took_part(reader: Client, cast: Cast) -> None:
    assert found(reader, "actor=joe-biden") == {cast.biden_call, cast.summit}
    assert found(reader, "actor=Joe+Biden&actor=Micron") == {cast.biden_call}
    assert found(reader, "actor=joe-biden&actor=elysee-palace") == set()


def test_words_of_title_summary_place_and_condition(reader: Client, cast: Cast) -> None:
    assert found(reader, "q=Moscow") == {cast.visit}
    assert found(reader, "q=invading") == {cast.summit}


def test_relevance(reader: Client, cast: Cast) -> None:
    often = exchange(title="Gas, gas and gas", date="2020")
    once = exchange(title="Gas and many another matter of the day", date="2023")
    assert shown(reader.get(f"{LIST}?q=gas&sort=relevance")) == [often, once]


@pytest.mark.parametrize("topic", ["security", "Security guarantees", "Treaty drafts"])
def test_topic_with_those_below(reader: Client, cast: Cast, topic: str) -> None:
    assert found(reader, f"topic={topic}") == {cast.monday_call}


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("from=2022-02-20&to=2022-02-20", {"Sunday", "Biden", "Moscow"}),
        ("from=2022-02-21", {"Monday", "Moscow"}),
        ("to=2022-02-01", {"Moscow"}),
        ("to=2022-01-31", set()),
    ],
)
def test_both_ends_are_included_and_a_month_overlaps(
    reader: Client, cast: Cast, query: str, titles: set[str]
) -> None:
    assert {row.title.split()[-1] for row in found(reader, query)} == titles


def test_kind_and_status(reader: Client, cast: Cast) -> None:
    assert found(reader, "kind=visit&kind=summit") == {cast.visit, cast.summit}
    assert found(reader, "status=proposed") == {cast.summit}
    assert found(reader, "status=held&kind=summit") == set()


def test_country_concerned_or_of_a_participant(reader: Client, cast: Cast) -> None:
    assert found(reader, "country=US") == {cast.biden_call, cast.summit}
    far_away = exchange(title="In Geneva", countries=["CH"])
    assert found(reader, "country=CH") == {far_away}


def test_drafts_are_in_no_list_and_no_count(reader: Client, cast: Cast) -> None:
    exchange(cast.macron, title="Secret", date="2022-02-22", editorial_status="in_review")
    exchange(cast.macron, title="Also secret", date="2022-02-23", editorial_status="draft")
    response = reader.get(f"{LIST}?actor=emmanuel-macron")
    assert listing(response).count == 4
    assert "ecret" not in response.content.decode()


def test_what_cannot_be_understood_is_an_error_without_results(reader: Client, cast: Cast) -> None:
    response = reader.get(f"{LIST}?actor=Nobody&status=done&speaker=x")
    assert problems(response) == {
        "": "“speaker” is no filter of this list.",
        "actor": "The archive knows nobody by the name “Nobody”.",
        "status": "“done” is not one of the choices: Held, Planned, Proposed, Cancelled.",
    }


def test_a_card_shows_kind_date_title_and_who_took_part_with_titles(
    reader: Client, cast: Cast
) -> None:
    page = reader.get(f"{LIST}?q=Monday").content.decode()
    assert '<li class="exchange-card__kind">Call</li>' in page
    day = '<span class="exchange-card__weekday">Monday</span> <time datetime="2022-02-21"'
    assert day in page
    assert "President of Russia" in page
    assert "President of France and Co-Prince of Andorra" in page
    assert "3 statements" in page


def test_what_was_not_held_is_marked_with_its_condition(reader: Client, cast: Cast) -> None:
    page = reader.get(f"{LIST}?status=proposed").content.decode()
    assert '<strong class="mark mark--proposed">Proposed</strong>' in page
    assert "Condition: Russia does not invade Ukraine." in page


def test_a_card_shows_whose_readouts_there_are(reader: Client, cast: Cast) -> None:
    Document.objects.filter(pk=cast.elysee_readout.pk).update(editorial_status="draft")
    us = actor("White House", "white-house", kind="office", country="US")
    Readout.objects.create(exchange=cast.monday_call, side=us, none_found_on="2022-02-22")
    (call,) = shown(reader.get(f"{LIST}?q=Monday"))
    assert call.heard == [
        {"name": "Kremlin", "found": True},
        {"name": "White House", "found": False},
    ]
    page = reader.get(f"{LIST}?q=Monday").content.decode()
    assert "Readout: <bdi>Kremlin</bdi>" in page
    assert "<bdi>White House</bdi>: none found" in page
    assert "Readout: <bdi>Élysée Palace</bdi>" not in page


def test_statements_that_are_drafts_do_not_count_on_a_card(reader: Client, cast: Cast) -> None:
    cast.monday_call.statements.update(editorial_status="draft")
    assert shown(reader.get(f"{LIST}?q=Monday"))[0].said == 0
