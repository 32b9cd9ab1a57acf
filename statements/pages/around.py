"""The exchanges before and after one, between the same actors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import reduce
from itertools import combinations, islice
from operator import and_

from django.urls import reverse
from pyroaring import BitMap

from actors.models import Actor
from dates.edtf import ImpreciseDate
from dates.intervals import how_far
from statements.models import Exchange
from statements.models.exchange import ExchangeState
from statements.postings import current as postings
from statements.postings.index import Index
from statements.publishing import RETRACTED

# As many are looked at on each side, to find one that was not retracted.
MOST_LOOKED_AT = 5
# Of exchanges whose order is not known as many are named, and as many are looked at.
MOST_BESIDE, MOST_FETCHED = 4, 20
# The pairs of more people would be too many to be of use.
MOST_PAIRED = 4
SHOWN = ("public_id", "title", "kind", "status", "date", "starts_at", "editorial_status")
COUNTED = (ExchangeState.HELD, ExchangeState.PLANNED)


@dataclass(frozen=True)
class Step:
    """Another exchange of the same actors, and how far it is from this one ("" if unknown)."""

    exchange: Exchange
    apart: str


@dataclass(frozen=True)
class Around:
    """What the actors of an exchange had with each other before and after it.

    `beside` are some that may have been before or after: on the same day or in the same month.
    `pairs` are the actors two by two, each with the address of their page.
    """

    before: Step | None = None
    after: Step | None = None
    beside: list[Exchange] = field(default_factory=list)
    pairs: list[tuple[Actor, Actor, str]] = field(default_factory=list)


def around(exchange: Exchange) -> Around:
    """Give the exchanges around one between all who took part in it.

    The exchange comes from `for_page`. Nothing is claimed where somebody who took part is not
    known, or where only one is.
    """
    actors = [part.actor for part in exchange.participations.all()]
    known = [actor for actor in actors if actor]
    if len(known) < 2:
        return Around()
    pairs = list(_pairs(known)) if len(known) <= MOST_PAIRED else []
    if len(known) < len(actors) or exchange.date is None:
        return Around(pairs=pairs)
    found = _found(exchange, exchange.date, [actor.pk for actor in known])
    return replace(found, pairs=pairs)


def _pairs(actors: Iterable[Actor]) -> Iterator[tuple[Actor, Actor, str]]:
    for one, other in combinations(actors, 2):
        slugs = sorted([one.slug, other.slug])
        yield one, other, reverse("pair", args=slugs)


def _found(exchange: Exchange, held: ImpreciseDate, actors: list[int]) -> Around:
    """Find them in the postings, and fetch in one query what is looked at."""
    index = postings.exchanges()
    shared = reduce(and_, (index.having("actor", [actor]) for actor in actors))
    among = (shared & index.having("status", COUNTED)) - BitMap([exchange.pk])
    beside = among & index.calendar.within(held.earliest, held.latest)
    sorts = _nearest(index, among - beside, held)
    records = _fetched([*beside[:MOST_FETCHED], *sorts[0], *sorts[1]])
    near = [records[pk] for pk in beside if pk in records]
    before = [one for one in near if _begins_before(one, exchange)]
    after = [one for one in near if _begins_before(exchange, one)]
    before.sort(key=_start, reverse=True)
    after.sort(key=_start)
    return Around(
        _step(before + [records[pk] for pk in sorts[0] if pk in records], held),
        _step(after + [records[pk] for pk in sorts[1] if pk in records], held),
        [one for one in near if one not in before and one not in after][:MOST_BESIDE],
    )


def _nearest(index: Index, among: BitMap, held: ImpreciseDate) -> tuple[list[int], list[int]]:
    """Give the ids of those that come last before a date, and first after it, the nearest first."""
    earlier = index.calendar.walk(among, newest=True, start=held.earliest)
    later = index.calendar.walk(among, newest=False, start=held.latest)
    before = (pk for _, ids in earlier for pk in reversed(ids))
    after = (pk for _, ids in later for pk in ids)
    return list(islice(before, MOST_LOOKED_AT)), list(islice(after, MOST_LOOKED_AT))


def _fetched(ids: list[int]) -> dict[int, Exchange]:
    """Fetch those that were not retracted."""
    if not ids:
        return {}
    rows = Exchange.objects.public().exclude(editorial_status=RETRACTED)
    return {row.pk: row for row in rows.filter(pk__in=ids).only(*SHOWN).order_by()}


def _begins_before(one: Exchange, other: Exchange) -> bool:
    """Tell whether the instants of both are known and one is before the other."""
    return bool(one.starts_at and other.starts_at and one.starts_at < other.starts_at)


def _start(exchange: Exchange) -> datetime:
    return exchange.starts_at


def _step(nearest: list[Exchange], held: ImpreciseDate) -> Step | None:
    if not nearest:
        return None
    exchange = nearest[0]
    return Step(exchange, how_far(exchange.date, held) if exchange.date else "")
