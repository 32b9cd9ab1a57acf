"""A filter whose values are actors: named by address, or by any of their names."""

from collections.abc import Iterable, Mapping

from django.core.exceptions import ValidationError

from actors.models import Actor
from reading.fields import Choice, SeveralField
from reading.problems import refused

CLOSEST = 3
# To find somebody takes up to five queries.
MOST_ACTORS = 10


class ActorsField(SeveralField):
    """Actors, each by slug (a former one too), or by a name or a surname that is only theirs."""

    suggestions = "suggest-actors"
    most_values = MOST_ACTORS

    def meaning(self, text: str, *, suggest: bool = True) -> Actor:
        """Give the one actor that is meant."""
        if actor := Actor.objects.at(text):
            return actor
        actors = Actor.objects
        found = list(actors.called(text)[:CLOSEST]) or list(actors.surnamed(text)[:CLOSEST])
        if len(found) == 1:
            return found[0]
        raise self._refusal(text, found, suggest=suggest)

    def choice(self, item: Actor) -> Choice:
        """Say an actor by name."""
        return Choice(item.slug, item.name)

    def named(self, keys: Iterable[int | str]) -> Mapping[int | str, Choice]:
        """Say the actors with these ids by name."""
        found = Actor.objects.filter(pk__in=list(keys)).order_by()
        return {
            pk: Choice(slug, name) for pk, slug, name in found.values_list("pk", "slug", "name")
        }

    def _refusal(self, text: str, found: list[Actor], *, suggest: bool) -> ValidationError:
        if found:
            same_name = {actor.slug: f"{actor.name} ({actor.slug})" for actor in found}
            return refused("“%(value)s” is a name of several actors.", text, same_name)
        closest = Actor.objects.like(text)[:CLOSEST] if suggest else []
        alike = {actor.slug: actor.name for actor in closest}
        return refused("The archive knows nobody by the name “%(value)s”.", text, alike)
