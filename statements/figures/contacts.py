"""Contacts: exchanges in which all of some actors took part, told apart by what became of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pyroaring import BitMap

from statements.models import Exchange
from statements.postings.index import Index
from statements.publishing import RETRACTED
from statements.silences import Contact


@dataclass(frozen=True)
class Contacts:
    """The ids of the public exchanges of some actors, each retracted one among those alone."""

    held: BitMap
    to_come: BitMap
    cancelled: BitMap
    retracted: BitMap

    @property
    def standing(self) -> BitMap:
        """Those that were not retracted."""
        return self.held | self.to_come | self.cancelled

    @property
    def all(self) -> BitMap:
        """All of them, as the list of exchanges has them."""
        return self.standing | self.retracted


def contacts_between(index: Index, actors: Iterable[int]) -> Contacts:
    """Give the contacts in which every one of the actors (ids, at least one) took part."""
    shared = BitMap.intersection(*(index.having("actor", [actor]) for actor in actors))
    gone = shared & retracted(index)
    standing = shared - gone

    def with_status(*statuses: str) -> BitMap:
        return standing & index.having("status", statuses)

    return Contacts(
        with_status("held"), with_status("planned", "proposed"), with_status("cancelled"), gone
    )


def retracted(index: Index) -> BitMap:
    """Give the exchanges that were retracted, which no facet tells; one query for each index."""
    if (kept := index.kept.get("retracted")) is None:
        gone = Exchange.objects.filter(editorial_status=RETRACTED).order_by()
        kept = index.kept["retracted"] = BitMap(gone.values_list("pk", flat=True))
    ids: BitMap = kept
    return ids


def days_of(index: Index, among: BitMap) -> list[tuple[Contact, BitMap]]:
    """Give the first and last days of some records with those that have them; none undated."""
    spans = [
        (span, among & ids)
        for span, ids in index.calendar.spans.items()
        if not among.isdisjoint(ids)
    ]
    exact = among - BitMap.union(BitMap(), *(ids for _, ids in spans))
    walked = index.calendar.walk(exact, newest=False)
    days = ((date.fromordinal(day), ids) for day, ids in walked)
    return sorted([*spans, *(((day, day), ids) for day, ids in days)], key=lambda one: one[0])
