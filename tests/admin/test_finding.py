"""Records are found by what an editor knows of them."""

import pytest
from django.test import Client

from statements.models import Topic
from tests.admin.conftest import Archive


def choices(client: Client, field: str, term: str) -> list[str]:
    model, name = field.split(".")
    asked = {"app_label": "statements", "model_name": model, "field_name": name, "term": term}
    answer = client.get("/admin/autocomplete/", asked)
    assert answer.status_code == 200, answer
    return [one["text"] for one in answer.json()["results"]]


@pytest.mark.parametrize("term", ["Путин", "poutine", "putin vl", "PUTIN", "Владимир", "Pútin"])
def test_an_actor_by_any_name(editor: Client, archive: Archive, term: str) -> None:
    assert choices(editor, "participation.actor", term) == ["Vladimir Putin — person, RU"]


def test_an_office_without_its_accents(editor: Client, archive: Archive) -> None:
    assert choices(editor, "statement.speaker", "Elysee") == ["Élysée Palace — office, FR"]


def test_the_closest_name_comes_first(editor: Client, archive: Archive) -> None:
    from actors.models import Actor

    Actor.objects.create(name="Aleksandr Putinov", slug="putinov", kind="person")
    assert choices(editor, "participation.actor", "Putin")[0] == "Vladimir Putin — person, RU"
    assert len(choices(editor, "participation.actor", "Putin")) == 2


def test_a_topic_by_an_alias(editor: Client, archive: Archive) -> None:
    Topic.objects.create(name="Minsk", slug="minsk", parent=archive.topic, aliases=["Accords"])
    assert choices(editor, "exchange.topics", "accords") == ["Minsk — below Ukraine"]


@pytest.mark.parametrize("term", ["Call of", "macron 2022-02", "Путин", "2022", "poutine macron"])
def test_an_exchange_by_title_participants_and_date(
    editor: Client, archive: Archive, term: str
) -> None:
    found = choices(editor, "statement.exchange", term)
    assert found == ["Call of Putin and Macron — call, 20 February 2022"]
    assert not choices(editor, "statement.exchange", f"{term} 2019-01-01")


def test_a_document_by_publisher_and_date(editor: Client, archive: Archive) -> None:
    found = choices(editor, "statement.document", "kremlin 2022-02-21")
    assert found == ["Telephone conversation with President of France — Kremlin, 21 February 2022"]


def test_a_statement_by_its_words(editor: Client, archive: Archive) -> None:
    found = choices(editor, "statementlink.other", "drafts")
    assert found == ["Words that are draft. — Vladimir Putin, 21 February 2022"]


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("/admin/actors/actor/?q=путин", 1),
        ("/admin/actors/leader/?q=palace", 0),
        ("/admin/actors/actor/?kind__exact=office", 1),
        ("/admin/actors/tenure/?q=france", 1),
        ("/admin/statements/topic/?q=украина", 1),
        ("/admin/statements/call/?q=macron", 1),
        ("/admin/statements/meeting/", 0),
        ("/admin/statements/call/?year=2022&readouts=no", 1),
        ("/admin/statements/call/?readouts=yes", 0),
        ("/admin/statements/document/?q=kremlin&kept=yes", 1),
        ("/admin/statements/document/?kept=no", 0),
        ("/admin/statements/statement/?q=draft", 1),
        ("/admin/statements/statement/?verified=no&editorial_status__exact=published", 1),
        ("/admin/statements/statement/?verified=yes", 0),
        ("/admin/statements/statement/?known=no", 0),
    ],
)
def test_the_lists_are_searched_and_filtered(
    editor: Client, archive: Archive, address: str, found: int
) -> None:
    page = editor.get(address)
    assert page.status_code == 200
    assert page.context["cl"].result_count == found


def test_a_statement_begins_with_what_its_document_says(editor: Client, archive: Archive) -> None:
    page = editor.get(f"/admin/statements/statement/add/?document={archive.document.pk}")
    initial = page.context["adminform"].form.initial
    assert (initial["language"], str(initial["date"])) == ("en", "2022-02-21")
    assert "Telephone conversation with President of France — Kremlin" in page.content.decode()
