"""`/find-quote/`: whether a statement holds the very words."""

from typing import Any

import pytest
from django.test import Client

from tests.cast import Cast, document, statement

SAID = "The U.S. and Russia’s “peace-making” efforts, said the Élysée, have failed."


def look_for(reader: Client, quotation: str) -> Any:
    """Give the page of the quotation."""
    response = reader.get("/find-quote/", {"quote": quotation})
    assert response.status_code == 200
    return response


@pytest.mark.parametrize(
    "quotation",
    [
        SAID,
        "peace-making efforts",
        "peace making efforts",
        "PEACE-MAKING efforts, said",
        "« Russia's peace‑making »",
        "the U.S. and Russia’s",
        "said the elysee",
        "efforts,\n   said\tthe Élysée",
        "Russia’s",
    ],
)
def test_the_same_words_are_found_however_they_are_marked(
    reader: Client, db: None, quotation: str
) -> None:
    made = statement(document(), SAID)
    response = look_for(reader, quotation)
    assert list(response.context["statements"]) == [made]
    assert "Found word for word in 1 statement<" in response.content.decode()


@pytest.mark.parametrize(
    "quotation",
    ["peace-making effort", "efforts have failed", "failed have", "making eff", "A spokesman"],
)
def test_other_words_are_not_in_the_archive_as_typed(
    reader: Client, db: None, quotation: str
) -> None:
    statement(document(), SAID)
    page = look_for(reader, quotation).content.decode()
    assert "Not in the archive as typed" in page
    assert "That says nothing of whether it was said." in page


@pytest.mark.parametrize("quotation", ["port shut", "shut port"])
def test_half_a_word_is_another_word(reader: Client, db: None, quotation: str) -> None:
    statement(document(), "The airport shut. They shut ports. No port did.")
    assert "Not in the archive as typed" in look_for(reader, quotation).content.decode()


def test_words_are_found_in_each_language(reader: Client, db: None) -> None:
    french = statement(document(), "Il ne faut pas humilier la Russie.", language="fr")
    response = look_for(reader, "pas humilier")
    assert list(response.context["statements"]) == [french]


def test_drafts_are_not_found(reader: Client, editor: Client, db: None) -> None:
    statement(document(), SAID, editorial_status="draft")
    statement(document(), "Other words in English.")
    for client in (reader, editor):
        assert "Not in the archive as typed" in look_for(client, SAID).content.decode()


def test_what_cannot_be_taken_is_an_error_beside_the_field(reader: Client, cast: Cast) -> None:
    page = look_for(reader, "x " * 3000).content.decode()
    assert 'id="error-quote"' in page
    assert "This has 5999 characters; at most 2000 can be taken." in page
    assert "Not in the archive" not in page


def test_nothing_is_said_before_anything_is_asked(reader: Client, db: None) -> None:
    page = reader.get("/find-quote/").content.decode()
    assert "Not in the archive" not in page
    assert "error" not in page


def test_only_very_common_words_are_an_error_and_not_a_verdict(reader: Client, db: None) -> None:
    statement(document(), "Over to you, he said.")
    page = look_for(reader, "over to you").content.decode()
    assert "“over to you” is only very common words; give other words too." in page
    assert 'id="error-quote"' in page
    assert "Not in the archive" not in page


def test_words_that_are_common_in_one_language_are_not_said_to_be_missing(
    reader: Client, db: None
) -> None:
    statement(document(), "Over to you, he said.")
    statement(document(), "Rien.", language="fr")
    page = look_for(reader, "over to you").content.decode()
    assert "In English these are only very common words" in page
    assert "Not in the archive" not in page


def test_more_words_than_can_be_taken_are_an_error(reader: Client, db: None) -> None:
    page = look_for(reader, "president " * 151).content.decode()
    assert "These are 151 words; at most 150 can be taken here." in page
    assert "At most 150 words." in page


def test_only_the_first_of_many_are_shown(reader: Client, db: None) -> None:
    source = document()
    for number in range(51):
        statement(source, f"Gas, number {number}.")
    response = look_for(reader, "gas number")
    assert "Found word for word in more than 50 statements" in response.content.decode()
    assert len(response.context["statements"]) == 50


def test_a_repeated_word_is_looked_for_side_by_side(reader: Client, db: None) -> None:
    made = statement(document(), "No, no Gas, gas, gas! President of the gas.")
    assert list(look_for(reader, "gas gas gas").context["statements"]) == [made]
    assert not look_for(reader, "gas gas gas gas").context["statements"]
    assert list(look_for(reader, "gas president of").context["statements"]) == [made]


@pytest.mark.parametrize("quotation", ["gasˆ deal", "⑴ gas deal", "\u0301 gas deal", "gas (deal"])
def test_signs_that_unaccent_makes_are_no_expression(
    reader: Client, db: None, quotation: str
) -> None:
    made = statement(document(), "⑴ Gas deal, he said.")
    other = statement(document(), "A gas deal")
    found = list(look_for(reader, quotation).context["statements"])
    assert made in found
    assert (other in found) == ("⑴" not in quotation)


@pytest.mark.parametrize("quotation", ["gas \u0301", "gas ˆ"])
def test_marks_that_stand_alone_are_no_words(reader: Client, db: None, quotation: str) -> None:
    made = statement(document(), "Gas, he said.")
    assert list(look_for(reader, quotation).context["statements"]) == [made]


def test_a_word_of_which_not_every_place_is_known_is_found(reader: Client, db: None) -> None:
    made = statement(document(), "gas coal " * 1200 + "gas deal")
    assert list(look_for(reader, "gas deal").context["statements"]) == [made]
