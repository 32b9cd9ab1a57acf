"""A merge that is undone leaves the database as it was."""

import pytest

from actors.merging import merge, undo
from actors.merging.relations import references_to
from tests.merging.world import KINDS, a_world, everything

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("seed", range(25))
@pytest.mark.parametrize("kind", KINDS)
def test_merged_and_undone_everything_is_as_it_was(kind: str, seed: int) -> None:
    world = a_world(seed)
    # What one person said to the other, and what would be one exchange, is refused elsewhere.
    world.exchanges[0].__class__.objects.update(another_that_day=True)
    kept, gone = world.two(kind)
    before = everything()
    made = merge(type(kept), kept.pk, gone.pk, world.chief, "The same.")
    assert everything() != before
    assert not type(kept).objects.filter(pk=gone.pk).exists()
    for reference in references_to(type(kept)):
        assert not reference.field.model._default_manager.filter(
            **{reference.field.attname: gone.pk}
        )
    assert undo(made, world.chief) == []
    assert everything() == before
    made.refresh_from_db()
    assert made.undone_by == world.chief
