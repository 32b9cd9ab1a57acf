"""`/documents/` and `/documents/<id>/`: the sources."""

import pytest
from django.test import Client

from statements.models import Document, Exchange, Snapshot
from tests.cast import Cast, document, statement
from tests.pages.conftest import listing, problems, shown


def titles(reader: Client, query: str = "") -> list[str]:
    """Give the titles that the page lists."""
    response = reader.get(f"/documents/?{query}")
    rows = [row.title for row in shown(response)]
    assert listing(response).count == len(rows)
    return rows


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Le Monde", "Readout by Kremlin", "Readout by Élysée Palace"]),
        ("q=readout kremlin", ["Readout by Kremlin"]),
        ("kind=article", ["Le Monde"]),
        ("kind=article&kind=readout&publisher=kremlin", ["Readout by Kremlin"]),
        ("language=fr", ["Le Monde"]),
        ("from=2022-02-21&to=2022-02-21", ["Readout by Kremlin", "Readout by Élysée Palace"]),
        ("from=2022-02-22", ["Le Monde"]),
        ("sort=oldest", ["Readout by Kremlin", "Readout by Élysée Palace", "Le Monde"]),
    ],
)
def test_each_filter(reader: Client, cast: Cast, query: str, found: list[str]) -> None:
    document(title="Le Monde", language="fr", date="2022-03")
    document(title="A readout by Kremlin, draft", editorial_status="draft", publisher=cast.kremlin)
    assert titles(reader, query) == found


def test_what_cannot_be_understood_is_an_error(reader: Client, cast: Cast) -> None:
    assert set(problems(reader.get("/documents/?kind=book&from=then&topic=x"))) == {
        "",
        "kind",
        "from",
    }


def page_of(client: Client, of: Document) -> str:
    """Give the page of the document."""
    response = client.get(of.get_absolute_url())
    assert response.status_code == 200
    return str(response.content.decode())


def test_it_shows_where_it_comes_from_and_what_is_kept(reader: Client, cast: Cast) -> None:
    Document.objects.filter(pk=cast.elysee_readout.pk).update(
        rights="CC BY 4.0", time="12:00", timezone="Europe/Paris"
    )
    page = page_of(reader, cast.elysee_readout)
    for part in (
        "CC BY 4.0",
        "12:00",
        "(Europe/Paris)",
        Snapshot.objects.get(document=cast.elysee_readout).sha256,
        'href="https://www.elysee.fr/call" rel="noopener noreferrer external"',
        cast.monday_call.get_absolute_url(),
        cast.condition.text,
    ):
        assert part in page


def test_statements_stand_in_the_order_of_the_source(reader: Client, cast: Cast) -> None:
    unverified = statement(cast.kremlin_readout, "Not there.")
    response = reader.get(cast.kremlin_readout.get_absolute_url())
    shown = response.context["shown"]
    assert [one.statement for one in shown.page.rows] == [cast.escalation, cast.concern]
    assert [one.number for one in shown.page.rows] == [1, 2]
    assert list(response.context["apart"]) == [unverified]


def test_without_a_copy_its_statements_go_on_over_the_page(reader: Client, db: None) -> None:
    source = document()
    made = [statement(source, f"Passage {number}.") for number in range(70)]
    first = reader.get(source.get_absolute_url())
    second = reader.get(f"{source.get_absolute_url()}?after={first.context['at'].page.after}")
    assert first.context["at"].page.rows + second.context["at"].page.rows == made
    assert "70 statements" in second.content.decode()


def test_drafts_show_nowhere(reader: Client, editor: Client, cast: Cast) -> None:
    statement(cast.kremlin_readout, "Hidden words.", editorial_status="draft")
    Exchange.objects.filter(pk=cast.monday_call.pk).update(editorial_status="draft")
    for client in (reader, editor):
        page = page_of(client, cast.kremlin_readout)
        assert "Hidden words." not in page
        assert "Monday" not in page
        assert "2 quotations" in page


def test_a_draft_is_for_the_desk_alone(reader: Client, editor: Client, db: None) -> None:
    draft = document(editorial_status="in_review")
    assert reader.get(draft.get_absolute_url()).status_code == 404
    assert "In review: only editors see this page." in page_of(editor, draft)


def test_a_retracted_document_stays_with_the_reason(reader: Client, db: None) -> None:
    gone = document(editorial_status="retracted", retraction_reason="Withdrawn by the paper.")
    assert "This document was taken back: Withdrawn by the paper." in page_of(reader, gone)
