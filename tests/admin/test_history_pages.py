"""The pages of history: of a record, across the archive, of one change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pghistory
import pytest
from django.contrib.auth.models import User
from django.core.management import call_command, get_commands, load_command_class
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from actors.commands import RecordedCommand
from actors.models import Actor
from statements.models import Exchange, Participation, Statement, Topic
from tests.admin.conftest import Archive
from tests.admin.forms import send

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Page

HOSTILE = "<script>alert(1)</script>"
ARCHIVE = "/admin/history/"


def history_of(record: Any) -> str:
    name = record._meta.label_lower.replace(".", "_")
    return reverse(f"admin:{name}_history", args=[record.pk])


def change_of(record: Any) -> str:
    name = record._meta.label_lower.replace(".", "_")
    return reverse(f"admin:{name}_change", args=[record.pk])


def text(page: Page) -> str:
    return " ".join(page.content.decode().split())


def happened(page: Page) -> list[tuple[str, str, str, str]]:
    """Give who did what to which row, the newest first."""
    changes = page.context["found"].changes if "found" in page.context else page.context["changes"]
    return [
        (change.author.who, entry.verb, entry.sort, entry.text)
        for change in changes
        for entry in change.entries
    ]


def fields(page: Page, at: int = 0) -> dict[str, tuple[str | None, str | None]]:
    """Give the fields of the first row of a change: before and after."""
    entry = page.context["found"].changes[at].entries[0]
    return {field.name: (field.before, field.after) for field in entry.fields}


@contextmanager
def at_the_database() -> Iterator[None]:
    """Do as somebody at the database: tests share a transaction, which remembers who came last."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pghistory.context_id', NULL, true)")
        cursor.execute("SELECT set_config('pghistory.context_metadata', NULL, true)")
    yield


# A record.


def test_what_was_changed_word_by_word(editor: Client, archive: Archive) -> None:
    send(editor, change_of(archive.draft), text="Words that are final.", speaker=archive.macron.pk)

    page = editor.get(history_of(archive.draft))

    assert ("editor", "changed", "statement", "Words that are final.") in happened(page)
    assert "Words that are <del" in text(page)
    assert "Vladimir Putin" in text(page)
    assert "Emmanuel Macron" in text(page)


def test_choices_are_words_and_keys_are_names(editor: Client, archive: Archive) -> None:
    send(editor, change_of(archive.draft), quote_type="readout", editorial_status="in_review")
    assert fields(editor.get(history_of(archive.draft)))["Editorial status"] == (
        "draft",
        "in review",
    )


def test_parts_and_topics_belong_to_it(editor: Client, archive: Archive) -> None:
    send(
        editor,
        change_of(archive.call),
        topics=[archive.topic.pk],
        **{
            "participations-TOTAL_FORMS": 3,
            "participations-2-name_as_printed": "Interpreter",
            "participations-2-role": "participant",
        },
    )

    found = happened(editor.get(history_of(archive.call)))

    assert ("editor", "put on", "topic of an exchange", "Ukraine") in found
    assert ("editor", "entered", "participation", "Interpreter") in found


def test_what_was_done_at_once_is_one_change(editor: Client, archive: Archive) -> None:
    send(
        editor,
        change_of(archive.putin),
        name="Putin",
        **{"names-TOTAL_FORMS": 2, "names-1-name": "VVP", "names-1-kind": "alias"},
    )
    changes = editor.get(history_of(archive.putin)).context["found"].changes
    [one] = [change for change in changes if change.author.who == "editor"]
    assert {entry.sort for entry in one.entries} == {"actor", "actor name"}


def test_who_at_the_database_itself(editor: Client, archive: Archive) -> None:
    with at_the_database(), connection.cursor() as cursor:
        cursor.execute("UPDATE statements_topic SET name = 'War'")
    assert ("at the database itself", "changed", "topic", "War") in happened(
        editor.get(history_of(archive.topic))
    )


def test_which_command(editor: Client, archive: Archive) -> None:
    with pghistory.context(command="verify_quotes"):
        Topic.objects.update(name="War")
    assert happened(editor.get(history_of(archive.topic)))[0][0] == "command verify_quotes"


def test_every_command_that_writes_notes_itself() -> None:
    unnamed = {"make_sign_ins"}
    for name, app in get_commands().items():
        if app in ("actors", "statements", "dates") and name not in unnamed:
            assert isinstance(load_command_class(app, name), RecordedCommand), name


def test_a_command_is_named(chief: Client, archive: Archive) -> None:
    class Command(RecordedCommand):
        def handle(self, *args: object, **options: object) -> None:
            Topic.objects.update(name="War")

    call_command(Command())
    found = happened(chief.get(ARCHIVE, {"who": "command:test_history_pages"}))
    assert found == [("command test_history_pages", "changed", "topic", "War")]


def test_somebody_whose_account_is_gone(editor: Client, archive: Archive) -> None:
    with pghistory.context(user=987654):
        Topic.objects.update(name="War")
    assert "A former account (number 987654)" in text(editor.get(history_of(archive.topic)))


def test_what_was_entered_did_not_come(editor: Client, archive: Archive) -> None:
    assert editor.get(history_of(archive.putin)).context["came"] == []


def test_a_deleted_record_with_all_it_held(chief: Client, archive: Archive) -> None:
    address = history_of(archive.draft)
    chief.post(reverse("admin:statements_statement_delete", args=[archive.draft.pk]), {"post": "y"})

    page = chief.get(address)

    assert "This record was deleted" in text(page)
    assert ("chief", "deleted", "statement", "Words that are draft.") in happened(page)
    held = next(
        {field.name: field.before for field in entry.fields}
        for entry in page.context["found"].changes[0].entries
        if entry.label == "delete"
    )
    assert held["Text"] == "Words that are draft."
    assert held["Speaker"] == "Vladimir Putin"


def test_a_row_that_went_from_one_record_to_another_is_told_at_both(
    editor: Client, archive: Archive
) -> None:
    there = Exchange.objects.create(kind="call", title="There", date="2020")
    Participation.objects.filter(actor=archive.putin).update(exchange=there)
    for record in (archive.call, there):
        verbs = [entry[1:3] for entry in happened(editor.get(history_of(record)))]
        assert ("changed", "participation") in verbs


def test_no_such_record(editor: Client, archive: Archive) -> None:
    for key in ("999999", "x", "-1", "99999999999999999999", "1 OR 1=1"):
        answer = editor.get(f"/admin/actors/actor/{key}/history/")
        assert answer.status_code == 302, key


def test_what_is_told_is_text(chief: Client, archive: Archive) -> None:
    Topic.objects.filter(pk=archive.topic.pk).update(name=HOSTILE)
    Topic.objects.filter(pk=archive.topic.pk).update(name="Plain")
    with pghistory.context(command=HOSTILE):
        Topic.objects.filter(pk=archive.topic.pk).delete()
    for address in (history_of(archive.topic), ARCHIVE):
        page = chief.get(address).content.decode()
        assert HOSTILE not in page
        assert "&lt;script&gt;" in page


@pytest.mark.parametrize("asked", ["before=x", "before=-1", "page=2", "before=1&before=2"])
def test_a_strange_address_of_a_record(editor: Client, archive: Archive, asked: str) -> None:
    page = editor.get(f"{history_of(archive.putin)}?{asked}")
    assert page.status_code == 200
    assert "cannot be understood" in text(page)
    assert happened(page) == []


def test_the_log_of_forms_stays_for_accounts(
    signed_in: Callable[[str], Client], person: Callable[[str], User]
) -> None:
    administrator = signed_in("administrator")
    address = reverse("admin:auth_user_history", args=[person("reader").pk])
    assert administrator.get(address).status_code == 200


# Across the archive.


@pytest.mark.parametrize("role", ["reader", "editor", "administrator"])
def test_only_who_may_sees_it(signed_in: Callable[[str], Client], role: str) -> None:
    client = signed_in(role)
    assert client.get(ARCHIVE).status_code == 403
    assert client.get(f"{ARCHIVE}change/?at=1").status_code == 403


def test_nobody_sees_it_unasked(client: Client, db: None) -> None:
    assert client.get(ARCHIVE).status_code == 302


def test_filters(chief: Client, archive: Archive) -> None:
    user = User.objects.get(username="chief")
    with pghistory.context(user=user.pk):
        archive.topic.delete()
    with pghistory.context(command="tidy"):
        Actor.objects.filter(pk=archive.elysee.pk).update(name="Elysee")
    with at_the_database():
        Actor.objects.filter(pk=archive.putin.pk).update(name="Putin")

    mine = happened(chief.get(ARCHIVE, {"who": f"user:{user.pk}"}))
    assert [one[:3] for one in mine] == [("chief", "deleted", "topic")]
    tidied = happened(chief.get(ARCHIVE, {"who": "command:tidy"}))
    assert [one[3] for one in tidied] == ["Elysee"]
    here = chief.get(ARCHIVE, {"who": "database", "done": "update", "what": "actors.actor"})
    assert [one[3] for one in happened(here)] == ["Putin"]
    gone = happened(chief.get(ARCHIVE, {"done": "delete"}))
    assert [one[1:] for one in gone] == [("deleted", "topic", "Ukraine")]
    assert happened(chief.get(ARCHIVE, {"to": "2001"})) == []
    assert len(happened(chief.get(ARCHIVE, {"from": "2020", "to": "2999"}))) > 3


def test_a_deleted_record_leads_to_its_last_version(chief: Client, archive: Archive) -> None:
    address = history_of(archive.topic)
    archive.topic.delete()
    page = chief.get(ARCHIVE, {"done": "delete"})
    assert f'href="{address}"' in text(page)
    assert chief.get(address).status_code == 200


@pytest.mark.parametrize(
    "asked",
    [
        "who=user:0",
        "who=nobody",
        "who=%00",
        "what=auth.user",
        "done=truncate",
        "from=yesterday",
        "from=2022&to=2021",
        "before=x",
        "before=" + "9" * 30,
        "before=１",
        "page=2",
        "who=database&who=database",
        "what=" + "x" * 5000,
    ],
)
def test_what_is_not_understood_shows_nothing(chief: Client, archive: Archive, asked: str) -> None:
    page = chief.get(f"{ARCHIVE}?{asked}")
    if page.status_code == 400:
        return
    assert "cannot be understood" in text(page)
    assert happened(page) == []


@pytest.mark.parametrize(
    "asked", ["from=0000", "to=9999", "from=../2020", "from=-0500", "to=0001-01-01"]
)
def test_days_that_no_calendar_has(chief: Client, archive: Archive, asked: str) -> None:
    assert chief.get(f"{ARCHIVE}?{asked}").status_code == 200


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "at=x",
        "context=1",
        "context=0&at=1",
        "at=1&after=1.2",
        "at=1&after=99.0.0",
        "at=1&after=x.y.z",
        "at=1&after=1.1.99999999999999999",
    ],
)
def test_a_strange_address_of_a_change(chief: Client, archive: Archive, asked: str) -> None:
    page = chief.get(f"{ARCHIVE}change/?{asked}")
    assert page.status_code == 200
    assert happened(page) == []


def test_a_change_of_many_rows_is_counted_and_shown_page_by_page(
    chief: Client, archive: Archive
) -> None:
    Topic.objects.bulk_create(Topic(slug=f"t{n}", name=f"T{n}") for n in range(120))
    with pghistory.context(command="tidy") as context:
        Topic.objects.exclude(pk=archive.topic.pk).update(aliases=["x"])

    page = chief.get(ARCHIVE, {"who": "command:tidy"})
    assert "Topic: 120 changed" in text(page)
    assert len(happened(page)) == 5
    names, address = [], f"{ARCHIVE}change/?context={context.id}"
    after = ""
    for _ in range(3):
        page = chief.get(f"{address}&after={after}" if after else address)
        names += [entry[3] for entry in happened(page)]
        after = page.context["after"]
    assert after == ""
    assert sorted(names) == sorted(f"T{n}" for n in range(120))


# How many queries.


def queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def _busy(archive: Archive, first: int, last: int) -> None:
    for number in range(first, last):
        actor = Actor.objects.create(name=f"P{number}", slug=f"p{number}", kind="person")
        with pghistory.context(command=f"c{number % 2}"):
            one = Participation.objects.create(exchange=archive.call, actor=actor)
            Participation.objects.filter(pk=one.pk).update(role="guest", actor=archive.elysee)
            Participation.objects.filter(pk=one.pk).update(actor=actor)
            Statement.objects.filter(pk=archive.draft.pk).update(speaker=actor)
            one.delete()


def test_the_history_of_a_busy_record(editor: Client, archive: Archive) -> None:
    _busy(archive, 0, 3)
    few = queries(editor, history_of(archive.call))
    _busy(archive, 3, 20)
    assert queries(editor, history_of(archive.call)) == few
    assert few <= 20


def test_the_history_of_a_busy_archive(chief: Client, archive: Archive) -> None:
    _busy(archive, 0, 3)
    few = queries(chief, ARCHIVE)
    _busy(archive, 3, 20)
    assert queries(chief, ARCHIVE) <= few + 1
    assert few <= 50


def test_a_record_with_very_many_versions(editor: Client, archive: Archive) -> None:
    for number in range(150):
        Topic.objects.filter(pk=archive.topic.pk).update(name=f"War {number}")
    page = editor.get(history_of(archive.topic))
    [change] = page.context["found"].changes
    assert len(change.entries) == 40
    assert change.has_more
