"""Questions about actors, as querysets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce, Concat, Greatest

from reading.likeness import ALIKE, likeness

if TYPE_CHECKING:
    from actors.models.actor import Actor

# Each table by its own index: a condition on either would be tried on every actor.
CALLED = """
SELECT id FROM actors_actor WHERE folded = fold_name(%s)
UNION SELECT actor_id FROM actors_actorname WHERE folded = fold_name(%s)
"""
LIKE = "SELECT id FROM actors_like(%s, %s)"
MOST_ALIKE = 10


class ActorQuerySet(models.QuerySet["Actor"]):
    """Actors, found by any of their names."""

    def named_like(self, text: str) -> ActorQuerySet:
        """Keep actors with a name in which every word of the text occurs, however written.

        Accents, case and Cyrillic or Greek letters make no difference. An empty text keeps all.
        """
        from actors.models import ActorName
        from actors.models.folding import fold

        found = self
        for word in dict.fromkeys(text.replace("\x00", " ").split()):
            other = ActorName.objects.filter(actor=OuterRef("pk"), folded__contains=fold(word))
            found = found.filter(Q(folded__contains=fold(word)) | Exists(other))
        return found

    def at(self, slug: str) -> Actor | None:
        """Give the actor at an address, or the one who once had it; None where nobody has."""
        return self.filter(slug=slug).first() or self.filter(former_addresses__slug=slug).first()

    def called(self, text: str) -> ActorQuerySet:
        """Keep actors with exactly this name among their names, however it is written."""
        return self.filter(pk__in=RawSQL(CALLED, [text, text]))  # noqa: S611, a constant

    def surnamed(self, text: str) -> ActorQuerySet:
        """Keep people with a name that ends with these words, after others."""
        from actors.models import ActorName
        from actors.models.actor import ActorKind
        from actors.models.folding import fold

        ending = {"folded__endswith": Concat(Value(" "), fold(text))}
        own = self.model._default_manager.filter(**ending).order_by().values("pk")
        other = ActorName.objects.filter(**ending).order_by().values("actor")
        people = self.filter(kind=ActorKind.PERSON)
        return people.filter(Q(pk__in=own) | Q(pk__in=other))

    def with_namesakes(self) -> ActorQuerySet:
        """Tell of each, as `has_namesake`, whether another actor bears the name too."""
        from actors.models import ActorName

        same = {"folded": OuterRef("folded")}
        actors = self.model._default_manager.filter(**same).exclude(pk=OuterRef("pk"))
        names = ActorName.objects.filter(**same).exclude(actor=OuterRef("pk"))
        return self.annotate(has_namesake=Exists(actors) | Exists(names))

    def of_kinds(self, kinds: Iterable[str]) -> ActorQuerySet:
        """Keep actors of the kinds."""
        return self.filter(kind__in=list(kinds))

    def of_countries(self, codes: Iterable[str]) -> ActorQuerySet:
        """Keep actors of the countries."""
        return self.filter(country__in=list(codes))

    def countries(self) -> list[str]:
        """Give the country codes that occur among the actors, in order."""
        named = self.exclude(country="").order_by("country")
        return list(named.values_list("country", flat=True).distinct())

    def closest_to(self, text: str) -> ActorQuerySet:
        """Give the few actors whose names look most like the text, the closest first.

        Each carries `likeness` from 0 to 1: how much of its best name is found in some stretch of
        the text, as in a long phrase that names a person, or of the text in the name, as where
        only a surname is typed, whichever is more.
        """
        from actors.models import ActorName

        best = (
            ActorName.objects.filter(actor=OuterRef("pk"))
            .annotate(likeness=_likeness(text))
            .order_by("-likeness")
            .values("likeness")[:1]
        )
        likeness = Greatest(_likeness(text), Coalesce(best, Value(0.0)))
        near = self.filter(pk__in=RawSQL(LIKE, [text, MOST_ALIKE]))  # noqa: S611, a constant
        return near.annotate(likeness=likeness).filter(likeness__gt=0.3).order_by("-likeness", "id")

    def like(self, text: str) -> list[Actor]:
        """Give the few actors who may be meant by a text that is nobody's name, likeliest first.

        Each carries `likeness` from 0 to 1: that of the best of all names, word by word.
        """
        from actors.models import ActorName
        from actors.models.folding import fold

        others = ActorName.objects.filter(actor=OuterRef("pk")).order_by().values("folded")
        near: Iterable[Any] = self.closest_to(text).annotate(
            typed=fold(text), others=ArraySubquery(others)
        )
        rated = [
            (max(likeness(one.typed, name) for name in (one.folded, *one.others)), one)
            for one in near
        ]
        for rate, one in rated:
            one.likeness = rate
        return [one for rate, one in sorted(rated, key=lambda it: -it[0]) if rate >= ALIKE]


ActorManager = models.Manager.from_queryset(ActorQuerySet)


class WordSimilarity(models.Func):
    """pg_trgm's `word_similarity(a, b)`: how much of a is found in some stretch of b."""

    function = "word_similarity"
    arity = 2
    output_field = models.FloatField()


def _likeness(text: str) -> Greatest:
    from actors.models.folding import fold

    name, typed = F("folded"), fold(text)
    return Greatest(WordSimilarity(name, typed), WordSimilarity(typed, name))
