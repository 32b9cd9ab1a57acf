"""`/`: the front page."""

from django.test import Client

from statements.models import Statement
from tests.cast import Cast, document, exchange, statement


def test_it_shows_the_latest_and_what_is_planned(reader: Client, cast: Cast) -> None:
    context = reader.get("/").context
    assert list(context["held"]) == [
        cast.monday_call,
        cast.sunday_call,
        cast.biden_call,
        cast.visit,
    ]
    assert list(context["planned"]) == [cast.summit]
    latest = [cast.escalation.pk, cast.concern.pk, cast.condition.pk]
    assert [card.pk for card in context["statements"]] == latest


def test_it_counts_what_is_public(reader: Client, editor: Client, cast: Cast) -> None:
    draft = document(editorial_status="draft", title="Hidden paper")
    statement(draft, "Hidden words.", editorial_status="draft", date="2030")
    exchange(title="Hidden call", editorial_status="in_review", date="2030")
    for client in (reader, editor):
        response = client.get("/")
        names = ("statement_count", "exchange_count", "document_count")
        assert [response.context[name] for name in names] == [3, 5, 2]
        assert "Hidden" not in response.content.decode()


def test_the_search_box_leads_to_the_statements(reader: Client, cast: Cast) -> None:
    page = reader.get("/").content.decode()
    assert '<form class="search-box" method="get" action="/statements/" role="search">' in page
    assert '<input id="search" name="q" type="search"' in page


def test_an_empty_archive_has_a_front_page(reader: Client, db: None) -> None:
    assert not Statement.objects.exists()
    assert "None yet." in reader.get("/").content.decode()


def test_only_the_desk_has_a_link_to_it(reader: Client, editor: Client, db: None) -> None:
    assert "The desk" not in reader.get("/").content.decode()
    assert '<a href="/admin/">The desk</a>' in editor.get("/").content.decode()
