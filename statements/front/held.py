"""What was held last, and what each side says of the very last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F

from reading.cursors import Start
from statements.figures.held import held
from statements.figures.lateness import lateness
from statements.models import Exchange, Readout, Statement
from statements.postings.index import Index
from statements.postings.order import by_day

# Of one day the index gives those first that were entered first: so many are looked at, in order
# to find those that began last.
LOOKED_AT = 12


@dataclass(frozen=True)
class Account:
    """A side's readout, and the key of its first passage on the exchange, if there is one."""

    readout: Readout
    first: int | None


def held_last(index: Index, most: int) -> list[Exchange]:
    """Give what was held last and not retracted, as cards show it, the latest first."""
    dated = held(index) - index.without_date
    newest = by_day(index, dated, Start(), newest=True, most=LOOKED_AT)
    found = Exchange.objects.public().filter(pk__in=newest).for_list()
    return sorted(found, key=lateness, reverse=True)[:most]


def accounts_of(exchange: Exchange) -> list[Account]:
    """Give what each side published of an exchange, or that nothing was found; two queries."""
    readouts = Readout.objects.filter(exchange=exchange, side__isnull=False)
    every = readouts.select_related("side", "document").order_by("pk")
    found = [one for one in every if one.document is None or one.document.is_public]
    first = _first_passages(exchange, (one.document_id for one in found if one.document_id))
    return [Account(one, first.get(one.document_id or 0)) for one in found]


def _first_passages(exchange: Exchange, documents: Iterable[int]) -> dict[int, int]:
    """Give the key of the first passage on an exchange in each of some documents."""
    said = Statement.objects.public().filter(exchange=exchange, document__in=list(documents))
    ordered = said.order_by("document", F("anchor_start").asc(nulls_last=True), "pk")
    return dict(ordered.distinct("document").values_list("document", "pk"))
