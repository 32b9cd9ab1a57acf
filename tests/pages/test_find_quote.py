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
