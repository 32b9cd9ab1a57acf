"""A new text of a document: what changed is shown, anchors are carried over or flagged."""

import datetime

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from statements.models import FailedCheck, Snapshot, Statement
from tests.admin.conftest import SOURCE, Archive
from tests.admin.forms import errors, send
from tests.statements.makers import document, statement

STAYS = "the acuteness of the current state of affairs"
GOES = "the presidents considered it expedient"
NEW = "Updated at 20:15.\n\n" + SOURCE.replace("presidents", "two leaders")


def page(archive: Archive) -> str:
    return f"/admin/statements/document/{archive.document.pk}/change/"


def copy_page(copy: Snapshot) -> str:
    return reverse("admin:statements_document_copy", args=[copy.document_id, copy.pk])


def anchored(kept: Snapshot, words: str, **fields: object) -> Statement:
    start = kept.text.index(words)
    ends = {"anchor_start": start, "anchor_end": start + len(words), "anchor_exact": words}
    return statement(kept.document, text=words, snapshot=kept, **ends | fields)


def published(kept: Snapshot, words: str) -> Statement:
    """Make one that a bundle brought: its document is a draft."""
    return anchored(
        kept, words, quote_type="direct", editorial_status="published", import_id=f"bundle:{words}"
    )


@pytest.fixture
def stays(archive: Archive) -> Statement:
    return published(archive.snapshot, STAYS)


@pytest.fixture
def goes(archive: Archive) -> Statement:
    return published(archive.snapshot, GOES)


def test_anchors_are_carried_over_or_stay_where_their_words_stood(
    chief: Client, archive: Archive, stays: Statement, goes: Statement
) -> None:
    answer = send(chief, page(archive), source_text=NEW)
    latest = archive.document.snapshots.first()
    assert latest is not None
    assert answer.headers["Location"] == copy_page(latest)
    stays.refresh_from_db()
    goes.refresh_from_db()
    assert (stays.snapshot, stays.anchor_start) == (latest, latest.text.index(STAYS))
    assert (goes.snapshot, goes.anchor_exact) == (archive.snapshot, GOES)
    assert list(Statement.objects.all().gone_from_source()) == [goes]
    said = [str(one) for one in get_messages(answer.wsgi_request)]
    assert "The new text is kept: 1 statement carried over, 1 flagged." in said
    assert not FailedCheck.objects.exists()


def test_what_changed_is_shown_with_what_was_left_behind(
    chief: Client, archive: Archive, stays: Statement, goes: Statement
) -> None:
    shown = chief.get(send(chief, page(archive), source_text=NEW).headers["Location"])
    text = shown.content.decode()
    assert '<span class="said" lang="en"> (gone: </span>presidents' in text
    assert '<span class="said" lang="en"> (new: </span>two leaders' in text
    assert '<span class="said" lang="en"> (new: </span>Updated at 20:15.' in text
    assert "does not have any more: 1</h2>" in text
    assert reverse("admin:statements_statement_change", args=[goes.pk]) in text
    assert reverse("admin:statements_statement_change", args=[stays.pk]) not in text
    every = f"document={archive.document.pk}&amp;verified=gone"
    assert every in text
    listed = chief.get(shown.context["all_flagged"])
    assert [one.pk for one in listed.context["cl"].result_list] == [goes.pk]
    assert "Verified; source changed since" in listed.content.decode()


def test_a_first_copy_is_compared_with_none(editor: Client, archive: Archive) -> None:
    other = document()
    answer = send(editor, f"/admin/statements/document/{other.pk}/change/", source_text="A text.")
    assert answer.headers["Location"] == reverse("admin:statements_document_changelist")
    text = editor.get(copy_page(other.snapshots.get())).content.decode()
    assert "There is none before to compare it with." in text


def test_a_document_leads_to_all_of_its_statements(editor: Client, archive: Archive) -> None:
    for _ in range(25):
        statement(archive.document)
    text = editor.get(page(archive)).content.decode()
    address = f"/admin/statements/statement/?document={archive.document.pk}"
    assert f'<a href="{address}">All statements</a>' in text
    assert editor.get(address).context["cl"].result_count == 27


def test_the_copies_lead_to_their_pages(editor: Client, archive: Archive) -> None:
    assert copy_page(archive.snapshot) in editor.get(page(archive)).content.decode()


def test_who_adds_another_goes_on(editor: Client, archive: Archive) -> None:
    answer = send(editor, page(archive), source_text=NEW, _addanother="1")
    assert answer.headers["Location"] == reverse("admin:statements_document_add")


def test_an_earlier_text_again_is_said_to_be_one(editor: Client, archive: Archive) -> None:
    send(editor, page(archive), source_text=NEW)
    answer = send(editor, page(archive), source_text=SOURCE)
    said = [str(one) for one in get_messages(answer.wsgi_request)]
    assert any("keeps this text of the document already. The copy of" in one for one in said)
    assert archive.document.snapshots.count() == 2


def test_of_equal_words_each_keeps_its_own(chief: Client, archive: Archive) -> None:
    text = "Q: Sign? A: Yes. Q: Pay? A: Yes."
    kept = Snapshot.objects.create(document=archive.document, text=text)
    first, second = anchored(kept, "Yes."), anchored(kept, "Yes.")
    Statement.objects.filter(pk=second.pk).update(
        anchor_start=text.rindex("Yes."), anchor_end=text.rindex("Yes.") + 4
    )
    longer = f"Q: Ready? A: Yes. {text}"
    send(chief, page(archive), source_text=longer)
    starts = [Statement.objects.get(pk=one.pk).anchor_start for one in (first, second)]
    assert starts == [longer.index("Sign? A: Yes.") + 9, longer.rindex("Yes.")]


def test_words_of_an_earlier_copy_are_still_found(
    chief: Client, archive: Archive, goes: Statement
) -> None:
    send(chief, page(archive), source_text=NEW)
    address = f"/admin/statements/statement/{goes.pk}/change/"
    answer = send(chief, address, text="the presidents considered it", correction="So.")
    assert answer.status_code == 302, errors(answer)
    goes.refresh_from_db()
    assert (goes.snapshot, goes.anchor_exact) == (archive.snapshot, "the presidents considered it")


def test_hostile_words_are_text(editor: Client, archive: Archive) -> None:
    hostile = "</span><script>alert(1)</script>\u202e{% now %}\n" * 3
    answer = send(editor, page(archive), source_text=f"{SOURCE}{hostile}")
    text = editor.get(answer.headers["Location"]).content.decode()
    assert "<script>alert(1)" not in text
    assert "&lt;script&gt;alert(1)" in text


@pytest.mark.parametrize("copy", [0, 10**6, 10**30])
def test_a_copy_that_is_none_is_not_found(editor: Client, archive: Archive, copy: int) -> None:
    for of in (archive.document.pk, 10**30):
        address = f"/admin/statements/document/{of}/copy/{copy}/"
        assert editor.get(address).status_code == 404
    other = Snapshot.objects.create(document=document(), text="Of another document.")
    address = f"/admin/statements/document/{archive.document.pk}/copy/{other.pk}/"
    assert editor.get(address).status_code == 404


def test_the_page_of_a_copy_asks_as_much_for_many_as_for_few(
    editor: Client, archive: Archive
) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert editor.get(copy_page(archive.snapshot)).status_code == 200
        return len(queries)

    anchored(archive.snapshot, GOES)
    later = timezone.now() + datetime.timedelta(minutes=1)
    Snapshot.objects.create(document=archive.document, text="All other.", retrieved_at=later)
    asked()
    few = asked()
    for _ in range(20):
        anchored(archive.snapshot, GOES)
    assert asked() == few


@pytest.mark.parametrize(
    ("chosen", "texts"),
    [
        ("yes", {STAYS, GOES}),
        ("no", {"Words that are draft.", "Words that are published."}),
        ("failed", {STAYS}),
        ("gone", {STAYS, GOES}),
    ],
)
def test_the_list_of_statements_is_asked_how_they_stand(
    editor: Client,
    archive: Archive,
    stays: Statement,
    goes: Statement,
    chosen: str,
    texts: set[str],
) -> None:
    FailedCheck.objects.create(statement=stays, reason="other_words")
    later = timezone.now() + datetime.timedelta(minutes=1)
    Snapshot.objects.create(document=archive.document, text="All other.", retrieved_at=later)
    answer = editor.get(f"/admin/statements/statement/?verified={chosen}")
    assert {one.text for one in answer.context["cl"].result_list} == texts
    if chosen == "failed":
        assert "Failed its check; source changed since" in answer.content.decode()
