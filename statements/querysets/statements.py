"""Questions about statements."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Self

from django.db.models import Count, Exists, F, OuterRef, Prefetch, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from actors.models import Actor, Tenure
from statements.publishing import RETRACTED
from statements.querysets import evidence
from statements.querysets.editorial import PUBLIC, EditorialQuerySet
from statements.querysets.stemming import languages_in_use
from statements.querysets.words import in_languages, ranked_in

if TYPE_CHECKING:
    from statements.models import Topic

# What a card shows of a statement and of what it is linked with, and what its place is read from.
OF_CARD = (
    "public_id", "editorial_status", "retraction_reason", "text", "language", "quote_type",
    "translated", "speaker_as_printed", "attribution_as_printed", "date", "date_earliest",
    "anchor_start", "snapshot", "speaker", "exchange", "document",
)  # fmt: skip
OF_PASSAGE = (
    "public_id", "editorial_status", "retraction_reason", "text", "language", "quote_type",
    "speaker_as_printed", "speaker", "anchor_start", "anchor_exact", "snapshot", "document",
)  # fmt: skip
OF_SOURCE = (
    "public_id", "editorial_status", "title", "publisher", "publisher_as_printed", "url", "date",
)  # fmt: skip
OF_EXCHANGE = ("public_id", "editorial_status", "kind", "title")
OF_TENURE = ("person", "title", "start_earliest", "end_latest")


class StatementQuerySet(EditorialQuerySet):
    """Words put on record."""

    # What the column `search` is made of.
    searched = ("text", "speaker_as_printed", "attribution_as_printed")

    def languages(self) -> list[str]:
        """Give the language tags that occur among the statements, in order."""
        return list(self.order_by("language").values_list("language", flat=True).distinct())

    def matching(self, text: str) -> Self:
        """Keep statements whose words, speaker or attribution as printed answer what was typed.

        Another query asks for the languages that there are.
        """
        return self.filter(in_languages(text, languages_in_use(), self.searched))

    def ranked(self, text: str) -> Self:
        """Give each statement, as `rank`, how well it answers what was typed."""
        return self.annotate(rank=ranked_in(languages_in_use(), text))

    def said_by(self, actors: Iterable[Actor]) -> Self:
        """Keep what one of the actors said."""
        return self.filter(speaker__in=list(actors))

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

    def with_checks(self) -> Self:
        """Tell of each statement whether it `failed` its last check.

        And, as `gone`, whether the latest copy of its source does not have its words any more.
        """
        return self.annotate(failed=evidence.failed(), gone=evidence.gone())

    def with_evidence(self) -> Self:
        """Give what a statement's own page says of its source.

        `newest_copy_at` is when the latest copy of the document was retrieved, and `checked_at`
        when the words were last compared.
        """
        newest = evidence.copies_kept().values("retrieved_at")[:1]
        return self.with_checks().annotate(
            newest_copy_at=Subquery(newest), checked_at=evidence.last_checked()
        )

    def failing(self) -> Self:
        """Keep what failed its last check, or is anchored in a copy that did.

        The few failures lead to their statements: to ask it of each of a million is no way to them.
        """
        from statements.models import FailedCheck, Statement

        copies = FailedCheck.objects.exclude(snapshot=None).values("snapshot")
        in_them = Statement.objects.filter(snapshot__in=copies).order_by().values("pk")
        themselves = FailedCheck.objects.exclude(statement=None).order_by().values("statement")
        return self.filter(pk__in=themselves.union(in_them))

    def gone_from_source(self) -> Self:
        """Keep statements whose words the latest copy of their document does not have any more.

        They stay anchored in the copy that has them. Most documents have one copy: the others are
        looked for first.
        """
        from statements.models import Snapshot

        copies = Snapshot.objects.order_by().values("document")
        several = copies.annotate(number=Count("pk")).filter(number__gt=1).values("document")
        return self.filter(evidence.gone(), document__in=several)

    def in_document_order(self) -> Self:
        """Give the statements as they stand in their source; those not found there last."""
        return self.order_by(F("anchor_start").asc(nulls_last=True), "pk")

    def unverified(self) -> Self:
        """Keep direct quotations, not retracted, whose words were not found in a kept copy."""
        direct = self.filter(quote_type="direct", snapshot=None)
        return direct.exclude(editorial_status=RETRACTED)

    def for_list(self) -> Self:
        """Fetch with each statement what a card of it shows, in a fixed number of queries.

        An exchange or a document that readers may not see is None. Only what a card shows is
        fetched: fifty cards of whole records would take twice as long.
        """
        from statements.models import Document, Exchange, Topic

        named = ("publisher__slug", "publisher__name")
        sources = Document.objects.public().select_related("publisher").only(*OF_SOURCE, *named)
        return (
            self.with_checks()
            .select_related("speaker")
            .only(*OF_CARD, "speaker__slug", "speaker__name")
            .prefetch_related(
                Prefetch("speaker__tenures", queryset=Tenure.objects.only(*OF_TENURE)),
                Prefetch("topics", queryset=Topic.objects.only("slug", "name")),
                Prefetch("exchange", queryset=Exchange.objects.public().only(*OF_EXCHANGE)),
                Prefetch("document", queryset=sources),
            )
        )

    def for_citation(self) -> Self:
        """Fetch with a statement what its citation says, and nothing that is not public."""
        from statements.models import Document, Snapshot, Statement

        documents = Document.objects.public().select_related("publisher")
        return (
            self.with_checks()
            .defer("search")
            .select_related("speaker")
            .prefetch_related(
                Prefetch("speaker__tenures", queryset=Tenure.objects.only(*OF_TENURE)),
                Prefetch("document", queryset=documents),
                Prefetch("snapshot", queryset=Snapshot.objects.defer("text", "original")),
                Prefetch("translation_of", queryset=Statement.objects.public().defer("search")),
            )
        )

    def in_their_source(self) -> Self:
        """Fetch with each statement what the page of its source shows, beside its place there."""
        return (
            self.with_checks()
            .select_related("speaker")
            .only(*OF_PASSAGE, "speaker__slug", "speaker__name")
        )

    def for_page(self) -> Self:
        """Fetch with a statement what its page shows, and nothing that is not public."""
        from statements.models import (
            Correction,
            Document,
            Exchange,
            Snapshot,
            Statement,
            StatementLink,
        )

        others = Statement.objects.public().defer("search").select_related("speaker")
        links = StatementLink.objects.select_related("editor")
        return (
            self.with_evidence()
            .defer("search")
            .select_related("speaker")
            .prefetch_related(
                "speaker__tenures",
                "topics",
                Prefetch("exchange", queryset=Exchange.objects.public()),
                Prefetch(
                    "document", queryset=Document.objects.public().select_related("publisher")
                ),
                "addressed__actor",
                "attributions__actor",
                "translations",
                Prefetch("corrections", queryset=Correction.objects.select_related("editor")),
                Prefetch("snapshot", queryset=Snapshot.objects.defer("text", "original")),
                Prefetch("translation_of", queryset=others),
                Prefetch("renderings", queryset=others),
                Prefetch("links", queryset=_linked(links, "other")),
                Prefetch("linked_from", queryset=_linked(links, "statement")),
            )
        )


def _linked(links: QuerySet, other: str) -> QuerySet:
    """Keep links whose end `other` is public, and fetch that end and who spoke there."""
    public = links.filter(**{f"{other}__editorial_status__in": PUBLIC})
    return public.select_related(other, f"{other}__speaker").defer(f"{other}__search")
