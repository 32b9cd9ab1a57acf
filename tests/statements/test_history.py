"""What happens to a record is kept by triggers, however it happens."""

import pghistory
import pgtrigger
import pytest
from django.db import DatabaseError, connection, transaction

from actors.history import insert_events
from actors.models import Actor
from actors.models import ActorEvent as Events  # type: ignore[attr-defined]
from statements.models import Statement
from tests.statements.makers import actor, document, statement

pytestmark = pytest.mark.django_db


def events(label: str | None = None) -> list[str]:
    """Give the names in the actors' events, in order."""
    found = Events.objects.order_by("pgh_id")
    return list((found.filter(pgh_label=label) if label else found).values_list("name", flat=True))


def test_every_version_is_kept_with_what_is_there_now() -> None:
    ann = actor("Ann")
    Actor.objects.filter(pk=ann.pk).update(name="Anna")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE actors_actor SET name = 'Hanna' WHERE id = %s", [ann.pk])
    assert events("insert") == ["Ann"]
    assert events("update") == ["Ann", "Anna"]
    Actor.objects.filter(pk=ann.pk).delete()
    assert events("delete") == ["Hanna"]


def test_a_bulk_change_is_kept_row_by_row() -> None:
    Actor.objects.bulk_create(Actor(slug=f"a{i}", name=f"A{i}", kind="person") for i in range(3))
    Actor.objects.update(description="changed")
    assert len(events("insert")) == 3
    assert len(events("update")) == 3


def test_an_update_that_changes_nothing_is_no_event() -> None:
    ann = actor("Ann")
    Actor.objects.filter(pk=ann.pk).update(name="Ann")
    assert events("update") == []


def test_a_first_load_need_not_be_doubled_but_what_follows_is_kept() -> None:
    with transaction.atomic(), pgtrigger.ignore(*insert_events("actors.Actor")):
        ann = actor("Ann")
    assert events() == []
    Actor.objects.filter(pk=ann.pk).update(name="Anna")
    assert events("update") == ["Ann"]


def test_the_user_stands_with_the_change() -> None:
    with pghistory.context(user=7):
        actor("Ann")
    assert Events.objects.get().pgh_context.metadata["user"] == 7


def test_history_is_not_rewritten() -> None:
    actor("Ann")
    refused = "Cannot update or delete rows"
    with pytest.raises(DatabaseError, match=refused), transaction.atomic():
        Events.objects.update(name="X")
    with pytest.raises(DatabaseError, match=refused), transaction.atomic():
        Events.objects.all().delete()


def test_topics_put_on_and_taken_off_are_kept() -> None:
    from statements.models import StatementTopicsEvent, Topic  # type: ignore[attr-defined]

    words = statement(document())
    topic = Topic.objects.create(slug="t", name="T")
    words.topics.add(topic)
    words.topics.remove(topic)
    labels = StatementTopicsEvent.objects.order_by("pgh_id").values_list("pgh_label", flat=True)
    assert list(labels) == ["insert", "delete"]


def test_every_editorial_model_is_tracked() -> None:
    from django.apps import apps

    untracked = {
        "FormerAddress",
        "Snapshot",
        "SnapshotSeal",
        "VerificationRun",
        "FailedCheck",
        "UnresolvedName",
        "ActorImportId",
        "TopicImportId",
        "ExchangeImportId",
        "FormerExchangeAddress",
        "FormerTopicAddress",
        "Merge",
        "MergeStep",
        "Retraction",
        "Word",
        # They follow from what is tracked.
        "Notice",
    }
    for model in [
        *apps.get_app_config("actors").get_models(),
        *apps.get_app_config("statements").get_models(),
    ]:
        if model._meta.proxy or model.__name__.endswith("Event"):
            continue
        tracked = any(t.name == "delete_delete" for t in getattr(model._meta, "triggers", []))
        assert tracked != (model.__name__ in untracked), model.__name__


def test_generated_columns_are_not_copied_into_history() -> None:
    from statements.models import StatementEvent  # type: ignore[attr-defined]

    names = {field.name for field in StatementEvent._meta.fields}
    assert "search" not in names
    assert "text" in names
    assert Statement._meta.get_field("search").generated
