"""`/statements/<id>/`: the statement with its evidence."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from statements.models import (
    Addressee,
    Attribution,
    Correction,
    Document,
    Exchange,
    Statement,
    StatementLink,
    Translation,
)
from tests.cast import Cast, document, person_with, statement


def page_of(client: Client, of: Statement) -> str:
    """Give the page of the statement."""
    response = client.get(of.get_absolute_url())
    assert response.status_code == 200
    return str(response.content.decode())


def test_it_shows_words_speaker_title_and_evidence(reader: Client, cast: Cast) -> None:
    page = page_of(reader, cast.condition)
    for part in (
        f"<p>“{cast.condition.text}”</p>",
        'cite="https://www.elysee.fr/call"',
        "President of France and Co-Prince of Andorra",
        "“the statement from Elysee Palace said”",
        "characters 0 to 73",
        '<a class="outward" href="https://www.elysee.fr/call" rel="noopener noreferrer external">',
        "Security guarantees",
    ):
        assert part in page


def test_it_shows_the_whole_text(reader: Client, cast: Cast) -> None:
    long = statement(cast.kremlin_readout, "word " * 500 + "end")
    assert "word end" in page_of(reader, long)


def test_it_says_why_unverified_words_are_published(reader: Client, cast: Cast) -> None:
    unverified = statement(
        cast.kremlin_readout, quote_type="direct", override_reason="Heard on the radio."
    )
    page = page_of(reader, unverified)
    assert "these words were not found in a kept copy of the source" in page
    assert "Published all the same, because: Heard on the radio." in page


def test_it_shows_the_chain_and_those_addressed(reader: Client, cast: Cast) -> None:
    for position, (role, somebody) in enumerate(
        [("speaker", cast.putin), ("office", cast.kremlin)], start=1
    ):
        Attribution.objects.create(
            statement=cast.escalation, position=position, role=role, actor=somebody
        )
    Addressee.objects.create(statement=cast.escalation, actor=cast.biden)
    Addressee.objects.create(statement=cast.escalation, name_as_printed="the allies")
    page = page_of(reader, cast.escalation)
    chain = page[page.index('<ol class="chain"') :]
    first, second = chain.split("</li>")[:2]
    assert ">speaker</span>" in first
    assert "Vladimir Putin" in first
    assert ">office</span>" in second
    assert "Kremlin" in second
    assert "<bdi>Joe Biden</bdi>" in page
    assert '<bdi>the allies</bdi> <span class="aside">(not yet identified)</span>' in page


def test_it_shows_translations_links_and_corrections(reader: Client, cast: Cast) -> None:
    editor = person_with("editor")
    Translation.objects.create(
        statement=cast.condition, language="fr", text="À condition.", translator="official"
    )
    StatementLink.objects.create(
        statement=cast.condition,
        other=cast.concern,
        kind="responds_to",
        reason="An hour later.",
        editor=editor,
    )
    Correction.objects.create(
        statement=cast.condition, note="The date was wrong.", text_before="Old.", editor=editor
    )
    page = page_of(reader, cast.condition)
    assert "French, official translation" in page
    assert 'lang="fr" dir="auto"><p>“À condition.”</p>' in page
    assert "This statement responds to that one.</strong> An hour later." in page
    assert cast.concern.text in page
    assert "The date was wrong." in page
    assert "That one responds to this statement." in page_of(reader, cast.concern)


def test_a_rendering_and_its_original_lead_to_each_other(reader: Client, cast: Cast) -> None:
    french = statement(
        cast.elysee_readout, "À condition.", language="fr", translation_of=cast.condition
    )
    assert cast.condition.get_absolute_url() in page_of(reader, french)
    assert french.get_absolute_url() in page_of(reader, cast.condition)


def test_previous_and_next_follow_the_document(reader: Client, cast: Cast) -> None:
    assert (
        f'<a href="{cast.concern.get_absolute_url()}" rel="next">Next in the document</a>'
    ) in page_of(reader, cast.escalation)
    page = page_of(reader, cast.concern)
    assert f'<a href="{cast.escalation.get_absolute_url()}" rel="prev">' in page
    assert 'rel="next"' not in page


def test_a_retracted_statement_stays_at_its_address_with_the_reason(
    reader: Client, cast: Cast
) -> None:
    Statement.objects.filter(pk=cast.concern.pk).update(
        editorial_status="retracted", retraction_reason="A forgery."
    )
    page = page_of(reader, cast.concern)
    assert "This statement was taken back: A forgery." in page
    assert cast.concern.text in page


@pytest.mark.parametrize("status", ["draft", "in_review"])
def test_a_draft_is_not_there_for_readers(reader: Client, cast: Cast, status: str) -> None:
    Statement.objects.filter(pk=cast.concern.pk).update(editorial_status=status)
    assert reader.get(cast.concern.get_absolute_url()).status_code == 404


def test_the_desk_opens_a_draft_under_a_banner(editor: Client, cast: Cast) -> None:
    Statement.objects.filter(pk=cast.concern.pk).update(editorial_status="draft")
    page = page_of(editor, cast.concern)
    assert "Draft: only editors see this page." in page
    assert cast.concern.text in page
    assert 'rel="prev"' not in page


@pytest.mark.parametrize("role", ["reader", "editor"])
def test_what_is_a_draft_around_it_shows_nowhere(
    reader: Client, editor: Client, cast: Cast, role: str
) -> None:
    Exchange.objects.filter(pk=cast.monday_call.pk).update(editorial_status="draft")
    Document.objects.filter(pk=cast.kremlin_readout.pk).update(editorial_status="draft")
    Statement.objects.filter(pk=cast.concern.pk).update(editorial_status="draft")
    StatementLink.objects.create(
        statement=cast.escalation,
        other=cast.concern,
        kind="repeats",
        reason="The same day.",
        editor=User.objects.get(username__startswith="editor"),
    )
    page = page_of({"reader": reader, "editor": editor}[role], cast.escalation)
    for hidden in ("Monday", "Readout by Kremlin", "erious concern", "The same day", 'rel="next"'):
        assert hidden not in page
    assert "Not published yet" in page


def test_a_web_address_that_is_none_is_no_link(reader: Client, cast: Cast) -> None:
    source = document(url="javascript:alert(1)")
    assert "javascript:" not in page_of(reader, statement(source))


def test_an_unknown_address_is_not_found(reader: Client, cast: Cast) -> None:
    assert reader.get("/statements/000000000000/").status_code == 404
