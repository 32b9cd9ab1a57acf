"""Contacts: exchanges in which all of some actors took part, told apart by what became of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyroaring import BitMap

from statements.models import Exchange
from statements.postings.index import Index
from statements.postings.retracted import retracted
from statements.querysets.ids import Among
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


def days_of(contacts: BitMap) -> dict[int, Contact]:
    """Give the first and last day of each exchange that has a date, by its id; one query.

    Two actors have some thousands of contacts at most: to fetch their days takes less than to look
    through the sets of all days.
    """
    found = Exchange.objects.public().filter(Among(contacts)).exclude(date=None).order_by()
    rows = found.values_list("pk", "date_earliest", "date_latest")
    return {pk: (first, last) for pk, first, last in rows if first and last}
