"""What the database refuses is explained on the form, with what was typed."""

from unittest.mock import patch

from django.db import connection
from django.test import Client
from django.urls import reverse

from actors.models import Actor, Tenure
from statements.models import Document, Exchange, Topic
from tests.admin.conftest import Archive
from tests.admin.forms import errors, send


def test_a_topic_below_itself(editor: Client, archive: Archive) -> None:
    below = Topic.objects.create(name="Minsk agreements", slug="minsk", parent=archive.topic)
    address = reverse("admin:statements_topic_change", args=[archive.topic.pk])

    answer = send(editor, address, parent=below.pk, name="Ukraine, typed")

    assert "A topic cannot stand below itself." in answer.content.decode()
    assert 'value="Ukraine, typed"' in answer.content.decode()
    archive.topic.refresh_from_db()
    assert archive.topic.parent is None


def test_an_exchange_that_is_part_of_itself(editor: Client, archive: Archive) -> None:
    part = Exchange.objects.create(kind="other", title="Part", part_of=archive.call)
    address = reverse("admin:statements_call_change", args=[archive.call.pk])

    answer = send(editor, address, part_of=part.pk)

    assert "An exchange cannot be part of itself." in answer.content.decode()


def test_a_post_of_an_office(editor: Client, archive: Archive) -> None:
    answer = send(
        editor,
        "/admin/actors/actor/add/",
        name="Kremlin",
        slug="kremlin",
        kind="office",
        **{"tenures-TOTAL_FORMS": 1, "tenures-0-title": "President"},
    )

    assert "Only a person holds a post." in answer.content.decode()
    assert not Actor.objects.filter(slug="kremlin").exists()
    assert not Tenure.objects.filter(title="President").exists()


def test_a_post_that_ends_before_it_starts(editor: Client, archive: Archive) -> None:
    address = reverse("admin:actors_leader_change", args=[archive.macron.pk])
    answer = send(editor, address, **{"tenures-0-end": "2016"})
    assert "The end is before the start." in answer.content.decode()


def test_an_actor_twice_among_the_participants(editor: Client, archive: Archive) -> None:
    address = reverse("admin:statements_call_change", args=[archive.call.pk])
    answer = send(editor, address, **{"participations-1-actor": archive.putin.pk})
    assert "This actor is among the participants already." in errors(answer)


def test_a_name_twice_among_the_participants(editor: Client, archive: Archive) -> None:
    """The form does not check a unique index with a condition: the database does."""
    answer = send(
        editor,
        "/admin/statements/call/add/",
        title="A call",
        **{
            "participations-TOTAL_FORMS": 2,
            "participations-0-name_as_printed": "Peskov",
            "participations-0-role": "participant",
            "participations-1-name_as_printed": "Peskov",
            "participations-1-role": "participant",
        },
    )
    assert "This name is among the participants already." in answer.content.decode()


def test_a_time_zone_country_or_language_that_is_none(editor: Client, archive: Archive) -> None:
    address = reverse("admin:statements_call_change", args=[archive.call.pk])
    answer = send(editor, address, time="12:00", timezone="Paris", countries="FR, Russia")
    assert "“Paris” is no time zone" in errors(answer)
    assert "countries" in answer.context["adminform"].form.errors

    answer = send(editor, address, time="12:00")
    assert "A time needs its time zone" in errors(answer)

    address = reverse("admin:statements_statement_change", args=[archive.draft.pk])
    assert "is no language tag" in errors(send(editor, address, language="en english"))


def test_a_readout_without_document_or_day(editor: Client, archive: Archive) -> None:
    address = reverse("admin:statements_call_change", args=[archive.call.pk])
    typed = {"readouts-TOTAL_FORMS": 1, "readouts-0-side": archive.putin.pk}
    answer = send(editor, address, **typed)
    assert "Choose the document, or the day on which none was found." in answer.content.decode()


def test_what_somebody_else_entered_meanwhile(editor: Client, archive: Archive) -> None:
    """Two editors press Save at once: the second passes the form's checks and not the index."""
    with (
        patch("django.db.models.Model.validate_unique"),
        patch("django.db.models.Model.validate_constraints"),
    ):
        answer = send(editor, "/admin/statements/topic/add/", name="ukraine", slug="ukraine-2")
    assert "There is a topic with this name already." in answer.content.decode()
    assert 'value="ukraine-2"' in answer.content.decode()


def test_a_rule_that_waits_for_the_end_of_the_transaction(editor: Client, archive: Archive) -> None:
    """The twin comes into being after the form looked for one."""
    with patch("statements.admin.exchange.refuse_twin"):
        answer = send(
            editor,
            "/admin/statements/call/add/",
            title="The same",
            date="2022-02-20",
            **{
                "participations-TOTAL_FORMS": 2,
                "participations-0-actor": archive.macron.pk,
                "participations-0-role": "participant",
                "participations-1-actor": archive.putin.pk,
                "participations-1-role": "participant",
            },
        )
    assert "in the archive already: same kind, day, participants" in errors(answer)


def test_a_document_with_kept_copies_cannot_be_deleted(chief: Client, archive: Archive) -> None:
    address = reverse("admin:statements_document_delete", args=[archive.document.pk])

    for answer in (chief.get(address), chief.post(address, {"post": "yes"})):
        assert answer.status_code == 200
        assert "Cannot delete document" in answer.content.decode()

    action = {"action": "delete_selected", "_selected_action": archive.document.pk}
    answer = chief.post("/admin/statements/document/", action)
    assert "Cannot delete" in answer.content.decode()


def test_a_deletion_that_the_database_refuses(chief: Client, archive: Archive) -> None:
    """A record that came to need this one after the page was shown."""
    address = reverse("admin:statements_topic_delete", args=[archive.topic.pk])
    archive.call.topics.add(archive.topic)

    def raw(topic: Topic) -> None:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM statements_topic WHERE id = %s", [topic.pk])

    with patch("django.contrib.admin.ModelAdmin.delete_model", lambda self, request, it: raw(it)):
        answer = chief.post(address, {"post": "yes"}, follow=True)

    assert "other records still need this one" in answer.content.decode()
    assert Topic.objects.filter(pk=archive.topic.pk).exists()


def test_a_chief_deletes_what_nothing_needs(chief: Client, archive: Archive) -> None:
    document = Document.objects.create(
        kind="other", title="Nothing", publisher_as_printed="x", language="en"
    )
    for name, record in (("call", archive.call), ("document", document)):
        address = reverse(f"admin:statements_{name}_delete", args=[record.pk])
        answer = chief.post(address, {"post": "yes"}, follow=True)
        assert "was deleted successfully" in answer.content.decode()
