"""The first passages of each document in which an exchange is spoken of."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from django.db.models import Count, F, Min, Q, Window
from django.db.models.functions import RowNumber

from statements.models import Document, Exchange, Statement
from statements.pages.sources import source_of

# As many passages of a readout are shown, and of another document; the document has all of them.
MOST_PASSAGES, MOST_ELSEWHERE = 30, 10
# As many documents are shown beside the readouts.
MOST_OTHERS = 20


@dataclass
class Source:
    """A document (none where readers may not see it) with its first passages on the exchange.

    `count` is how many there are in all.
    """

    document: Document | None
    count: int = 0
    passages: list[Statement] = field(default_factory=list)

    @property
    def is_cut(self) -> bool:
        """Whether some passages are not shown."""
        return self.count > len(self.passages)


@dataclass(frozen=True)
class Sources:
    """The sources of an exchange: those of its readouts by document, others, how many `more`.

    `elsewhere` are statements that were asked for and are not on the exchange.
    """

    readouts: dict[int, Source]
    others: list[Source]
    elsewhere: list[Statement]
    more: int


def sources_of(
    exchange: Exchange, readouts: Collection[int], elsewhere: Collection[int]
) -> Sources:
    """Give the public passages on an exchange by document; `readouts` are keys of documents.

    Documents that are no readout come by their dates. `elsewhere` are keys of further statements.
    Two queries and those of `for_list`, which ask for no more than is shown.
    """
    counts = _counts(exchange)
    others = [pk for pk in counts if pk not in readouts]
    documents = [*others[:MOST_OTHERS], *(pk for pk in readouts if pk in counts)]
    shown = {pk: Source(None, counts[pk]) for pk in documents}
    rest = []
    for statement in _fetched({*_first(exchange, documents, readouts), *elsewhere}):
        if statement.exchange_id == exchange.pk and statement.document_id in shown:
            source = shown[statement.document_id]
            source.document = source_of(statement)
            source.passages.append(statement)
        else:
            rest.append(statement)
    read = {pk: shown.pop(pk) for pk in readouts if pk in shown}
    return Sources(read, list(shown.values()), rest, len(others[MOST_OTHERS:]))


def _counts(exchange: Exchange) -> dict[int, int]:
    """Count the passages of each document, in the order of their dates."""
    grouped = exchange.statements.public().order_by().values("document")
    first = Min("document__date_earliest")
    counted = grouped.annotate(number=Count("pk"), first=first)
    ordered = counted.order_by(F("first").asc(nulls_last=True), "document")
    return dict(ordered.values_list("document", "number"))


def _first(exchange: Exchange, documents: list[int], readouts: Collection[int]) -> list[int]:
    """Give the keys of the first passages of the documents, as they stand in them."""
    in_document = [F("anchor_start").asc(nulls_last=True), F("pk").asc()]
    place = Window(RowNumber(), partition_by="document", order_by=in_document)
    public = exchange.statements.public().filter(document__in=documents).order_by()
    numbered = public.annotate(place=place).filter(place__lte=MOST_PASSAGES)
    wanted = numbered.filter(Q(document__in=readouts) | Q(place__lte=MOST_ELSEWHERE))
    return list(wanted.values_list("pk", flat=True))


def _fetched(ids: Collection[int]) -> list[Statement]:
    return list(Statement.objects.public().filter(pk__in=ids).for_list().in_document_order())
