"""What came with an import, which writes no insert events: only the owner may leave them out."""

import pgtrigger
import pytest
from django.test import Client

from actors.history import insert_events
from actors.models import Actor, ActorName
from statements.models import Participation
from tests.admin.conftest import Archive
from tests.admin.forms import shown
from tests.admin.test_history_pages import history_of
from tests.admin.test_history_pages import text as history_text
from tests.admin.test_two_editors import opened, save, text

pytestmark = pytest.mark.usefixtures("as_owner")


def test_a_row_that_came_without_an_event_is_found(editor: Client, archive: Archive) -> None:
    """An import writes no insert events."""
    form = opened(editor, archive.call)
    with pgtrigger.ignore("statements.Participation:insert_insert"):
        Participation.objects.create(exchange=archive.call, name_as_printed="Guest")

    page = save(editor, archive.call, form)

    assert "an import, or somebody at the database, added it" in text(page)
    assert save(editor, archive.call, shown(page)).status_code == 302
    assert archive.call.participations.count() == 3


def test_what_came_with_an_import_is_said_so(editor: Client, archive: Archive) -> None:
    with pgtrigger.ignore(*insert_events("actors.Actor", "actors.ActorName")):
        ann = Actor.objects.create(slug="ann", name="Ann", kind="person", import_id="wiki:1")
        ActorName.objects.create(actor=ann, name="Anna")
    Actor.objects.filter(pk=ann.pk).update(name="Ann B.")

    page = editor.get(history_of(ann))

    assert "The record came with an import, as id <bdi>wiki:1</bdi>" in history_text(page)
    assert [(entry.verb, entry.text) for entry in page.context["came"]] == [
        ("came", "Ann"),
        ("came", "Anna"),
    ]
