"""Whoever saves second is told what the first one saved, and overwrites nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pghistory
import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape

from actors.models import Actor, ActorName, Tenure
from statements.models import Exchange, Participation, Statement, Topic
from tests.admin.conftest import Archive
from tests.admin.forms import Sent, send, shown

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Page

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def other(person: Callable[..., User]) -> Client:
    client = Client()
    client.force_login(person("editor", "Other"))
    return client


def page_of(record: Any) -> str:
    return reverse(f"admin:{record._meta.label_lower.replace('.', '_')}_change", args=[record.pk])


def opened(client: Client, record: Any) -> Sent:
    return shown(client.get(page_of(record)))


def save(client: Client, record: Any, form: Sent, **typed: object) -> Page:
    answer = client.post(page_of(record), {**form, **typed})
    assert answer.status_code in (200, 302, 409)
    return answer


def text(page: Page) -> str:
    return " ".join(page.content.decode().split())


def told(page: Page) -> dict[str, tuple[str | None, str, str, bool]]:
    """Give what was told of each field: base, theirs, mine, and whether a choice is asked."""
    return {
        one.label: (
            one.base,
            "".join(piece.text for piece in one.theirs if piece.kind != "gone"),
            "".join(piece.text for piece in one.mine if piece.kind != "gone"),
            bool(one.question),
        )
        for one in page.context["meanwhile"]["told"]
    }


def row(form: Sent, name: str, value: object) -> str:
    """Give the prefix of the row of which a field holds the value."""
    return next(
        key.removesuffix(f"-{name}")
        for key, one in form.items()
        if one == value and key.endswith(f"-{name}")
    )


def test_alone_nobody_is_told_anything(editor: Client, archive: Archive) -> None:
    assert send(editor, page_of(archive.topic), name="Ukraine war").status_code == 302
    archive.topic.refresh_from_db()
    assert archive.topic.name == "Ukraine war"


def test_a_field_that_only_the_other_changed_is_taken_over(
    editor: Client, other: Client, archive: Archive
) -> None:
    form = opened(editor, archive.putin)
    send(other, page_of(archive.putin), description="A president")

    page = save(editor, archive.putin, form, name="V. Putin")

    assert page.status_code == 200
    archive.putin.refresh_from_db()
    assert (archive.putin.name, archive.putin.description) == ("Vladimir Putin", "A president")
    assert "Other saved this record while you had it open" in text(page)
    assert told(page) == {"Description": ("", "A president", "", False)}
    assert save(editor, archive.putin, shown(page)).status_code == 302
    archive.putin.refresh_from_db()
    assert (archive.putin.name, archive.putin.description) == ("V. Putin", "A president")


def test_a_field_that_both_changed_is_asked_about(
    editor: Client, other: Client, archive: Archive
) -> None:
    form = opened(editor, archive.putin)
    send(other, page_of(archive.putin), name="Putin")

    page = save(editor, archive.putin, form, name="V. V. Putin")

    assert told(page) == {"Name": ("Vladimir Putin", "Putin", "V. V. Putin", True)}
    assert shown(page)["name"] == "V. V. Putin"
    unanswered = save(editor, archive.putin, shown(page))
    assert unanswered.status_code == 200
    assert told(unanswered) == {"Name": (None, "Putin", "V. V. Putin", True)}
    assert "Choose one of the two values" in text(unanswered)
    assert Actor.objects.get(pk=archive.putin.pk).name == "Putin"


@pytest.mark.parametrize(("choice", "name"), [("mine", "V. V. Putin"), ("theirs", "Putin")])
def test_the_choice_is_what_is_saved(
    editor: Client, other: Client, archive: Archive, choice: str, name: str
) -> None:
    form = opened(editor, archive.putin)
    send(other, page_of(archive.putin), name="Putin")
    page = save(editor, archive.putin, form, name="V. V. Putin", description="New")

    saved = save(editor, archive.putin, shown(page), **{"_choice-name": choice})

    assert saved.status_code == 302
    archive.putin.refresh_from_db()
    assert (archive.putin.name, archive.putin.description) == (name, "New")


def test_a_choice_is_kept_where_something_else_is_wrong(
    editor: Client, other: Client, archive: Archive
) -> None:
    form = opened(editor, archive.putin)
    send(other, page_of(archive.putin), name="Putin")
    page = save(editor, archive.putin, form, name="V. V. Putin")

    page = save(
        editor, archive.putin, shown(page), **{"_choice-name": "theirs", "wikidata": "wrong"}
    )

    assert page.status_code == 200
    assert shown(page)["name"] == "Putin"
    assert save(editor, archive.putin, {**shown(page), "wikidata": ""}).status_code == 302


def test_a_third_saving_is_told_too(editor: Client, other: Client, archive: Archive) -> None:
    form = opened(editor, archive.putin)
    send(other, page_of(archive.putin), name="Putin")
    page = save(editor, archive.putin, form, name="V. V. Putin")
    send(other, page_of(archive.putin), name="President Putin")

    page = save(editor, archive.putin, shown(page), **{"_choice-name": "mine"})

    assert told(page) == {"Name": ("Putin", "President Putin", "V. V. Putin", True)}


def test_both_typed_the_same(editor: Client, other: Client, archive: Archive) -> None:
    form = opened(editor, archive.putin)
    send(other, page_of(archive.putin), name="Putin")

    page = save(editor, archive.putin, form, name="Putin")

    assert told(page) == {"Name": ("Vladimir Putin", "Putin", "Putin", False)}
    assert save(editor, archive.putin, shown(page)).status_code == 302


def test_two_windows_of_one_person(editor: Client, archive: Archive) -> None:
    form = opened(editor, archive.topic)
    send(editor, page_of(archive.topic), name="War")

    page = save(editor, archive.topic, form, name="Peace")

    assert "You, in another window, saved this record" in text(page)


def test_what_raw_sql_changed_counts(editor: Client, archive: Archive) -> None:
    form = opened(editor, archive.draft)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE statements_statement SET text = 'Other words.' WHERE id = %s",
            [archive.draft.pk],
        )

    page = save(editor, archive.draft, form, speaker_as_printed="Putin")

    assert "at the database itself" in text(page)
    assert told(page)["Text"] == (
        "Words that are draft.",
        "Other words.",
        "Words that are draft.",
        False,
    )
    assert shown(page)["text"] == "Other words."


def test_what_a_command_changed_counts(editor: Client, archive: Archive) -> None:
    form = opened(editor, archive.draft)
    with pghistory.context(command="import_bundle", source="import", bundle="b"):
        Statement.objects.filter(pk=archive.draft.pk).update(language="fr")

    assert "Import of b saved this record" in text(save(editor, archive.draft, form))


def test_keys_are_told_by_their_names(editor: Client, other: Client, archive: Archive) -> None:
    form = opened(editor, archive.draft)
    send(other, page_of(archive.draft), speaker=archive.macron.pk)

    page = save(editor, archive.draft, form, speaker=archive.elysee.pk)

    names = "Vladimir Putin", "Emmanuel Macron", "Élysée Palace"
    assert told(page) == {"Speaker": (*names, True)}
    page = save(editor, archive.draft, shown(page), **{"_choice-speaker": "theirs"})
    assert page.status_code == 302
    assert Statement.objects.get(pk=archive.draft.pk).speaker == archive.macron


def test_topics_of_both_are_put_together(editor: Client, other: Client, archive: Archive) -> None:
    war, gas, oil = (Topic.objects.create(slug=name, name=name) for name in ("war", "gas", "oil"))
    archive.draft.topics.set([archive.topic, oil])
    form = opened(editor, archive.draft)
    send(other, page_of(archive.draft), topics=[archive.topic.pk, war.pk])

    page = save(editor, archive.draft, form, topics=[oil.pk, gas.pk, archive.topic.pk])

    assert save(editor, archive.draft, shown(page)).status_code == 302
    assert {*archive.draft.topics.all()} == {archive.topic, war, gas}


def test_a_row_that_the_other_added_is_neither_lost_nor_doubled(
    editor: Client, other: Client, archive: Archive
) -> None:
    form = opened(editor, archive.call)
    add = {"participations-TOTAL_FORMS": 3}
    send(
        other,
        page_of(archive.call),
        **add,
        **{
            "participations-2-name_as_printed": "Interpreter",
            "participations-2-role": "participant",
        },
    )

    page = save(
        editor,
        archive.call,
        form,
        **add,
        **{
            "participations-2-name_as_printed": "Adviser",
            "participations-2-role": "participant",
        },
    )

    assert "added it" in text(page)
    assert save(editor, archive.call, shown(page)).status_code == 302
    names = archive.call.participations.exclude(name_as_printed="")
    assert sorted(names.values_list("name_as_printed", flat=True)) == ["Adviser", "Interpreter"]


def test_a_row_that_the_other_deleted_is_gone(
    editor: Client, other: Client, archive: Archive
) -> None:
    form = opened(editor, archive.call)
    gone = row(form, "actor", str(archive.putin.pk))
    send(other, page_of(archive.call), **{f"{gone}-DELETE": "on"})

    page = save(editor, archive.call, form, title="Second title")

    assert "deleted it: it is not in the form any more" in text(page)
    assert save(editor, archive.call, shown(page)).status_code == 302
    assert [one.actor for one in archive.call.participations.all()] == [archive.macron]
    assert Exchange.objects.get(pk=archive.call.pk).title == "Second title"


def test_a_row_that_the_other_deleted_and_this_one_changed_is_kept_as_a_new_one(
    editor: Client, other: Client, archive: Archive
) -> None:
    form = opened(editor, archive.call)
    gone = row(form, "actor", str(archive.putin.pk))
    send(other, page_of(archive.call), **{f"{gone}-DELETE": "on"})

    page = save(editor, archive.call, form, **{f"{gone}-role": "initiator"})

    assert "what you typed is a new row now" in text(page)
    assert save(editor, archive.call, shown(page)).status_code == 302
    roles = {one.actor: one.role for one in archive.call.participations.all()}
    assert roles == {archive.macron: "participant", archive.putin: "initiator"}


def test_both_deleted_the_row(editor: Client, other: Client, archive: Archive) -> None:
    form = opened(editor, archive.call)
    gone = row(form, "actor", str(archive.putin.pk))
    send(other, page_of(archive.call), **{f"{gone}-DELETE": "on"})

    page = save(editor, archive.call, form, **{f"{gone}-DELETE": "on"})

    assert save(editor, archive.call, shown(page)).status_code == 302
    assert archive.call.participations.count() == 1


def test_a_row_that_the_other_changed_is_not_deleted_unseen(
    editor: Client, other: Client, archive: Archive
) -> None:
    form = opened(editor, archive.call)
    mine = row(form, "actor", str(archive.putin.pk))
    send(other, page_of(archive.call), **{f"{mine}-role": "initiator"})

    page = save(editor, archive.call, form, **{f"{mine}-DELETE": "on"})

    assert "not marked to be deleted any more" in text(page)
    assert save(editor, archive.call, shown(page)).status_code == 302
    assert archive.call.participations.get(actor=archive.putin).role == "initiator"


def test_a_row_that_both_changed_is_asked_about(
    editor: Client, other: Client, archive: Archive
) -> None:
    form = opened(editor, archive.call)
    first, mine = (row(form, "actor", str(one.pk)) for one in (archive.putin, archive.macron))
    send(other, page_of(archive.call), **{f"{mine}-role": "initiator", f"{first}-DELETE": "on"})

    page = save(editor, archive.call, form, **{f"{mine}-role": "mediator"})

    label = "Role of participation Emmanuel Macron"
    assert told(page) == {label: ("participant", "initiator", "mediator", True)}
    # The row above it is gone: the question follows the row.
    choice = {f"_choice-{first}-role": "theirs"}
    assert f'name="_choice-{first}-role"' in text(page)
    assert save(editor, archive.call, shown(page), **choice).status_code == 302
    assert archive.call.participations.get().role == "initiator"


def test_a_row_that_went_to_another_record(editor: Client, archive: Archive) -> None:
    form = opened(editor, archive.call)
    elsewhere = Exchange.objects.create(kind="call", title="Elsewhere", date="2020")
    Participation.objects.filter(actor=archive.putin).update(exchange=elsewhere)

    page = save(editor, archive.call, form)

    assert "it is not in the form any more" in text(page)
    assert save(editor, archive.call, shown(page)).status_code == 302
    assert elsewhere.participations.count() == 1


def test_deleted_meanwhile(editor: Client, chief: Client, archive: Archive) -> None:
    form = opened(editor, archive.draft)
    chief.post(
        reverse("admin:statements_statement_delete", args=[archive.draft.pk]), {"post": "yes"}
    )

    page = save(editor, archive.draft, form, text=HOSTILE)

    assert page.status_code == 409
    assert "Chief deleted this record" in text(page)
    assert escape(HOSTILE) in text(page)
    assert HOSTILE not in text(page)
    assert "Vladimir Putin" in text(page)


def test_published_meanwhile(editor: Client, chief: Client, archive: Archive) -> None:
    form = opened(editor, archive.draft)
    with pghistory.context(user=User.objects.get(username="chief").pk):
        Statement.objects.filter(pk=archive.draft.pk).update(
            editorial_status="published", override_reason="It is urgent."
        )

    page = save(editor, archive.draft, form, text="My words")

    assert page.status_code == 409
    assert "Chief changed this record" in text(page)
    assert "My words" in text(page)


@pytest.mark.parametrize("note", [None, "", "x", "a:b:c", "\x00", "🙈"])
def test_a_form_without_its_note_is_shown_again(
    editor: Client, archive: Archive, note: str | None
) -> None:
    form = opened(editor, archive.topic)
    del form["_seen"]
    sent = form if note is None else {**form, "_seen": note}

    page = save(editor, archive.topic, sent, name="War")

    assert page.status_code == 200
    assert "does not say which version" in text(page)
    assert told(page) == {"Name": (None, "Ukraine", "War", False)}
    assert save(editor, archive.topic, shown(page)).status_code == 302
    assert Topic.objects.get(pk=archive.topic.pk).name == "War"


def test_the_note_of_another_record_is_none(editor: Client, archive: Archive) -> None:
    note = opened(editor, archive.macron)["_seen"]
    form = opened(editor, archive.putin)
    assert "does not say" in text(save(editor, archive.putin, form, _seen=note))


@pytest.mark.parametrize("choice", ["", "x", "\x00", "mine\x00", HOSTILE])
def test_a_strange_choice_is_none(
    editor: Client, other: Client, archive: Archive, choice: str
) -> None:
    form = opened(editor, archive.topic)
    send(other, page_of(archive.topic), name="War")
    page = save(editor, archive.topic, form, name="Peace")
    page = save(editor, archive.topic, shown(page), **{"_choice-name": choice})
    assert "Choose one of the two values" in text(page)


def test_what_is_told_is_text(editor: Client, other: Client, archive: Archive) -> None:
    form = opened(editor, archive.putin)
    ActorName.objects.create(actor=archive.putin, name=HOSTILE)
    send(other, page_of(archive.putin), name=f"A {HOSTILE}")

    page = save(editor, archive.putin, form, name=f"B {HOSTILE}")

    assert HOSTILE not in page.content.decode()


def test_tenures_have_it_too(editor: Client, other: Client, archive: Archive) -> None:
    tenure = Tenure.objects.get()
    form = opened(editor, tenure)
    send(other, page_of(tenure), end="2027-05")

    page = save(editor, tenure, form, end="2027")

    assert told(page) == {"End": ("", "May 2027", "2027", True)}


def test_a_document_that_gained_statements_is_saved(
    editor: Client, other: Client, archive: Archive
) -> None:
    """They are not in its form."""
    form = opened(editor, archive.document)
    Statement.objects.create(
        document=archive.document,
        speaker_as_printed="P",
        text="t",
        language="en",
        quote_type="mixed",
    )
    assert save(editor, archive.document, form, title="Other title").status_code == 302


def test_nothing_is_deleted_unseen(editor: Client, chief: Client, archive: Archive) -> None:
    address = reverse("admin:statements_topic_delete", args=[archive.topic.pk])
    note = chief.get(address).context["seen_note"]
    send(editor, page_of(archive.topic), name="War")

    page = chief.post(address, {"post": "yes", "_seen": note}, follow=True)

    assert "editor saved this record after you were asked" in text(page)
    assert Topic.objects.filter(pk=archive.topic.pk).exists()
    again = chief.post(address, {"post": "yes", "_seen": page.context["seen_note"]})
    assert again.status_code == 302
    assert not Topic.objects.filter(pk=archive.topic.pk).exists()


def test_a_note_that_is_none_deletes_nothing(chief: Client, archive: Archive) -> None:
    address = reverse("admin:statements_topic_delete", args=[archive.topic.pk])
    page = chief.post(address, {"post": "yes", "_seen": "x"}, follow=True)
    assert "Nothing is deleted" in text(page)


def test_a_form_asks_little_more_for_its_note(editor: Client, archive: Archive) -> None:
    """One query for the note; to save, one that locks, one that compares, one for the record."""
    address = page_of(archive.topic)
    form = opened(editor, archive.topic)
    with CaptureQueriesContext(connection) as asked:
        editor.get(address)
    assert len(asked) <= 6
    with CaptureQueriesContext(connection) as asked:
        assert save(editor, archive.topic, form, name="War").status_code == 302
    assert sum("FOR NO KEY UPDATE" in query["sql"] for query in asked.captured_queries) == 1
    assert len(asked) <= 30
