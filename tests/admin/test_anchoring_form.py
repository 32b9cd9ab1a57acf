"""The form of a statement shows where its words stand in the source, and loses nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from statements.models import Snapshot, Statement
from statements.models.statement import MAX_TEXT
from tests.admin.conftest import SOURCE, Archive
from tests.admin.forms import send, shown

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Page

ADD = "/admin/statements/statement/add/"
WRONG = "the presidents thought it expedient to intensify the search"
RIGHT = "the presidents considered it expedient to intensify the search"
PASSAGE = "the presidents … intensify the search"


def change(statement: Statement) -> str:
    return reverse("admin:statements_statement_change", args=[statement.pk])


def text_of(page: Page) -> str:
    return page.content.decode()


def typed_in(page: Page, name: str) -> object:
    """Give what a field of the page shows."""
    return page.context["adminform"].form[name].value()


def test_words_with_an_ellipsis_are_anchored(editor: Client, archive: Archive) -> None:
    assert send(editor, change(archive.draft), text=PASSAGE).status_code == 302
    archive.draft.refresh_from_db()
    assert archive.draft.anchor_exact == RIGHT
    page = text_of(editor.get(change(archive.draft)))
    assert "Found, with 4 words left out." in page
    assert "<mark>the presidents</mark>" in page
    assert "<mark>intensify the search</mark>" in page


def test_words_that_do_not_stand_there_show_the_closest_passage(
    editor: Client, archive: Archive
) -> None:
    answer = send(editor, change(archive.draft), text=WRONG, _continue="1")
    assert answer.status_code == 302, "a draft is saved all the same"
    page = text_of(editor.get(answer.headers["Location"]))
    assert "Not found in the copy." in page
    assert f'name="_use" value="{RIGHT}"' in page
    assert re.search(r'<del class="gone"><span.*?</span>thought<', page)
    assert re.search(r'<ins class="new"><span.*?</span>considered<', page)
    archive.draft.refresh_from_db()
    assert archive.draft.text == WRONG
    assert not archive.draft.is_verified


def test_to_look_saves_nothing_and_keeps_all_that_is_typed(
    editor: Client, archive: Archive
) -> None:
    form = shown(editor.get(change(archive.draft)))
    typed = {
        **form,
        "text": WRONG,
        "date": "no date",
        "speaker_as_printed": "Somebody",
        "speaker": archive.macron.pk,
        "topics": [archive.topic.pk],
        "quote_type": "nothing",
        "attributions-TOTAL_FORMS": 1,
        "attributions-0-position": "one",
        "attributions-0-name_as_printed": "the <Kremlin>",
        "translations-TOTAL_FORMS": 1,
        "translations-0-text": "Une traduction.",
    }
    page = editor.post(change(archive.draft), {**typed, "_look": "1"})
    assert page.status_code == 200
    assert page.context["errors"] == []
    again = shown(page)
    # Signed anew, with the second in which it was.
    assert str(again["_seen"]).split(":")[0] == str(typed["_seen"]).split(":")[0]
    kept = {"quote_type", "topics", "_seen"}
    assert {name: again[name] for name in typed if name not in kept} == {
        name: str(value) for name, value in typed.items() if name not in kept
    }
    assert typed_in(page, "topics") == [str(archive.topic.pk)]
    assert "the &lt;Kremlin&gt;" in text_of(page)
    assert f'value="{RIGHT}"' in text_of(page)
    archive.draft.refresh_from_db()
    assert archive.draft.text == "Words that are draft."
    assert not archive.draft.translations.exists()


def test_a_passage_takes_the_place_of_the_text_and_can_be_put_back(
    editor: Client, archive: Archive
) -> None:
    typed = {**shown(editor.get(change(archive.draft))), "text": WRONG, "date": "no date"}
    page = editor.post(change(archive.draft), {**typed, "_use": RIGHT.replace(" to", "\r\nto")})
    assert typed_in(page, "text") == RIGHT.replace(" to", "\nto")
    assert typed_in(page, "date") == "no date"
    assert "Found; only spaces" in text_of(page)
    assert "nothing is saved yet" in text_of(page)
    assert f'name="_use" value="{WRONG}"' in text_of(page)
    archive.draft.refresh_from_db()
    assert archive.draft.text == "Words that are draft."


def test_to_save_wins_over_to_look(editor: Client, archive: Archive) -> None:
    typed = {**shown(editor.get(change(archive.draft))), "text": RIGHT}
    assert (
        editor.post(change(archive.draft), {**typed, "_look": "1", "_save": "1"}).status_code == 302
    )
    archive.draft.refresh_from_db()
    assert archive.draft.is_verified


def test_a_new_statement_is_looked_for_before_it_is_saved(editor: Client, archive: Archive) -> None:
    before = Statement.objects.count()
    typed = {**shown(editor.get(ADD)), "text": WRONG, "document": archive.document.pk}
    page = editor.post(ADD, {**typed, "_look": "1"})
    assert f'name="_use" value="{RIGHT}"' in text_of(page)
    page = editor.post(ADD, {**typed, "_use": RIGHT})
    assert "Found letter by letter." in text_of(page)
    page = editor.post(ADD, {**typed, "document": "", "_look": "1"})
    assert "Choose the document" in text_of(page)
    assert Statement.objects.count() == before


def test_without_a_copy_the_way_to_keep_one_is_shown(editor: Client, archive: Archive) -> None:
    other = archive.document.__class__.objects.create(
        kind="article", title="Other", publisher_as_printed="Paper", language="en"
    )
    answer = send(editor, change(archive.draft), document=other.pk, _continue="1")
    page = text_of(editor.get(answer.headers["Location"]))
    link = reverse("admin:statements_document_change", args=[other.pk])
    assert page.count(f'href="{link}#id_source_text"') == 2, "in the message and beside the words"


def test_a_later_copy_is_told_of_and_the_anchor_stays(editor: Client, archive: Archive) -> None:
    send(editor, change(archive.draft), text=RIGHT)
    assert "later copy" not in text_of(editor.get(change(archive.draft)))
    Snapshot.objects.create(document=archive.document, text="Something else.")
    for page in (
        editor.get(change(archive.draft)),
        editor.post(
            change(archive.draft), {**shown(editor.get(change(archive.draft))), "_look": "1"}
        ),
    ):
        assert "later copy" in text_of(page)
        assert "Found letter by letter." in text_of(page)
        assert f"<mark>{RIGHT}</mark>" in text_of(page)


HOSTILE = [
    "\x00",
    "<script>alert(1)</script>",
    "…" * 5000,
    "[" * 5000,
    "x" * 2 * MAX_TEXT,
    "\ud7ff",
]


@pytest.mark.parametrize("value", HOSTILE, ids=lambda value: repr(value[:8]))
def test_the_buttons_take_anything(editor: Client, archive: Archive, value: str) -> None:
    form = shown(editor.get(change(archive.draft)))
    for button in ({"text": value, "_look": "1"}, {"_use": value}):
        for document in (archive.document.pk, value[:50], "9" * 40):
            page = editor.post(change(archive.draft), {**form, "document": document, **button})
            assert page.status_code == 200
            assert "<script>alert" not in text_of(page)
    page = editor.post(change(archive.draft), {"_look": "1", "attributions-TOTAL_FORMS": "x"})
    assert page.status_code == 200


def test_a_hostile_copy_is_shown_as_text(editor: Client, archive: Archive) -> None:
    Snapshot.objects.create(document=archive.document, text="We said <b>so & so</b> today.")
    for text in ("We said <b>so & so</b>", "We sad <b>so & so</b> today"):
        send(editor, change(archive.draft), text=text)
        page = text_of(editor.get(change(archive.draft)))
        assert "<b>so" not in page
        assert "&lt;b&gt;so &amp; so&lt;/b&gt;" in page


def test_a_chief_looks_before_a_published_statement_is_corrected(
    chief: Client, archive: Archive
) -> None:
    typed = {**shown(chief.get(change(archive.published))), "correction": "A note.", "text": WRONG}
    page = chief.post(change(archive.published), {**typed, "_use": RIGHT})
    assert typed_in(page, "correction") == "A note."
    assert page.context["errors"] == []
    archive.published.refresh_from_db()
    assert archive.published.text == "Words that are published."
    assert not archive.published.corrections.exists()


def test_who_may_not_change_a_statement_looks_at_it(editor: Client, archive: Archive) -> None:
    page = text_of(editor.get(change(archive.published)))
    assert "Not found in the copy." in page
    assert 'name="_look"' not in page
    assert 'name="_save"' not in page
    assert editor.post(change(archive.published), {"_look": "1"}).status_code == 403
    assert editor.post(change(archive.published), {"_use": "1"}).status_code == 403


def test_rows_of_a_document_that_were_not_found_are_named(editor: Client, archive: Archive) -> None:
    rows: dict[str, object] = {"statements-TOTAL_FORMS": 2}
    for at, text in enumerate((WRONG, RIGHT)):
        rows |= {f"statements-{at}-text": text, f"statements-{at}-quote_type": "indirect"}
        rows[f"statements-{at}-speaker_as_printed"] = "The Kremlin"
    page = reverse("admin:statements_document_change", args=[archive.document.pk])
    answer = send(editor, page, **rows)
    said = text_of(editor.get(answer.headers["Location"]))
    wrong = Statement.objects.get(text=WRONG)
    assert f'<a href="{change(wrong)}#in-the-source">“{WRONG}”</a>' in said
    assert f"“{RIGHT}”" not in said


def test_the_page_asks_as_often_for_any_number_of_copies(editor: Client, archive: Archive) -> None:
    send(editor, change(archive.draft), text=RIGHT)
    counts = []
    for number in range(3):
        Snapshot.objects.create(document=archive.document, text=f"{SOURCE}{number}")
        with CaptureQueriesContext(connection) as asked:
            editor.get(change(archive.draft))
        counts.append(len(asked))
    assert counts[1:] == counts[:-1]
