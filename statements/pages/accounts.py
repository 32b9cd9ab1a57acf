"""What is on record of an exchange: each side's readout with its passages, and the rest."""

from __future__ import annotations

from dataclasses import dataclass, field

from statements.models import Document, Exchange, Readout, Statement
from statements.pages.sources import source_of

# As many passages of one document are shown; the document's own page has all of them.
MOST_PASSAGES = 30


@dataclass
class Source:
    """A document (none where readers may not see it) with its first passages on the exchange."""

    document: Document | None
    ids: list[int] = field(default_factory=list)
    passages: list[Statement] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many passages there are in all."""
        return len(self.ids)


@dataclass(frozen=True)
class Side:
    """One side's readout, with the passages of its document."""

    readout: Readout
    source: Source


@dataclass(frozen=True)
class Accounts:
    """The sides' readouts, and the other documents in which the exchange is spoken of."""

    sides: list[Side]
    others: list[Source]


def accounts_of(exchange: Exchange) -> Accounts:
    """Sort the public statements on an exchange by the document that they stand in.

    The exchange comes from `for_page`, which leaves out readouts that readers may not see.
    """
    sources = _sources(exchange)
    # Those who took part come before others who wrote of it.
    readouts = sorted(exchange.readouts.all(), key=lambda readout: readout.side_id is None)
    sides = [_side(readout, sources) for readout in readouts]
    return Accounts(sides, list(sources.values()))


def _side(readout: Readout, sources: dict[int, Source]) -> Side:
    if readout.document_id is None:
        return Side(readout, Source(None))
    return Side(readout, sources.pop(readout.document_id, Source(readout.document)))


def _sources(exchange: Exchange) -> dict[int, Source]:
    sources: dict[int, Source] = {}
    public = exchange.statements.public().in_document_order()
    for pk, document_id in public.values_list("pk", "document_id"):
        sources.setdefault(document_id, Source(None)).ids.append(pk)
    shown = [pk for source in sources.values() for pk in source.ids[:MOST_PASSAGES]]
    for statement in public.filter(pk__in=shown).for_list():
        source = sources[statement.document_id]
        source.document = source_of(statement)
        source.passages.append(statement)
    return sources
