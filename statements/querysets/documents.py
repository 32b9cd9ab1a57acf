"""Questions about documents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from actors.models import Actor
from statements.querysets.counting import counted
from statements.querysets.editorial import EditorialQuerySet


class DocumentQuerySet(EditorialQuerySet):
    """Sources."""

    def titled(self, text: str) -> Self:
        """Keep documents with every word of the text in their titles, capitals aside."""
        found = self
        for word in dict.fromkeys(text.split()):
            found = found.filter(title__icontains=word)
        return found

    def languages(self) -> list[str]:
        """Give the language tags that occur among the documents, in order."""
        return list(self.order_by("language").values_list("language", flat=True).distinct())

    def publishers(self) -> QuerySet[Actor]:
        """Give the actors who published one of the documents, by name."""
        published = self.filter(publisher=OuterRef("pk")).order_by()
        return Actor.objects.filter(Exists(published)).order_by("folded", "pk")

    def of_kinds(self, kinds: Iterable[str]) -> Self:
        """Keep documents of the kinds."""
        return self.filter(kind__in=list(kinds))

    def written_in(self, tags: Iterable[str]) -> Self:
        """Keep documents that are written in one of the languages."""
        return self.filter(language__in=list(tags))

    def published_by(self, actors: Iterable[Actor]) -> Self:
        """Keep what one of the actors published."""
        return self.filter(publisher__in=list(actors))

    def for_list(self) -> Self:
        """Fetch with each document what a line about it shows."""
        from statements.models import Snapshot, Statement

        said = counted(Statement.objects.public().filter(document=OuterRef("pk")))
        kept = Exists(Snapshot.objects.filter(document=OuterRef("pk")))
        return self.select_related("publisher").annotate(said=said, is_kept=kept)

    def for_page(self) -> Self:
        """Fetch what a document's page shows of the document; its copies are fetched apart."""
        from statements.models import Exchange

        return self.for_list().prefetch_related(
            Prefetch("readouts__exchange", queryset=Exchange.objects.public()),
            "readouts__side",
        )
