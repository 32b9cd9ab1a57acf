"""Everything that leads to a record is moved, whichever table it stands in."""

import pytest
from django.apps import apps
from django.db import connection, models

from actors.merging import MergeRefusedError, merge
from actors.merging.doubles import doubles
from actors.merging.kinds import kind_of, kinds
from actors.merging.relations import references_to
from actors.models import Actor, MergeStep
from statements.models import Exchange, Topic
from tests.merging.world import KINDS, a_world

pytestmark = pytest.mark.django_db

MERGED = (Actor, Topic, Exchange)

FOREIGN_KEYS = """
SELECT conrelid::regclass::text, attname FROM pg_constraint
JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
WHERE contype = 'f' AND confrelid = %s::regclass
"""


@pytest.mark.parametrize("model", MERGED)
def test_the_models_know_every_foreign_key_of_the_database(model: type[models.Model]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(FOREIGN_KEYS, [model._meta.db_table])
        kept_by_database = set(cursor.fetchall())
    known = {(one.table.model._meta.db_table, one.field.column) for one in references_to(model)}
    assert known == kept_by_database


def test_all_that_can_be_merged_is_tried() -> None:
    assert {kind.model for kind in kinds()} == set(MERGED)


def merge_in_a_world(kind: str, seed: int) -> None:
    """Merge two records of a world of their own."""
    world = a_world(seed, apart=True)
    Exchange.objects.update(another_that_day=True)
    kept, gone = world.two(kind)
    merge(type(kept), kept.pk, gone.pk, world.chief, "The same.")


def test_every_relation_is_tried_and_every_one_of_which_there_may_be_two() -> None:
    """A table that is added later and stands in no world of the tests makes this fail."""
    for seed in range(36):
        merge_in_a_world(KINDS[seed % 3], seed)
    names = ("action", "merge__record", "model", "field")
    steps = set(MergeStep.objects.values_list(*names))
    for kind in map(kind_of, MERGED):
        for one in references_to(kind.model):
            step = (kind.label, one.table.label, one.field.name)
            assert ("moved", *step) in steps
            if doubles(one, kind.doubled):
                assert ("dropped", *step) in steps


def test_a_row_that_is_dropped_is_led_to_by_nothing() -> None:
    """What would lead to a dropped row would have to be moved as well."""
    for model in MERGED:
        for one in references_to(model):
            if doubles(one, kind_of(model).doubled):
                assert not list(references_to(one.table.model)), one.table.label


def test_proxies_and_history_are_left_alone() -> None:
    labels = {one.table.label for model in MERGED for one in references_to(model)}
    assert not [label for label in labels if label.endswith("event")]
    assert not labels & {one._meta.label_lower for one in apps.get_models() if one._meta.proxy}


def test_what_is_not_the_same_is_refused_whoever_asks() -> None:
    world = a_world()
    kept, _ = world.two("actors")
    Topic.objects.filter(pk=world.topics[0].pk).update(parent=world.topics[1])
    with pytest.raises(MergeRefusedError, match="no topic stands below itself"):
        merge(Topic, world.topics[0].pk, world.topics[1].pk, world.chief, "The same.")
    for one, other in ((kept.pk, kept.pk), (kept.pk, 0)):
        with pytest.raises(MergeRefusedError, match="not there"):
            merge(Actor, one, other, world.chief, "The same.")
    assert not MergeStep.objects.exists()


def test_a_merge_that_is_refused_is_not_done_by_another_way_either() -> None:
    world = a_world(1)
    for number, actor in enumerate(world.actors[:2]):
        Actor.objects.filter(pk=actor.pk).update(wikidata=f"Q{number + 91}")
    kept, gone = world.two("actors")
    with pytest.raises(MergeRefusedError, match="Wikidata"):
        merge(Actor, kept.pk, gone.pk, world.chief, "The same.")
    assert Actor.objects.filter(pk=gone.pk).exists()
