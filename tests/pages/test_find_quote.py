"""`/find-quote/`: what carries a quotation, and how near it comes to it."""

from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from statements.models import Document, Snapshot, Statement
from statements.pages.quotes import LONGEST, LONGEST_ADDRESS
from tests.cast import SIGNED_IN, Cast, actor, anchored, document, signed_in, statement

SAID = "The U.S. and Russia’s “peace-making” efforts, said the Élysée, have failed."


def look_for(reader: Client, quotation: str) -> Any:
    """Give the page of the quotation."""
    response = reader.get("/find-quote/", {"quote": quotation})
    assert response.status_code == 200
    return response


def answers(response: Any) -> list[tuple[str, list[Statement]]]:
    """Give the name of each verdict with its statements."""
    return [(answer.name, answer.statements) for answer in response.context["answers"]]


def paste(client: Client, quotation: str, **more: str) -> Any:
    """Give the answer to the form of the page, before it leads anywhere."""
    return client.post("/find-quote/", {"quote": quotation, **more})


def headline(response: Any) -> str:
    """Give what stands above the answers."""
    return said_between(response, '<h2 id="verdict">', "</h2>")


def meaning(response: Any) -> str:
    """Give what stands between the first verdict, with it, and its passage."""
    return said_between(response, '<h3 class="answer__verdict">', "<blockquote")


def said_between(response: Any, first: str, last: str) -> str:
    """Give the text between two pieces of markup, with single spaces."""
    markup = response.content.decode().split(first)[1].split(last)[0]
    return " ".join(unescape(strip_tags(markup)).split())


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
def test_the_same_words_are_exact_however_they_are_marked(
    reader: Client, db: None, quotation: str
) -> None:
    made = statement(document(), SAID)
    response = look_for(reader, quotation)
    assert answers(response) == [("exact", [made])]
    assert headline(response) == "In the archive, word for word"
    assert "100 % alike" in meaning(response)


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
    source = document(
        title="A speech", url="https://example.org/speech", copy_shown=Document.Shown.WHOLE
    )
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


RETRACTED = {"editorial_status": "retracted", "retraction_reason": "It was made up."}


def test_a_retracted_statement_says_so_in_the_headline(reader: Client, db: None) -> None:
    statement(document(), SAID, **RETRACTED)
    response = look_for(reader, SAID)
    assert headline(response) == "In the archive, word for word, since retracted"
    assert "It was made up." in response.content.decode()


def test_a_retracted_source_says_so_in_the_headline(reader: Client, db: None) -> None:
    Snapshot.objects.create(document=document(**RETRACTED), text=f"Good evening. {SAID}")
    response = look_for(reader, "peace-making efforts, said the Élysée")
    assert headline(response) == "In a source, but in no statement yet, since retracted"


def test_the_same_words_that_stand_come_before_those_taken_back(reader: Client, db: None) -> None:
    stands = statement(document(), SAID)
    taken_back = statement(document(), SAID, **RETRACTED)
    response = look_for(reader, SAID)
    assert answers(response) == [("exact", [stands]), ("exact", [taken_back])]
    assert headline(response) == "In the archive, word for word"


LONG = (
    "I came here to say that we want to support the people, who have had to bear all that was "
    "decided about them elsewhere, and that no sanctions will change it."
)


@pytest.mark.parametrize(
    ("quotation", "label", "said"),
    [
        ("the U.S. … have failed", "Altered", "more left out than quoted"),
        ("the U.S. and Russia’s … said the Élysée, have failed", "Exact", "3 words left out"),
        ("the U.S. and … peace-making efforts", "Exact", "2 words left out"),
        ("Russia’s “peace-making” … said the Élysée", "Exact", "1 word left out"),
        ("Russia’s “peace-making” … efforts", "Exact", ""),
    ],
)
def test_what_an_ellipsis_leaves_out_is_said(
    reader: Client, db: None, quotation: str, label: str, said: str
) -> None:
    statement(document(), SAID)
    response = look_for(reader, quotation)
    assert response.context["answers"][0].name == label.lower()
    how = f", with {said}" if said else ""
    assert headline(response) == (
        f"In the archive, word for word{how}" if label == "Exact" else f"In the archive{how}"
    )
    assert meaning(response).startswith(f"Exact{how} 100 %" if label == "Exact" else "Altered 71 %")


def test_a_collage_is_not_word_for_word(reader: Client, db: None) -> None:
    made = statement(document(), LONG)
    response = look_for(reader, "I … support … sanctions")
    assert answers(response) == [("altered", [made])]
    assert headline(response) == "In the archive, with more left out than quoted"
    assert "100 %" not in meaning(response)
    assert "leaves out 25 words, more than the 3 that you quote" in meaning(response)


def test_what_stands_together_comes_before_a_collage(reader: Client, db: None) -> None:
    statement(document(), LONG)
    said = statement(document(), "I will support all sanctions.")
    response = look_for(reader, "I … support … sanctions")
    assert answers(response) == [("exact", [said])]


@pytest.mark.parametrize(
    ("language", "text", "quotation", "words"),
    [
        ("en", "We will agree to all of that.", "We will not agree to all of that", "“not”"),
        ("en", "We won’t agree to any of that.", "We will agree to any of that", "“won’t”"),
        ("en-GB", "We can agree to any of that.", "We can't agree to any of that", "“can't”"),
        ("fr", "Nous n’acceptons pas cette idée.", "Nous acceptons cette idée", "“n’”, “pas”"),
        ("ru", "Мы согласны на эти условия.", "Мы не согласны на эти условия", "“не”"),
        ("en", "We will agree to all of that.", "We shall agree to all of that", ""),
        ("en", "We do not agree to that, he said.", "We do, he said, not agree to that", ""),
        ("und", "We will agree to all of that.", "We will not agree to all of that", ""),
    ],
)
def test_a_difference_in_a_negation_is_said_in_words(
    reader: Client, db: None, language: str, text: str, quotation: str, words: str
) -> None:
    statement(document(language=language), text, language=language)
    response = look_for(reader, quotation)
    assert response.context["answers"][0].name == "altered"
    assert (f"The words differ in {words}" in meaning(response)) == bool(words)
    assert headline(response) == "In the archive, with differences" + (
        f", {words} among them" if words else ""
    )


def test_a_negation_that_an_ellipsis_leaves_out_is_said(reader: Client, db: None) -> None:
    statement(document(), "We will not agree to any of that, ever.")
    response = look_for(reader, "We will … agree to any of that")
    assert headline(response) == "In the archive, with “not” left out"
    assert response.context["answers"][0].name == "altered"
    assert meaning(response).startswith("Altered 93 % alike")
    assert "Left out is “not”" in meaning(response)


def test_a_short_quotation_with_little_alike_is_only_near(reader: Client, db: None) -> None:
    made = statement(document(), "We will agree to that.")
    response = look_for(reader, "We will not agree to sanctions")
    assert answers(response) == [("near", [made])]
    assert headline(response) == "Not in our archive"
    assert "The words differ in “not”" in meaning(response)


def an_interview(**fields: Any) -> list[Statement]:
    """Put a question and the answer to it on record, by two people."""
    said = ("Will you agree to the border as it stands?", "That is for others to decide.")
    copy = Snapshot.objects.create(document=document(), text=" ".join(said))
    asks = anchored(copy, said[0], speaker_as_printed="A journalist")
    return [asks, anchored(copy, said[1], **fields)]


def test_a_quotation_out_of_two_mouths_says_so(reader: Client, db: None) -> None:
    two = an_interview(speaker=actor("Emmanuel Macron", "macron"))
    response = look_for(reader, "the border as it stands? That is for others")
    assert answers(response) == [("exact", two)]
    assert headline(response) == "In the archive, word for word, from 2 speakers"
    assert "2 people speak here: A journalist, then Emmanuel Macron." in meaning(response)


@pytest.mark.parametrize("name", ["A journalist", "Journalist", "A journalist of The Paper"])
def test_two_statements_of_one_speaker_are_from_one(reader: Client, db: None, name: str) -> None:
    an_interview(speaker_as_printed=name)
    response = look_for(reader, "the border as it stands? That is for others")
    assert headline(response) == "In the archive, word for word"
    assert "people speak" not in meaning(response)


@pytest.mark.parametrize(
    "quotation",
    [
        "“We must agree on zebras",
        'zebras, "he said',
        "speaker: zebras",
        "-zebras and lions",
        "«zebras» or",
        "zebras from: the U.S.",
        "zebras " * 150,
        "斑马" * 400,
        "zebra" * 300,
    ],
)
def test_the_words_can_be_searched_for_whatever_stands_around_them(
    reader: Client, db: None, quotation: str
) -> None:
    statement(document(), "Zebras will be agreed on.")
    page = look_for(reader, quotation).content.decode()
    link = page.split('<a href="/statements/?q=')[1].split('"')[0]
    searched = reader.get(f"/statements/?q={link}")
    assert "This search cannot be understood" not in searched.content.decode()


def test_words_that_no_search_looks_for_are_no_link(reader: Client, db: None) -> None:
    statement(document(), SAID)
    assert "/statements/?q=" not in look_for(reader, "over to you").content.decode()


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


def test_the_form_leads_to_an_address_that_can_be_kept(reader: Client, db: None) -> None:
    made = statement(document(), SAID)
    led = paste(reader, "peace-making efforts,\r\n said")
    assert led.status_code == 302
    assert led["Location"].startswith("/find-quote/?quote=peace-making+efforts")
    assert answers(reader.get(led["Location"])) == [("exact", [made])]


@pytest.mark.parametrize("letter", ["ж", "和", "𠀀"])
def test_all_that_the_form_allows_is_answered(reader: Client, db: None, letter: str) -> None:
    text = f"{letter * 19} " * (LONGEST // 20 - 1) + letter
    made = statement(document(), text, language="und")
    response = paste(reader, text)
    assert response.status_code == 200
    assert answers(response) == [("exact", [made])]
    page = response.content.decode()
    assert "too long to stand in an address" in page
    assert f"{text}</textarea>" in page


def test_an_address_is_as_long_as_the_server_takes(reader: Client, db: None) -> None:
    room = LONGEST_ADDRESS - len("/find-quote/?quote=")
    assert paste(reader, "a" * room).status_code == 302
    assert paste(reader, "a" * (room + 1)).status_code == 200


@pytest.mark.parametrize("times", [300, 3000, 300_000])
def test_what_is_too_long_is_told_so_by_the_form(reader: Client, db: None, times: int) -> None:
    response = paste(reader, ("мир " * 3 * times).strip())
    assert response.status_code == 200
    page = response.content.decode()
    assert f"This has {12 * times - 1} characters; at most 2000 can be taken." in page
    assert "Not in our archive" not in page
    assert len(page) < 100_000


def test_the_form_is_answered_as_the_address_is(reader: Client, db: None) -> None:
    for response in (paste(reader, "мир " * 600), reader.get("/find-quote/?quote=мир")):
        assert {"private", "no-cache"} <= set(response["Cache-Control"].split(", "))
        assert response["X-Robots-Tag"] == "noindex, nofollow"


def test_the_form_is_answered_to_those_alone_who_may_read(db: None) -> None:
    assert paste(Client(), "мир " * 600)["Location"].startswith("/sign-in/?next=/")
    assert paste(signed_in(None), "мир " * 600).status_code == 403


def test_a_form_from_elsewhere_is_refused(reader: Client, db: None) -> None:
    reader.handler.enforce_csrf_checks = True
    assert paste(reader, "мир").status_code == 403
    page = reader.get("/find-quote/").content.decode()
    form = page.split('<form class="narrow"')[1].split("</form>")[0]
    token = form.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    led = paste(reader, "мир", csrfmiddlewaretoken=token)
    assert led.status_code == 302
    assert token not in led["Location"]


@pytest.mark.parametrize("more", [{"speaker": "Putin"}, {"quote": ["мир " * 600, "х"]}])
def test_the_form_drops_nothing_in_silence(
    reader: Client, db: None, more: dict[str, str | list[str]]
) -> None:
    response = reader.post("/find-quote/", {"quote": "мир " * 600, **more})
    assert "This search cannot be understood" in response.content.decode()
    elsewhere = reader.post("/find-quote/?speaker=Putin", {"quote": "мир " * 600})
    assert "is no filter of this list." in elsewhere.content.decode()


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
    assert "<script>" not in page.content.decode()
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


HIDDEN = f"The mayor sneezed twice. {SAID} Nobody clapped."


def test_of_a_source_that_shows_only_quotations_nothing_else_shows(
    reader: Client, db: None
) -> None:
    source = document()
    Snapshot.objects.create(document=source, text=HIDDEN)
    page = look_for(reader, SAID).content.decode()
    assert "In a source, but in no statement yet" in page
    assert "[…]" in page
    for hidden in ("mayor", "sneezed", "clapped"):
        assert hidden not in page

    page = look_for(reader, SAID.replace("failed", "triumphed")).content.decode()
    assert "In a source, but in no statement yet" in page
    assert "failed" not in page

    Document.objects.filter(pk=source.pk).update(copy_shown="whole")
    assert "The mayor sneezed twice." in look_for(reader, SAID).content.decode()


def test_what_runs_on_beyond_a_statement_shows_no_more_than_is_quoted(
    reader: Client, db: None
) -> None:
    source = document()
    copy = Snapshot.objects.create(document=source, text=HIDDEN)
    anchored(copy, SAID)
    page = look_for(reader, f"{SAID} Nobody ever clapped").content.decode()
    assert "[…]" in page
    assert "sneezed" not in page
