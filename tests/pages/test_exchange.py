"""`/exchanges/<id>/`: who took part, and what each side says of it."""

import re

import pytest
from django.test import Client

from statements.models import Document, Exchange, Participation, Readout, Statement
from tests.cast import Cast, document, exchange, statement


def page_of(client: Client, of: Exchange) -> str:
    """Give the page of the exchange."""
    response = client.get(of.get_absolute_url())
    assert response.status_code == 200
    return str(response.content.decode())


def sides(page: str) -> list[str]:
    """Give the part of the page for each side, without its marks."""
    parts = page.split('<section class="side">')[1:]
    return [
        " ".join(re.sub(r"<[^>]+>", " ", part.split("</section>")[0]).split()) for part in parts
    ]


def test_the_readouts_stand_side_by_side_each_with_its_own_passages(
    reader: Client, cast: Cast
) -> None:
    kremlin, elysee = sides(page_of(reader, cast.monday_call))
    assert kremlin.startswith("Kremlin Readout by Kremlin")
    assert cast.escalation.text in kremlin
    assert cast.concern.text in kremlin
    assert "Gives the length 45 minutes" in kremlin
    assert elysee.startswith("Élysée Palace Readout by Élysée Palace")
    assert cast.condition.text in elysee
    assert cast.condition.text not in kremlin
    assert "Gives the length" not in elysee


def test_a_side_that_is_silent_says_when_it_was_looked_at(reader: Client, cast: Cast) -> None:
    Readout.objects.create(exchange=cast.sunday_call, side=cast.kremlin, none_found_on="2022-02-22")
    assert sides(page_of(reader, cast.sunday_call)) == [
        "Kremlin None found, checked on 22 February 2022 ."
    ]


def test_an_account_by_somebody_else_comes_after_the_sides(reader: Client, cast: Cast) -> None:
    paper = document(publisher_as_printed="The Paper", title="They spoke")
    Readout.objects.create(exchange=cast.sunday_call, document=paper)
    Readout.objects.create(exchange=cast.sunday_call, side=cast.kremlin, none_found_on="2022-03-01")
    kremlin, other = sides(page_of(reader, cast.sunday_call))
    assert kremlin.startswith("Kremlin None found")
    assert other.startswith("Account by The Paper They spoke")


def test_what_a_side_claims_of_day_and_initiator(reader: Client, cast: Cast) -> None:
    Readout.objects.filter(side=cast.elysee).update(
        claimed_date="2022-02", claimed_initiator=cast.macron
    )
    elysee = sides(page_of(reader, cast.monday_call))[1]
    assert "Gives the date February 2022" in elysee
    assert "Says it was initiated by Emmanuel Macron" in elysee


def test_statements_from_elsewhere_stand_under_their_own_document(
    reader: Client, cast: Cast
) -> None:
    statement(cast.elysee_readout, "Said of Sunday.", exchange=cast.sunday_call)
    page = page_of(reader, cast.sunday_call)
    assert "No readout is in the archive." in page
    assert page.index("Other statements on it") < page.index("Said of Sunday.")


def test_participants_have_their_titles_of_that_day_and_their_roles(
    reader: Client, cast: Cast
) -> None:
    Participation.objects.filter(exchange=cast.monday_call, actor=cast.macron).update(
        role="initiator", name_as_printed="Micron"
    )
    Participation.objects.create(exchange=cast.monday_call, name_as_printed="an interpreter")
    page = page_of(reader, cast.monday_call)
    assert "President of France and Co-Prince of Andorra" in page
    assert '<span class="tag">initiator</span>' in page
    assert "printed as “<bdi>Micron</bdi>”" in page
    assert '<bdi>an interpreter</bdi> <span class="aside">(not yet identified)</span>' in page


def test_time_zone_place_and_countries(reader: Client, cast: Cast) -> None:
    Exchange.objects.filter(pk=cast.visit.pk).update(
        date="2022-02-07", time="18:30", timezone="Europe/Moscow", place="The Kremlin"
    )
    page = page_of(reader, cast.visit)
    assert "18:30" in page
    assert "(Europe/Moscow)" in page
    assert "The Kremlin" in page
    assert "<dd>Russia</dd>" in page


@pytest.mark.parametrize("status", ["planned", "proposed", "cancelled"])
def test_what_was_not_held_is_marked(reader: Client, cast: Cast, status: str) -> None:
    Exchange.objects.filter(pk=cast.summit.pk).update(status=status)
    page = page_of(reader, cast.summit)
    assert f'<strong class="mark mark--{status}">{status.capitalize()}</strong>' in page
    assert "Condition: Russia does not invade Ukraine." in page


def test_parts_and_the_whole_lead_to_each_other(reader: Client, cast: Cast) -> None:
    Exchange.objects.filter(pk=cast.sunday_call.pk).update(part_of=cast.visit)
    assert cast.sunday_call.get_absolute_url() in page_of(reader, cast.visit)
    assert cast.visit.get_absolute_url() in page_of(reader, cast.sunday_call)


def test_of_a_long_document_the_first_passages_are_shown(reader: Client, cast: Cast) -> None:
    for number in range(40):
        statement(cast.elysee_readout, f"Passage {number}.", exchange=cast.monday_call)
    elysee = sides(page_of(reader, cast.monday_call))[1]
    assert "Passage 28." in elysee
    assert "Passage 29." not in elysee
    assert elysee.endswith("All 41 passages, in the document")


@pytest.mark.parametrize("role", ["reader", "editor"])
def test_drafts_around_it_show_nowhere(
    reader: Client, editor: Client, cast: Cast, role: str
) -> None:
    Document.objects.filter(pk=cast.kremlin_readout.pk).update(editorial_status="draft")
    Statement.objects.filter(pk=cast.condition.pk).update(editorial_status="draft")
    exchange(title="A draft part", part_of=cast.monday_call, editorial_status="draft")
    page = page_of({"reader": reader, "editor": editor}[role], cast.monday_call)
    for hidden in ("Readout by Kremlin", "45 minutes", cast.condition.text, "A draft part"):
        assert hidden not in page
    assert cast.escalation.text in page
    assert "Source: not published yet" in page


def test_a_whole_that_is_a_draft_is_not_named(reader: Client, cast: Cast) -> None:
    whole = exchange(title="A draft whole", editorial_status="draft")
    Exchange.objects.filter(pk=cast.visit.pk).update(part_of=whole)
    assert "A draft whole" not in page_of(reader, cast.visit)


def test_a_draft_is_for_the_desk_alone(reader: Client, editor: Client, cast: Cast) -> None:
    draft = exchange(cast.macron, title="To come", editorial_status="draft")
    assert reader.get(draft.get_absolute_url()).status_code == 404
    assert "Draft: only editors see this page." in page_of(editor, draft)


def test_a_retracted_exchange_stays_with_the_reason(reader: Client, cast: Cast) -> None:
    Exchange.objects.filter(pk=cast.visit.pk).update(
        editorial_status="retracted", retraction_reason="It was another Macron."
    )
    assert "This record was taken back: It was another Macron." in page_of(reader, cast.visit)
