"""The parts of a statement's page: badge, passage, wordings, corrections."""

import pytest
from django.test import Client

from statements.models import Attribution, Correction, Document, Snapshot, Statement, Translation
from tests.cast import Cast, anchored, document, person_with, statement


def page_of(client: Client, of: Statement) -> str:
    """Give the page of the statement, with single spaces."""
    response = client.get(of.get_absolute_url())
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def page_of_document(client: Client, of: Statement) -> str:
    """Give the page of the document to which the statement's page leads."""
    response = client.get(f"{of.document.get_absolute_url()}?said={of.public_id}")
    return str(response.content.decode())


def kept(text: str, **fields: str) -> Snapshot:
    """Give a copy of a source of which all may be shown."""
    source = document(**{"copy_shown": "whole", "rights": "CC BY 4.0"} | fields)
    return Snapshot.objects.create(document=source, text=text)


def test_the_words_are_marked_among_what_stands_around_them(reader: Client, cast: Cast) -> None:
    copy = kept("He <b>came</b>. It was late. He left.", language="fr")
    words = anchored(copy, "It was late.")
    page = page_of(reader, words)
    assert (
        '<blockquote class="excerpt" lang="fr" dir="auto"><p>He &lt;b&gt;came&lt;/b&gt;. '
        "<mark>It was late.</mark> He left.</p></blockquote>"
    ) in page
    assert (
        f'<a href="{copy.document.get_absolute_url()}?said={words.public_id}'
        f'#said-{words.public_id}">See it in its place</a>'
    ) in page
    place = page_of_document(reader, words)
    assert f'id="said-{words.public_id}"' in place
    copy.refresh_from_db()
    assert f'SHA-256 <code class="hash">{copy.sha256}</code>' in page
    assert "characters 16 to 28" in page


def test_what_is_left_out_of_the_copy_is_said(reader: Client, cast: Cast) -> None:
    copy = kept(f"{'Before it. ' * 100}It was late.{' After it.' * 100}")
    page = page_of(reader, anchored(copy, "It was late."))
    gap = '<span class="excerpt__gap">[…]</span>'
    assert f"<p>{gap} Before it. Before it." in page
    assert f"After it. After it. {gap}</p>" in page
    assert "characters 1,100 to 1,112" in page
    assert 250 < page.split("<mark>")[0].rpartition(gap)[2].count("") < 460


def test_of_a_source_that_may_only_be_quoted_nothing_else_is_shown(
    reader: Client, cast: Cast
) -> None:
    words = anchored(kept("Secret one. It was late.", copy_shown="quotations"), "It was late.")
    page = page_of(reader, words)
    assert "Secret one" not in page
    assert "Of this source only quotations may be shown" in page
    assert "<mark>" not in page


@pytest.mark.parametrize("role", ["reader", "editor"])
def test_of_a_source_that_is_a_draft_nothing_is_shown(
    reader: Client, editor: Client, cast: Cast, role: str
) -> None:
    words = anchored(kept("Secret one. It was late."), "It was late.")
    Document.objects.filter(pk=words.document_id).update(editorial_status="draft")
    page = page_of({"reader": reader, "editor": editor}[role], words)
    for hidden in ("Secret one", "See it in its place", "SHA-256"):
        assert hidden not in page


def test_the_badge_says_in_words_what_the_evidence_is(reader: Client, cast: Cast) -> None:
    heard = statement(document(), quote_type="direct", override_reason="Heard.")
    told = statement(cast.kremlin_readout, "He was worried.")
    for of, words in (
        (cast.condition, "Verified word for word</a>"),
        (heard, "Unverified</a>"),
        (told, "In other words than the speaker’s</a>"),
    ):
        page = page_of(reader, of)
        badge = page[page.index('<p class="statement__badges">') :].partition("</p>")[0]
        assert 'href="#evidence"' in badge
        assert words in badge
        assert '<section id="evidence"' in page


def test_an_original_leads_and_the_translation_follows(reader: Client, cast: Cast) -> None:
    original = statement(
        document(language="ar"), "قال.", language="ar", quote_type="direct", override_reason="x"
    )
    Statement.objects.filter(pk=cast.condition.pk).update(translation_of=original, translated=True)
    Translation.objects.create(
        statement=cast.condition, language="de", text="Nur wenn.", translator="newsroom"
    )
    page = page_of(reader, cast.condition)
    order = [
        "Arabic, the original",
        'lang="ar" dir="auto"> <p>“قال.”</p>',
        "English, a translation as published by <bdi>Élysée Palace</bdi></p>",
        f"<p>“{cast.condition.text}”</p>",
        "German, newsroom translation</p>",
        "<p>“Nur wenn.”</p>",
        '<p class="speaker">',
    ]
    places = [page.index(part) for part in order]
    assert places == sorted(places)


def test_an_original_that_is_a_draft_does_not_lead(reader: Client, cast: Cast) -> None:
    original = statement(document(), "Скрыто.", language="ru")
    Statement.objects.filter(pk=cast.condition.pk).update(translation_of=original)
    Statement.objects.filter(pk=original.pk).update(editorial_status="draft")
    page = page_of(reader, cast.condition)
    assert "the original" not in page
    assert "Скрыто" not in page


def test_the_chain_goes_from_the_speaker_to_the_publisher_where_none_was_entered(
    reader: Client, cast: Cast
) -> None:
    page = page_of(reader, cast.condition)
    chain = page[page.index('<ol class="chain"') :].partition("</ol>")[0]
    assert chain.count("<li") == 2
    assert chain.index("Emmanuel Macron") < chain.index("publisher") < chain.index("Élysée Palace")
    assert '<ol class="chain"' not in page_of(reader, cast.concern), "the Kremlin said it itself"
    Attribution.objects.create(statement=cast.concern, role="outlet", name_as_printed="The Wire")
    assert "<bdi>The Wire</bdi>" in page_of(reader, cast.concern)


def test_a_correction_shows_what_differs_word_by_word(reader: Client, cast: Cast) -> None:
    before = cast.condition.text.replace("only", "never")
    Correction.objects.create(
        statement=cast.condition, note="Misheard.", text_before=before, editor=person_with("chief")
    )
    page = page_of(reader, cast.condition)
    assert '<del class="gone"><span class="said" lang="en"> (gone: </span>never<span' in page
    assert '<ins class="new"><span class="said" lang="en"> (new: </span>only<span' in page


def test_paper_names_the_copy(reader: Client, cast: Cast) -> None:
    page = page_of(reader, cast.condition)
    colophon = page[page.index('<div class="colophon">') :]
    copy = cast.condition.snapshot
    assert copy
    copy.refresh_from_db()
    assert f"SHA-256 {copy.sha256}</p>" in colophon


def test_a_name_that_the_page_does_not_take_is_an_error(reader: Client, cast: Cast) -> None:
    page = page_of(reader, cast.condition)
    assert "<title>Error: " not in page
    wrong = reader.get(f"{cast.condition.get_absolute_url()}?speaker=x").content.decode()
    assert "“speaker” is no filter of this list." in wrong
    assert "<title>Error: " in wrong
    assert "Nothing is shown until it is mended." in wrong
    assert 'class="statement__words' in page
    assert 'class="statement__words' not in wrong
