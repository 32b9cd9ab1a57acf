"""`/find-quote/`: what carries a quotation, and how near it comes to it."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from statements.models import Snapshot, Statement
from tests.cast import SIGNED_IN, Cast, actor, anchored, document, statement

SAID = "The U.S. and Russia’s “peace-making” efforts, said the Élysée, have failed."


def look_for(reader: Client, quotation: str) -> Any:
    """Give the page of the quotation."""
    response = reader.get("/find-quote/", {"quote": quotation})
    assert response.status_code == 200
    return response


def answers(response: Any) -> list[tuple[str, list[Statement]]]:
    """Give the name of each verdict with its statements."""
    return [(answer.name, answer.statements) for answer in response.context["answers"]]


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
        "the U.S. … have failed",
    ],
)
def test_the_same_words_are_exact_however_they_are_marked(
    reader: Client, db: None, quotation: str
) -> None:
    made = statement(document(), SAID)
    response = look_for(reader, quotation)
    assert answers(response) == [("exact", [made])]
    page = response.content.decode()
    assert "In the archive, word for word" in page
    assert "100 % alike" in page


@pytest.mark.parametrize(
    ("quotation", "yours", "source"),
    [
        ("Russia’s peace-making effort said the Élysée", "effort", "efforts"),
        ("Russia’s peace-making big efforts said the Élysée", "big", None),
        ("the U.S. and peace-making efforts said", None, "Russia’s"),
    ],
)
def test_other_words_are_marked_on_both_sides(
    reader: Client, db: None, quotation: str, yours: str | None, source: str | None
) -> None:
    made = statement(document(), SAID)
    response = look_for(reader, quotation)
    assert answers(response) == [("altered", [made])]
    page = response.content.decode()
    said = {
        "del": f"</span>{yours}<span" if yours else None,
        "ins": f"</span>{source}<span" if source else None,
    }
    for tag, expected in said.items():
        marked = page.split("answer__words")[1].count(f"<{tag} ")
        assert marked == bool(expected), tag
        assert expected is None or expected in page
    assert "In the archive, with differences" in page


def test_a_difference_is_said_to_who_does_not_see_it(reader: Client, db: None) -> None:
    statement(document(), SAID)
    page = look_for(reader, "Russia’s peace-making attempts said the Élysée").content.decode()
    assert "(only in yours: </span>attempts<span" in page
    assert "(only in the source: </span>efforts<span" in page


@pytest.mark.parametrize("quotation", ["making eff", "A spokesman", "zebra"])
def test_what_is_not_there_is_not_in_our_archive(reader: Client, db: None, quotation: str) -> None:
    statement(document(), SAID)
    page = look_for(reader, quotation).content.decode()
    assert "Not in our archive" in page
    assert "That says nothing of whether it was said" in page
    assert "false" not in page.lower()


def test_near_matches_are_offered_where_nothing_is_found(reader: Client, db: None) -> None:
    made = statement(document(), SAID)
    response = look_for(reader, "All efforts to feed the zebras of the world have failed")
    assert answers(response) == [("near", [made])]
    page = response.content.decode()
    assert "Near matches" in page
    assert "Not in our archive" in page


@pytest.mark.parametrize("quotation", ["port shut", "shut port"])
def test_half_a_word_is_another_word(reader: Client, db: None, quotation: str) -> None:
    statement(document(), "The airport shut. They shut ports. No port did.")
    assert "Not in our archive" in look_for(reader, quotation).content.decode()


def test_a_translation_is_shown_with_its_statement(reader: Client, db: None) -> None:
    made = statement(document(), SAID)
    text = "Les efforts de paix ont échoué."
    made.translations.create(language="fr", translator="machine", text=text)
    response = look_for(reader, "les efforts de paix")
    assert answers(response) == [("translation", [made])]
    page = response.content.decode()
    assert "In the archive, as a translation" in page
    assert "a translation into French (machine)" in page
    assert "peace-making" in page


def test_a_rendering_leads_to_what_it_renders(reader: Client, db: None) -> None:
    original = statement(document(), "Усилия не удались.", language="ru")
    made = statement(document(), SAID, translation_of=original)
    response = look_for(reader, SAID)
    assert answers(response) == [("translation", [made])]
    assert f'<a href="{original.get_absolute_url()}">another statement</a>, in Russian' in (
        response.content.decode()
    )
    Statement.objects.filter(pk=original.pk).update(editorial_status="draft")
    hidden = look_for(reader, SAID)
    assert answers(hidden) == [("exact", [made])]
    assert original.public_id not in hidden.content.decode()


def test_a_passage_of_a_source_is_shown_with_the_source(reader: Client, db: None) -> None:
    source = document(title="A speech", url="https://example.org/speech")
    Snapshot.objects.create(document=source, text=f"Good evening. {SAID} Good night.")
    response = look_for(reader, "peace-making efforts, said the Élysée")
    assert answers(response) == [("source", [])]
    page = response.content.decode()
    assert "In a source, but in no statement yet" in page
    assert source.get_absolute_url() in page
    assert "https://example.org/speech" in page
    assert "Good evening." in page


def test_two_statements_are_shown_in_their_order(reader: Client, db: None) -> None:
    text = "We are concerned about the border. Talks will go on tomorrow."
    copy = Snapshot.objects.create(document=document(), text=text)
    two = [anchored(copy, f"{sentence}.") for sentence in text.rstrip(".").split(". ")]
    response = look_for(reader, "concerned about the border. Talks will go on")
    assert answers(response) == [("exact", two)]
    assert "This runs across 2 statements of one source." in response.content.decode()


def test_a_retracted_statement_says_so(reader: Client, db: None) -> None:
    statement(document(), SAID, editorial_status="retracted", retraction_reason="It was made up.")
    assert "It was made up." in look_for(reader, SAID).content.decode()


def test_drafts_are_not_found(reader: Client, editor: Client, db: None) -> None:
    draft = document(editorial_status="draft")
    copy = Snapshot.objects.create(document=draft, text=SAID)
    anchored(copy, SAID, editorial_status="draft")
    statement(document(), "Other words in English.")
    for client in (reader, editor):
        page = look_for(client, SAID).content.decode()
        assert "Not in our archive" in page
        assert "Near matches" not in page


def test_what_cannot_be_taken_is_an_error_beside_the_field(reader: Client, cast: Cast) -> None:
    page = look_for(reader, "x " * 3000).content.decode()
    assert 'id="error-quote"' in page
    assert "This has 5999 characters; at most 2000 can be taken." in page
    assert "Not in our archive" not in page


def test_more_words_than_can_be_taken_are_an_error(reader: Client, db: None) -> None:
    page = look_for(reader, "president " * 151).content.decode()
    assert "These are 151 words; at most 150 can be taken here." in page
    assert "At most 150 words." in page


@pytest.mark.parametrize("quotation", ["—", "ـ", "…"])
def test_what_has_no_words_is_an_error(reader: Client, db: None, quotation: str) -> None:
    page = look_for(reader, quotation).content.decode()
    assert f"There is no word in “{quotation}” to search for." in page
    assert 'id="error-quote"' in page


def test_nothing_is_said_before_anything_is_asked(reader: Client, db: None) -> None:
    page = reader.get("/find-quote/").content.decode()
    assert "Not in our archive" not in page
    assert "error" not in page


def test_very_common_words_are_answered_too(reader: Client, db: None) -> None:
    made = statement(document(), "Over to you, he said.")
    response = look_for(reader, "over to you")
    assert answers(response) == [("exact", [made])]
    assert "the 15,000 newest statements were looked through" in response.content.decode()


def test_only_the_first_of_many_are_shown(reader: Client, db: None) -> None:
    source = document()
    for number in range(20):
        statement(source, f"Gas, number {number}.")
    assert "most alike are shown" not in look_for(reader, "gas number").content.decode()
    statement(source, "Gas, number one.")
    response = look_for(reader, "gas number")
    assert "The 20 most alike are shown." in response.content.decode()
    assert len(response.context["answers"]) == 20


def test_of_what_is_only_near_a_few_are_shown(reader: Client, db: None) -> None:
    source = document()
    for number in range(5):
        statement(source, f"{SAID} {number}")
    near = answers(look_for(reader, "All efforts to feed the zebras of the world have failed"))
    assert [name for name, _ in near] == ["near"] * 3


def test_a_repeated_word_counts_as_often_as_it_stands(reader: Client, db: None) -> None:
    made = statement(document(), "No, no Gas, gas, gas! President of the gas.")
    assert answers(look_for(reader, "gas gas gas")) == [("exact", [made])]
    assert answers(look_for(reader, "gas gas gas gas")) == [("altered", [made])]


@pytest.mark.parametrize("quotation", ["gasˆ deal", "\u0301 gas deal", "gas (deal", "gas ˆ deal"])
def test_signs_and_marks_that_stand_alone_are_no_words(
    reader: Client, db: None, quotation: str
) -> None:
    made = statement(document(), "⑴ Gas deal, he said.")
    assert answers(look_for(reader, quotation)) == [("exact", [made])]


def test_markup_in_words_is_shown_and_not_obeyed(reader: Client, db: None) -> None:
    statement(document(), "He wrote <script>alert(1)</script> in the <b>minutes</b> of it.")
    page = look_for(reader, "He wrote <script>alert(2)</script> in the <b>minutes</b>")
    assert "<script" not in page.content.decode()
    assert "&lt;b&gt;minutes" in page.content.decode()


def grow(number: int) -> None:
    """Put statements on record that carry the words, each in two copies, with a translation."""
    for at in range(number):
        somebody = actor(f"Somebody {at}", f"somebody-{Statement.objects.count()}")
        copy = Snapshot.objects.create(document=document(), text=f"{SAID} {at} Goodbye all.")
        made = anchored(copy, SAID, speaker=somebody)
        made.translations.create(language="fr", translator="official", text=f"Ils ont dit {at}.")


@pytest.mark.parametrize(
    ("quotation", "queries"),
    [
        # How large the archive is, the words, the texts; then the cards and what is on them.
        ("Russia’s peace-making attempts, said the Élysée", 7),
        ("ils ont dit", 8),
        # Around the statements, too, and in copies, with the statements that hold the passages.
        ("said the Élysée, have failed. 1 Goodbye all", 10),
        ("then the zebras failed to migrate to Russia", 11),
    ],
)
def test_as_much_is_asked_for_many_answers_as_for_few(
    reader: Client, db: None, quotation: str, queries: int
) -> None:
    for number in (2, 9):
        grow(number)
        with CaptureQueriesContext(connection) as asked:
            look_for(reader, quotation)
        assert len(asked) - SIGNED_IN == queries
