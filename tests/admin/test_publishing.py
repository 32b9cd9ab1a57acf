"""Editors enter; chiefs publish, retract and delete."""

from collections.abc import Callable

import pghistory.models
import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from statements.models import Document, Statement
from tests.admin.conftest import Archive
from tests.admin.forms import errors, send

RECORDS = ("statement", "exchange", "call", "document")


def change(archive: Archive, statement: Statement) -> str:
    return reverse("admin:statements_statement_change", args=[statement.pk])


def publish_source(archive: Archive) -> None:
    Document.objects.update(publisher=archive.elysee, editorial_status="published")


def test_an_editor_sends_to_review_and_does_not_publish(editor: Client, archive: Archive) -> None:
    address = change(archive, archive.draft)
    page = editor.get(address).content.decode()
    assert 'value="in_review"' in page
    assert 'value="published"' not in page
    assert 'name="retraction_reason"' not in page
    assert 'name="override_reason"' not in page

    send(editor, address, editorial_status="in_review", override_reason="Because.")
    archive.draft.refresh_from_db()
    assert (archive.draft.editorial_status, archive.draft.override_reason) == ("in_review", "")

    answer = send(editor, address, editorial_status="published")
    assert "Select a valid choice" in errors(answer)


def test_the_history_names_who_made_a_change(editor: Client, archive: Archive) -> None:
    send(editor, change(archive, archive.draft), editorial_status="in_review")
    event = pghistory.models.Events.objects.tracks(archive.draft).get(pgh_label="update")
    assert event.pgh_context["user"] == User.objects.get(username="editor").pk


@pytest.mark.parametrize("status", ["published", "retracted"])
def test_an_editor_sees_what_readers_see_and_changes_it_not(
    editor: Client, archive: Archive, status: str
) -> None:
    Statement.objects.filter(pk=archive.published.pk).update(
        editorial_status=status, retraction_reason="Wrong."
    )
    address = change(archive, archive.published)

    page = editor.get(address).content.decode()

    assert "only a chief changes it" in page
    assert 'name="text"' not in page
    assert 'name="_save"' not in page
    assert editor.post(address, {"text": "Other"}).status_code == 403


def test_a_chief_publishes_what_is_verified(chief: Client, archive: Archive) -> None:
    publish_source(archive)
    answer = send(
        chief,
        change(archive, archive.draft),
        text="intensify the search",
        quote_type="direct",
        editorial_status="published",
    )

    assert answer.status_code == 302, errors(answer)
    archive.draft.refresh_from_db()
    assert archive.draft.is_public


def test_a_direct_quotation_is_not_published_unverified(chief: Client, archive: Archive) -> None:
    typed = {"text": "Never said.", "quote_type": "direct", "editorial_status": "published"}

    answer = send(chief, change(archive, archive.draft), **typed)

    assert "published without that only with a reason" in errors(answer)
    archive.draft.refresh_from_db()
    assert not archive.draft.is_public

    answer = send(chief, change(archive, archive.draft), **typed, override_reason="A recording.")
    assert answer.status_code == 302
    archive.draft.refresh_from_db()
    assert archive.draft.is_public


def test_a_retraction_needs_its_reason(chief: Client, archive: Archive) -> None:
    address = change(archive, archive.published)
    answer = send(chief, address, editorial_status="retracted")
    assert "Say why it is retracted" in errors(answer)
    assert send(chief, address, editorial_status="retracted", retraction_reason="No.")


def test_only_chiefs_delete(editor: Client, chief: Client, archive: Archive) -> None:
    address = reverse("admin:statements_statement_delete", args=[archive.draft.pk])
    assert editor.get(address).status_code == 403
    assert editor.post(address, {"post": "yes"}).status_code == 403
    assert "delete_selected" not in editor.get("/admin/statements/statement/").content.decode()

    chief.post(address, {"post": "yes"})
    assert not Statement.objects.filter(pk=archive.draft.pk).exists()


@pytest.mark.parametrize("role", ["editor", "chief"])
def test_what_the_database_fills_in_is_not_shown_before(
    role: str, signed_in: Callable[[str], Client], archive: Archive
) -> None:
    """Django would show the expression of a default that the database works out."""
    client = signed_in(role)
    pages = [f"/admin/statements/{name}/add/" for name in (*RECORDS, "meeting", "topic")]
    for address in [*pages, change(archive, archive.draft)]:
        assert "DatabaseDefault" not in client.get(address).content.decode(), address


def test_an_editor_does_not_add_a_published_record(editor: Client, archive: Archive) -> None:
    for name in RECORDS:
        page = editor.get(f"/admin/statements/{name}/add/").content.decode()
        assert 'value="published"' not in page


def test_readers_have_no_way_to_the_page_of_a_draft(editor: Client, archive: Archive) -> None:
    assert "View on site" not in editor.get(change(archive, archive.draft)).content.decode()
    page = editor.get(change(archive, archive.published)).content.decode()
    assert f'href="{archive.published.get_absolute_url()}"' in page
