"""What was held last, and what each side says of the very last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db.models import F

from reading.cursors import Start
from statements.models import Exchange, Readout, Statement
from statements.postings.index import Index
from statements.postings.order import by_day
from statements.postings.retracted import retracted

# Of one day the index gives those first that were entered first: so many are looked at, in order
# to find those that began last.
LOOKED_AT = 12


@dataclass(frozen=True)
class Account:
    """A side's readout, and the key of its first passage on the exchange, if there is one."""

    readout: Readout
    first: int | None


def held_last(index: Index, most: int) -> list[Exchange]:
    """Give what was held last and not retracted, as cards show it.

    Of what begins on one day the more precise date comes first, then what began later: what is
    known to the month alone is not taken for later than a day of that month.
    """
    held = index.having("status", ["held"]) - retracted(index) - index.without_date
    newest = by_day(index, held, Start(), newest=True, most=LOOKED_AT)
    found = Exchange.objects.public().filter(pk__in=newest).for_list()
    return sorted(found, key=lambda one: latest_first(one, one.pk))[:most]


def latest_first(exchange: Exchange, pk: int) -> tuple[int, int, float, int]:
    """Give the place of a dated exchange in the order in which the latest comes first."""
    began: datetime = exchange.starts_at or datetime.min.replace(tzinfo=UTC)
    first, last = _day(exchange.date_earliest), _day(exchange.date_latest)
    return -first, last, -began.timestamp() if exchange.starts_at else 0.0, -pk


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


def _day(day: date | None) -> int:
    return day.toordinal() if day else 0
