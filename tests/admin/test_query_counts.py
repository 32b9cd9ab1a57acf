"""A page of the desk asks the database as often for many rows as for few."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from actors.models import Actor, ActorName, Tenure
from statements.models import (
    Addressee,
    Attribution,
    Correction,
    Document,
    Exchange,
    Participation,
    Readout,
    Snapshot,
    Statement,
    StatementLink,
    Topic,
    Translation,
)
from tests.admin.conftest import Archive

FEW, MANY = 3, 23


def queries(client: Client, address: str) -> int:
    """Count the queries of a page, once its connection and permissions are warm."""
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def more(archive: Archive, first: int, last: int) -> None:
    """Add records of every sort, with all their parts."""
    for number in range(first, last):
        actor = Actor.objects.create(name=f"Person {number}", slug=f"p{number}", kind="person")
        ActorName.objects.create(actor=actor, name=f"Other {number}")
        Tenure.objects.create(person=actor, title=f"Post {number}", organisation=archive.elysee)
        Topic.objects.create(name=f"Topic {number}", slug=f"t{number}", parent=archive.topic)
        document = _document(archive, number)
        _exchange(archive, actor, document, number)
        _statement(archive, actor, document, number)


def _document(archive: Archive, number: int) -> Document:
    return Document.objects.create(
        kind="readout",
        title=f"Document {number}",
        publisher=archive.elysee,
        publisher_as_printed="Elysee",
        language="en",
    )


def _exchange(archive: Archive, actor: Actor, document: Document, number: int) -> None:
    for kind in ("call", "meeting"):
        exchange = Exchange.objects.create(kind=kind, title=f"{kind} {number}")
        Participation.objects.create(exchange=exchange, actor=actor)
    Participation.objects.create(exchange=archive.call, actor=actor)
    Readout.objects.create(
        exchange=archive.call, side=actor, document=document, claimed_initiator=actor
    )
    other = Exchange.objects.create(kind="other", title=f"other {number}")
    Readout.objects.create(exchange=other, side=actor, document=archive.document)


def _statement(archive: Archive, actor: Actor, document: Document, number: int) -> None:
    statement = Statement.objects.create(
        document=archive.document,
        exchange=archive.call,
        speaker=actor,
        speaker_as_printed=f"Person {number}",
        text=f"Statement {number}",
        language="en",
        quote_type="indirect",
    )
    draft, editor = archive.draft, User.objects.get(username="editor")
    Addressee.objects.create(statement=draft, actor=actor)
    Attribution.objects.create(statement=draft, actor=actor, role="office", position=number)
    Translation.objects.create(
        statement=draft, language=f"f{chr(97 + number)}", text="t", translator="machine"
    )
    StatementLink.objects.create(
        statement=draft, other=statement, kind="repeats", reason="r", editor=editor
    )
    Correction.objects.create(statement=draft, note=f"Note {number}", editor=editor)
    Snapshot.objects.create(document=archive.document, text=f"Copy {number}")


LISTS = (
    *("actors_actor", "actors_leader", "actors_tenure", "statements_topic"),
    *("statements_exchange", "statements_call", "statements_meeting"),
    *("statements_document", "statements_statement"),
)


@pytest.mark.parametrize("name", LISTS)
def test_a_list(editor: Client, archive: Archive, name: str) -> None:
    address = reverse(f"admin:{name}_changelist")
    more(archive, 0, FEW)
    few = queries(editor, address)
    more(archive, FEW, MANY)
    assert queries(editor, address) == few


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("actors_actor", lambda archive: archive.elysee),
        ("statements_call", lambda archive: archive.call),
        ("statements_exchange", lambda archive: archive.call),
        ("statements_document", lambda archive: archive.document),
        ("statements_statement", lambda archive: archive.draft),
    ],
)
def test_a_page_with_many_parts(
    editor: Client, archive: Archive, name: str, record: Callable[[Archive], Actor]
) -> None:
    address = reverse(f"admin:{name}_change", args=[record(archive).pk])
    more(archive, 0, FEW)
    few = queries(editor, address)
    more(archive, FEW, MANY)
    assert queries(editor, address) == few


def test_a_leader_with_many_names_and_posts(editor: Client, archive: Archive) -> None:
    address = reverse("admin:actors_leader_change", args=[archive.putin.pk])

    def add(first: int, last: int) -> None:
        for number in range(first, last):
            ActorName.objects.create(actor=archive.putin, name=f"Other {number}")
            Tenure.objects.create(
                person=archive.putin, title=f"Post {number}", organisation=archive.elysee
            )

    add(0, FEW)
    few = queries(editor, address)
    add(FEW, MANY)
    assert queries(editor, address) == few


@pytest.mark.parametrize(
    ("model", "field", "term"),
    [
        ("participation", "actor", "person"),
        ("exchange", "topics", "topic"),
        ("statement", "exchange", "call"),
        ("statement", "document", "document"),
        ("statementlink", "other", "statement"),
    ],
)
def test_choices(editor: Client, archive: Archive, model: str, field: str, term: str) -> None:
    asked = f"app_label=statements&model_name={model}&field_name={field}&term={term}"
    address = f"/admin/autocomplete/?{asked}"
    more(archive, 0, FEW)
    few = queries(editor, address)
    more(archive, FEW, MANY)
    assert queries(editor, address) == few


def test_the_accounts(signed_in: Callable[[str], Client]) -> None:
    administrator = signed_in("administrator")

    def add(first: int, last: int) -> None:
        for number in range(first, last):
            user = User.objects.create(username=f"user{number}")
            user.groups.set(Group.objects.all()[:2])

    add(0, FEW)
    few = queries(administrator, "/admin/auth/user/")
    add(FEW, MANY)
    assert queries(administrator, "/admin/auth/user/") == few


def test_the_front_page_asks_little(editor: Client, archive: Archive) -> None:
    # One for each of an editor's seven queues, and for the rows of those that have any here.
    assert queries(editor, "/admin/") <= 13
