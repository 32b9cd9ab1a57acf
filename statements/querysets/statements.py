"""Questions about statements."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Self

from django.db.models import Exists, OuterRef, Prefetch, Q, Value
from django.db.models.functions import Coalesce

from actors.models import Actor
from statements.querysets.editorial import EditorialQuerySet
from statements.querysets.words import in_languages

if TYPE_CHECKING:
    from statements.models import Topic


class StatementQuerySet(EditorialQuerySet):
    """Words put on record."""

    def languages(self) -> list[str]:
        """Give the language tags that occur among the statements, in order."""
        return list(self.order_by("language").values_list("language", flat=True).distinct())

    def matching(self, text: str) -> Self:
        """Keep statements whose words, speaker or attribution as printed answer what was typed."""
        from statements.models import Statement

        return self.filter(in_languages(text, Statement.objects.public().languages()))

    def with_counterpart(self, actors: Iterable[Actor]) -> Self:
        """Keep statements addressed to one of the actors, or made about an exchange with one.

        Nobody is a counterpart of what they said themselves.
        """
        from statements.models import Addressee, Exchange, Participation

        wanted = list(actors)
        speaker = Coalesce(OuterRef("speaker"), Value(0))
        took_part = Participation.objects.filter(
            exchange=OuterRef("exchange"),
            exchange__in=Exchange.objects.public(),
            actor__in=wanted,
        ).exclude(actor=speaker)
        addressed = Addressee.objects.filter(statement=OuterRef("pk"), actor__in=wanted)
        return self.filter(Exists(took_part) | Exists(addressed))

    def about(self, topics: Iterable[Topic]) -> Self:
        """Keep statements about any of the topics or a topic below it."""
        from statements.models import Statement, Topic

        ids = Topic.objects.all().ids_with_below(topics)
        tagged = Statement.topics.through.objects.filter(statement=OuterRef("pk"), topic__in=ids)
        return self.filter(Exists(tagged))

    def in_countries(self, codes: Iterable[str]) -> Self:
        """Keep statements by speakers of a country, or on an exchange that concerns it."""
        from statements.models import Exchange

        wanted = list(codes)
        concerned = Exchange.objects.public().filter(
            pk=OuterRef("exchange"), countries__overlap=wanted
        )
        return self.filter(Q(speaker__country__in=wanted) | Exists(concerned))

    def for_list(self) -> Self:
        """Fetch with each statement what a card of it shows, in a fixed number of queries."""
        from statements.models import Topic

        return self.select_related("speaker", "exchange", "document__publisher").prefetch_related(
            "speaker__tenures", Prefetch("topics", queryset=Topic.objects.order_by("name"))
        )
