"""Sending to review, publishing and retracting many records at once."""

import re
from typing import Any

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from statements.models import (
    Document,
    Exchange,
    FailedCheck,
    Participation,
    Readout,
    Snapshot,
    Statement,
)
from tests import cast
from tests.admin.conftest import Archive
from tests.admin.forms import errors, send
from tests.admin.test_query_counts import queries

LISTS = ("statement", "exchange", "call", "document")


def address(name: str, step: str, *records: Model, **more: str) -> str:
    """Give the page that publishes or retracts the records."""
    ids = ",".join(str(record.pk) for record in records)
    query = "&".join([f"ids={ids}", *(f"{key}={value}" for key, value in more.items())])
    return f"/admin/statements/{name}/{step}/?{query}"


def act(client: Client, name: str, action: str, *records: Model, **more: Any) -> Any:
    """Choose records of a list, and what is to be done with them."""
    chosen = [record.pk for record in records]
    listed = reverse(f"admin:statements_{name}_changelist")
    return client.post(listed, {"action": action, "_selected_action": chosen}, **more)


def status(record: Model) -> str:
    record.refresh_from_db()
    return str(record.editorial_status)  # type: ignore[attr-defined]


def sound(archive: Archive) -> None:
    """Mend the draft of the archive, all but its source."""
    Document.objects.update(publisher=archive.elysee)
    Statement.objects.filter(pk=archive.draft.pk).update(exchange=archive.call)


def picked(*records: Model, **more: str) -> dict[str, str]:
    """Give what the browser sends where these records are ticked."""
    return {f"pick-{r._meta.model_name}-{r.pk}": "on" for r in records} | more


@pytest.mark.parametrize("name", LISTS)
def test_each_is_offered_to_those_alone_who_may(
    editor: Client, chief: Client, archive: Archive, name: str
) -> None:
    for client, publishes in ((editor, False), (chief, True)):
        page = client.get(f"/admin/statements/{name}/").content.decode()
        assert 'value="send_to_review"' in page
        assert 'value="back_to_draft"' in page
        for action in ("publish", "retract"):
            assert (f'value="{action}"' in page) == publishes
        assert ('value="publish_together"' in page) == (publishes and name in {"exchange", "call"})


def test_drafts_are_sent_to_review_and_back(editor: Client, archive: Archive) -> None:
    page = act(editor, "statement", "send_to_review", archive.draft, follow=True)
    assert "Sent to review: 1 statement." in page.content.decode()
    assert status(archive.draft) == "in_review"
    act(editor, "statement", "back_to_draft", archive.draft)
    assert status(archive.draft) == "draft"


def test_all_are_sent_to_review_or_none(editor: Client, archive: Archive) -> None:
    chosen = (archive.draft, archive.published)
    page = act(editor, "statement", "send_to_review", *chosen, follow=True).content.decode()
    assert "“Words that are published.” is published already." in page
    assert status(archive.draft) == "draft"


@pytest.mark.parametrize("step", ["publish", "retract"])
def test_an_editor_neither_publishes_nor_retracts(
    editor: Client, archive: Archive, step: str
) -> None:
    act(editor, "statement", step, archive.draft)
    at = address("statement", step, archive.draft)
    assert editor.get(at).status_code == 403
    sent = picked(archive.draft, reason="Because.")
    assert editor.post(at, sent).status_code == 403
    assert status(archive.draft) == "draft"


def test_a_page_asks_before_anything_is_published(chief: Client, archive: Archive) -> None:
    answer = act(chief, "statement", "publish", archive.draft, archive.published)
    page = chief.get(answer.headers["Location"]).content.decode()
    assert status(archive.draft) == "draft"
    assert "Its source is not published" in page
    assert f"/admin/statements/document/{archive.document.pk}/change/" in page
    assert f'name="pick-statement-{archive.published.pk}"' not in page
    assert "readers see it already" in page


def test_a_chief_publishes_what_nothing_stands_against(chief: Client, archive: Archive) -> None:
    sound(archive)
    page = chief.get(address("document", "publish", archive.document))
    assert page.context["form"][f"pick-document-{archive.document.pk}"].value() is True
    at = address("document", "publish", archive.document, _changelist_filters="kind%3Dreadout")
    answer = chief.post(at, picked(archive.document))
    assert answer.headers["Location"] == "/admin/statements/document/?kind=readout"
    assert "Published: 1 document." in chief.get("/admin/").content.decode()
    assert status(archive.document) == "published"


def test_what_is_blocked_needs_its_reason_which_is_kept(chief: Client, archive: Archive) -> None:
    at = address("statement", "publish", archive.draft)
    page = chief.post(at, picked(archive.draft, reason=" ")).content.decode()
    assert "Say why it is published all the same, or leave it out" in page
    assert status(archive.draft) == "draft"
    chief.post(at, picked(archive.draft, reason="For all."))
    assert status(archive.draft) == "published"
    assert archive.draft.override_reason == "For all."


def test_a_record_may_have_a_reason_of_its_own(chief: Client, archive: Archive) -> None:
    own = {f"reason-statement-{archive.draft.pk}": "Its own."}
    sent = picked(archive.draft, reason="For all.") | own
    chief.post(address("statement", "publish", archive.draft), sent)
    archive.draft.refresh_from_db()
    assert archive.draft.override_reason == "Its own."


def test_what_was_typed_is_there_after_an_error(chief: Client, archive: Archive) -> None:
    at = address("statement", "publish", archive.draft)
    page = chief.post(at, {"reason": "Typed <b>here</b>."}).content.decode()
    assert "Choose at least one." in page
    assert "Typed &lt;b&gt;here&lt;/b&gt;." in page


def test_an_exchange_is_published_with_its_sources_and_statements(
    chief: Client, archive: Archive
) -> None:
    sound(archive)
    answer = act(chief, "call", "publish_together", archive.call)
    at = answer.headers["Location"]
    page = chief.get(at)
    assert [line.record for line in page.context["form"].lines] == [
        archive.document,
        archive.call,
        archive.draft,
    ]
    assert "Its source is not published" not in page.content.decode()
    chief.post(at, picked(archive.document, archive.call, archive.draft))
    assert {status(one) for one in (archive.document, archive.call, archive.draft)} == {"published"}
    said = chief.get("/admin/").content.decode()
    assert "Published: 1 document, 1 exchange, 1 statement." in said


def test_a_statement_is_not_published_without_the_source_that_is_left_out(
    chief: Client, archive: Archive
) -> None:
    sound(archive)
    at = address("call", "publish", archive.call, together="yes")
    page = chief.post(at, picked(archive.call, archive.draft)).content.decode()
    assert "Its source is not published" in page
    assert status(archive.call) == "draft", "all or nothing"


def test_the_second_chief_is_told(chief: Client, archive: Archive) -> None:
    sound(archive)
    at = address("document", "publish", archive.document)
    chief.get(at)
    Document.objects.update(editorial_status="published")
    page = chief.post(at, picked(archive.document)).content.decode()
    assert "readers see it already" in page
    assert "Choose at least one." in page


def test_words_that_were_changed_since_the_page_was_shown_are_looked_at_again(
    chief: Client, archive: Archive
) -> None:
    sound(archive)
    here = address("statement", "publish", archive.draft)
    first = chief.get(here)
    Statement.objects.filter(pk=archive.draft.pk).update(text="Other words than the chief saw.")
    sent = picked(archive.draft, reason="On the record.")
    second = chief.post(here, sent | seen_on(first))
    assert "It was changed since this page was shown" in second.content.decode()
    assert "Other words than the chief saw." in second.content.decode()
    assert status(archive.draft) == "draft"
    assert chief.post(here, sent | seen_on(second)).status_code == 302
    assert status(archive.draft) == "published"


def seen_on(page: Any) -> dict[str, str]:
    """Give what the page says of the state in which it showed its records."""
    found = re.findall(r'name="(seen-[a-z0-9-]+)" value="(\w+)"', page.content.decode())
    assert found
    return dict(found)


def test_a_page_shows_all_words_that_it_publishes(chief: Client, archive: Archive) -> None:
    long = " ".join(["word"] * 400) + " at the very end."
    Statement.objects.filter(pk=archive.draft.pk).update(text=long)
    assert long in chief.get(address("statement", "publish", archive.draft)).content.decode()


def test_who_retracts_a_source_is_told_what_quotes_it(chief: Client, archive: Archive) -> None:
    why = {"override_reason": "The recording has it."}
    cast.statement(archive.document, "Another one", editorial_status="published", **why)
    source = archive.published.document
    number = source.statements.filter(editorial_status="published").count()
    page = chief.get(address("document", "retract", source)).content.decode()
    assert number > 1
    assert f"{number} published statements of" in page
    [link] = re.findall(r'href="([^"]*document__id__exact=[^"]*)"', page)
    listed = chief.get(link.replace("&amp;", "&")).context["cl"].result_list
    assert {one.editorial_status for one in listed} == {"published"}
    assert len(listed) == number
    source.statements.filter(editorial_status="published").update(
        editorial_status="retracted", retraction_reason="Misheard."
    )
    assert (
        "stay published" not in chief.get(address("document", "retract", source)).content.decode()
    )


def test_a_retraction_asks_for_its_reason(chief: Client, archive: Archive) -> None:
    at = address("statement", "retract", archive.draft, archive.published)
    page = chief.get(at).content.decode()
    assert "only what is published can be retracted" in page
    page = chief.post(at, picked(archive.published, reason=" ")).content.decode()
    assert "Say why: readers see the reason." in page
    assert status(archive.published) == "published"
    answer = chief.post(at, picked(archive.published, reason="Misheard."))
    assert answer.status_code == 302
    assert status(archive.published) == "retracted"
    assert archive.published.retraction_reason == "Misheard."
    assert "Misheard." in chief.get("/corrections/").content.decode()


@pytest.mark.parametrize(
    "ids", ["", "x", "1,,2", "%00", "-1", "9" * 30, "1,1", "999999", ",".join(["1"] * 400), "１"]
)
@pytest.mark.parametrize("step", ["publish", "retract"])
def test_an_address_that_names_no_records_leads_back_with_an_error(
    chief: Client, archive: Archive, step: str, ids: str
) -> None:
    answer = chief.get(f"/admin/statements/statement/{step}/?ids={ids}", follow=True)
    assert answer.status_code == (400 if ids == "%00" else 200)
    assert ids == "%00" or "choose them again" in answer.content.decode()


def test_a_list_publishes_its_own_records_alone(chief: Client, archive: Archive) -> None:
    page = chief.get(address("meeting", "publish", archive.call), follow=True)
    assert "choose them again" in page.content.decode()


def test_titles_are_shown_as_text(chief: Client, archive: Archive) -> None:
    Exchange.objects.update(title="<script>alert(1)</script>")
    page = chief.get(address("call", "publish", archive.call)).content.decode()
    assert "<script>alert" not in page


def test_the_page_asks_as_often_for_many_as_for_few(chief: Client, archive: Archive) -> None:
    def many(number: int) -> str:
        for _ in range(number):
            Statement.objects.create(
                document=archive.document,
                exchange=archive.call,
                speaker_as_printed="A spokesman",
                text="Words.",
                language="en",
                quote_type="indirect",
            )
        return address("call", "publish", archive.call, together="yes")

    assert queries(chief, many(2)) == queries(chief, many(20))


def test_the_head_of_a_page_says_what_stands_against_it(editor: Client, archive: Archive) -> None:
    at = reverse("admin:statements_document_change", args=[archive.document.pk])
    page = editor.get(at).content.decode()
    assert "It is not known who is meant by the publisher." in page
    assert 'href="#id_publisher"' in page
    assert 'name="_review"' in page
    assert 'name="_publish"' not in page


def test_a_button_saves_and_takes_the_next_step(
    editor: Client, chief: Client, archive: Archive
) -> None:
    at = reverse("admin:statements_document_change", args=[archive.document.pk])
    send(editor, at, _review="yes", title="A better title")
    assert (status(archive.document), archive.document.title) == ("in_review", "A better title")
    assert "Select a valid choice" in errors(send(editor, at, _publish="yes"))

    answer = send(chief, at, _publish="yes", title="The best title")
    assert "It is not known who is meant by the publisher." in answer.content.decode()
    assert 'value="The best title"' in answer.content.decode()
    assert status(archive.document) == "in_review"

    assert send(chief, at, _publish="yes", publisher=archive.elysee.pk).status_code == 302
    assert status(archive.document) == "published"


def test_a_button_leads_on_to_publish_with_what_belongs_to_it(
    chief: Client, archive: Archive
) -> None:
    at = reverse("admin:statements_call_change", args=[archive.call.pk])
    answer = send(chief, at, _together="yes", title="A better title")
    assert (
        answer.headers["Location"]
        == f"/admin/statements/call/publish/?ids={archive.call.pk}&together=yes"
    )
    archive.call.refresh_from_db()
    assert archive.call.title == "A better title"


def test_a_new_call_is_published_with_its_participants_in_one_step(
    chief: Client, archive: Archive
) -> None:
    add = "/admin/statements/call/add/"
    named = {"title": "A new call", "date": "2022-03-01", "_publish": "yes"}
    answer = send(chief, add, **named)
    assert "Nobody is entered as taking part." in answer.content.decode()
    took_part = {
        "participations-TOTAL_FORMS": 1,
        "participations-0-actor": archive.putin.pk,
        "participations-0-role": "participant",
    }
    assert send(chief, add, **named, **took_part).status_code == 302
    call = Exchange.objects.get(title="A new call")
    assert (call.editorial_status, Participation.objects.filter(exchange=call).count()) == (
        "published",
        1,
    )


def test_what_readers_saw_is_offered_no_way_back(chief: Client, archive: Archive) -> None:
    at = reverse("admin:statements_statement_change", args=[archive.published.pk])
    page = chief.get(at).content.decode()
    assert not re.search(r'<option value="(draft|in_review)"', page)
    assert "is no draft any more" in page
    assert "is no draft any more" in errors(send(chief, at, editorial_status="draft"))


def test_a_change_of_what_readers_saw_needs_a_correction(chief: Client, archive: Archive) -> None:
    at = reverse("admin:statements_statement_change", args=[archive.published.pk])
    typed = {"text": "Other words.", "date": "2022-02-20"}
    answer = send(chief, at, **typed)
    assert "say what you correct (text, date)" in errors(answer)
    assert "Other words." in answer.content.decode()

    assert send(chief, at, **typed, correction="They were misheard.").status_code == 302
    correction = archive.published.corrections.get()
    assert (correction.note, correction.text_before) == (
        "They were misheard.",
        "Words that are published.",
    )
    assert correction.editor.username == "chief"
    assert send(chief, at, topics=[archive.topic.pk]).status_code == 302


def test_a_correction_of_a_date_keeps_no_words(chief: Client, archive: Archive) -> None:
    at = reverse("admin:statements_statement_change", args=[archive.published.pk])
    send(chief, at, date="2022", correction="Only the year is known.")
    assert archive.published.corrections.get().text_before == ""


def test_what_is_published_again_says_so_to_readers(chief: Client, archive: Archive) -> None:
    Document.objects.update(publisher=archive.elysee, editorial_status="published")
    Statement.objects.filter(pk=archive.published.pk).update(
        editorial_status="retracted", retraction_reason="Wrong."
    )
    at = reverse("admin:statements_statement_change", args=[archive.published.pk])
    again = {"editorial_status": "published"}
    assert "published again" in errors(send(chief, at, **again))
    answer = send(chief, at, **again, correction="It was right.")
    assert answer.status_code == 302, errors(answer)
    assert status(archive.published) == "published"


def test_no_correction_is_asked_of_a_draft(chief: Client, archive: Archive) -> None:
    at = reverse("admin:statements_statement_change", args=[archive.draft.pk])
    assert 'name="correction"' not in chief.get(at).content.decode()
    assert send(chief, at, text="Other words.").status_code == 302
    assert (Readout.objects.count(), Snapshot.objects.count()) == (0, 1)


def test_what_is_published_together_is_compared_with_its_source(
    chief: Client, archive: Archive
) -> None:
    Document.objects.filter(pk=archive.document.pk).update(
        editorial_status="published", override_reason="Known."
    )
    Statement.objects.filter(pk=archive.draft.pk).update(
        text="He said “never”.", quote_type="mixed", speaker=archive.putin
    )
    page = address("statement", "publish", archive.draft)
    assert chief.post(page, picked(archive.draft)).status_code == 302
    found = FailedCheck.objects.get()
    assert (found.statement, found.reason) == (archive.draft, "not_quoted")


def test_an_address_of_which_a_part_is_no_number_is_none_at_all(
    chief: Client, archive: Archive
) -> None:
    page = f"/admin/statements/statement/publish/?ids={archive.draft.pk},x"
    assert "choose them again" in chief.get(page, follow=True).content.decode()


def test_no_reason_lets_a_statement_without_words_through(chief: Client, archive: Archive) -> None:
    Statement.objects.filter(pk=archive.draft.pk).update(text="")
    page = address("statement", "publish", archive.draft)
    answer = chief.post(page, picked(archive.draft, reason="All the same."))
    assert "No reason helps here" in answer.content.decode()
    assert status(archive.draft) == "draft"
