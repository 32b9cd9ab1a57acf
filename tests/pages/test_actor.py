"""`/actors/<slug>/`: who it is, with whom, and what they said."""

from django.test import Client

from actors.models import Actor
from statements.models import Exchange, Statement
from tests.cast import Cast, document, exchange, statement


def page_of(client: Client, of: Actor) -> str:
    """Give the page of the actor."""
    response = client.get(of.get_absolute_url())
    assert response.status_code == 200
    return str(response.content.decode())


def test_names_stand_by_kind_and_posts_with_their_time(reader: Client, cast: Cast) -> None:
    page = page_of(reader, cast.macron)
    assert "<dt>Misspelling</dt><dd><bdi>Micron</bdi></dd>" in page
    assert "President of France" in page
    assert "since <time" in page
    assert '<bdi lang="ru">Владимир Путин</bdi>' in page_of(reader, cast.putin)


def test_an_office_shows_who_held_posts_there(reader: Client, cast: Cast) -> None:
    page = page_of(reader, cast.elysee)
    assert "Who held posts there" in page
    assert "<bdi>Emmanuel Macron</bdi>" in page


def test_with_whom_counts_public_exchanges_and_leads_to_the_pair(
    reader: Client, cast: Cast
) -> None:
    exchange(cast.macron, cast.biden, editorial_status="draft")
    response = reader.get(cast.macron.get_absolute_url())
    counts = [(one.name, one.contacts) for one in response.context["contacts"]]
    assert counts == [("Vladimir Putin", 3), ("Joe Biden", 1)]
    assert 'href="/actors/emmanuel-macron/with/vladimir-putin/"' in response.content.decode()


def test_the_numbers_are_those_of_the_lists_they_lead_to(reader: Client, cast: Cast) -> None:
    statement(cast.kremlin_readout, speaker=cast.macron, editorial_status="draft")
    context = reader.get(cast.macron.get_absolute_url()).context
    for number, address in [
        ("statement_count", "/statements/?speaker=emmanuel-macron"),
        ("exchange_count", "/exchanges/?actor=emmanuel-macron"),
        ("addressed_count", "/statements/?counterpart=emmanuel-macron"),
    ]:
        assert context[number] == reader.get(address).context["listing"].count > 0


def test_drafts_show_nowhere(reader: Client, editor: Client, cast: Cast) -> None:
    statement(cast.kremlin_readout, "A draft.", speaker=cast.biden, editorial_status="draft")
    exchange(cast.biden, cast.kremlin, title="A draft call", editorial_status="in_review")
    document(title="A draft paper", publisher=cast.biden, editorial_status="draft")
    for client in (reader, editor):
        page = page_of(client, cast.biden)
        assert "raft" not in page.replace("Treaty drafts", "")
        assert "with/kremlin" not in page
        assert "published by them" not in page


def test_a_former_address_leads_to_the_one_of_today_for_good(reader: Client, cast: Cast) -> None:
    Actor.objects.filter(pk=cast.putin.pk).update(slug="putin")
    response = reader.get("/actors/vladimir-putin/?x=1&y=%20")
    assert response.status_code == 301
    assert response["Location"] == "/actors/putin/?x=1&y=%20"


def test_an_unknown_address_is_not_found(reader: Client, cast: Cast) -> None:
    assert reader.get("/actors/nobody/").status_code == 404


def test_an_actor_without_anything_is_shown(reader: Client, cast: Cast) -> None:
    Statement.objects.all().delete()
    Exchange.objects.filter(pk=cast.monday_call.pk).update(editorial_status="draft")
    page = page_of(reader, cast.kremlin)
    assert "None in the archive." in page
    assert "Nothing in the archive." in page
