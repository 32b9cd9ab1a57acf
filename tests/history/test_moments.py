"""Changes are found by their moments, the newest first, and page by page."""

import pytest
from django.db import connection

from actors.chronicle.asking import LAST, Asked, from_microseconds
from actors.chronicle.changes import Changes, across, of
from actors.models import Actor
from statements.models import Topic
from tests.statements.makers import actor

# Each change is a transaction of its own.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def names(page: Changes) -> list[str]:
    return [entry.text for change in page.changes for entry in change.entries]


def test_every_change_is_on_one_page_and_on_no_other() -> None:
    for number in range(7):
        actor(f"A{number}")
    found, before = list[str](), LAST
    for size in (3, 3, 1):
        page = across(Asked(last=before), 3)
        assert len(page.changes) == size
        found += names(page)
        before = from_microseconds(page.older) if page.older is not None else before
    assert found == [f"A{number}" for number in range(6, -1, -1)]
    assert page.older is None


def test_a_record_page_by_page() -> None:
    ann = actor("V0")
    for number in range(1, 5):
        Actor.objects.filter(pk=ann.pk).update(name=f"V{number}")
    first = of(Actor, ann.pk, LAST, 2)
    assert names(first) == ["V4", "V3"]
    assert first.older is not None
    second = of(Actor, ann.pk, from_microseconds(first.older), 2)
    assert names(second) == ["V2", "V1"]


def test_what_was_entered_then_changed_before_the_log_was_read() -> None:
    ann = actor("V0")
    Actor.objects.filter(pk=ann.pk).update(name="V1")
    key = ann.pk
    ann.delete()
    changes = of(Actor, key, LAST, 9).changes
    assert [change.entries[0].label for change in changes] == ["delete", "update", "insert"]
    [field] = changes[1].entries[0].fields
    assert (field.before, field.after) == ("V0", "V1")


def test_what_was_truncated_is_told_as_deleted() -> None:
    Topic.objects.create(slug="t", name="T")
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE statements_topic CASCADE")
    [newest, *_] = across(Asked(), 5).changes
    assert [(entry.label, entry.text) for entry in newest.entries] == [("delete", "T")]
    assert newest.author.who == "at the database itself"
