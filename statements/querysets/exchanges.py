"""Questions about exchanges."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, Exists, OuterRef, Prefetch, Q

from actors.models import Actor
from statements.querysets.editorial import EditorialQuerySet
from statements.querysets.words import typed

if TYPE_CHECKING:
    from statements.models import Topic


class ExchangeQuerySet(EditorialQuerySet):
    """Calls, meetings and other exchanges."""

    def matching(self, text: str) -> Self:
        """Keep exchanges whose title, summary, place or condition answers what was typed."""
        return self.filter(search=typed(text, "en"))

    def between(self, actors: Iterable[Actor]) -> Self:
        """Keep exchanges in which every one of the actors took part."""
        from statements.models import Participation

        found = self
        for actor in actors:
            took_part = Participation.objects.filter(exchange=OuterRef("pk"), actor=actor)
            found = found.filter(Exists(took_part))
        return found

    def about(self, topics: Iterable[Topic]) -> Self:
        """Keep exchanges about any of the topics or a topic below it."""
        from statements.models import Exchange, Topic

        ids = Topic.objects.all().ids_with_below(topics)
        tagged = Exchange.topics.through.objects.filter(exchange=OuterRef("pk"), topic__in=ids)
        return self.filter(Exists(tagged))

    def in_countries(self, codes: Iterable[str]) -> Self:
        """Keep exchanges that concern one of the countries, or whose participants come from it."""
        from statements.models import Participation

        wanted = list(codes)
        from_there = Participation.objects.filter(
            exchange=OuterRef("pk"), actor__country__in=wanted
        )
        return self.filter(Q(countries__overlap=wanted) | Exists(from_there))

    def twins(self, kind: str, day: date) -> Self:
        """Keep exchanges of a kind on exactly one day, fetched with their participants."""
        return self.filter(kind=kind, date_earliest=day, date_latest=day).prefetch_related(
            "participations__actor"
        )

    def for_list(self) -> Self:
        """Fetch with each exchange what a card of it shows, in a fixed number of queries."""
        from statements.models import Participation, Statement

        participants = Participation.objects.select_related("actor").prefetch_related(
            "actor__tenures"
        )
        said = Count(
            "statements", filter=Q(statements__in=Statement.objects.public()), distinct=True
        )
        return self.annotate(said=said).prefetch_related(
            Prefetch("participations", queryset=participants)
        )


ExchangeManager = models.Manager.from_queryset(ExchangeQuerySet)
