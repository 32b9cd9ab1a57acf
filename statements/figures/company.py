"""Company: with whom an actor was in contact, how often, and when last."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from pyroaring import BitMap

from reading.fields import Choice
from statements.figures.lateness import lateness
from statements.filters.names import actor_names
from statements.models import Exchange
from statements.postings.counting import top_counts
from statements.postings.index import Index
from statements.querysets.ids import Among

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Companion:
    """Somebody with whom an actor was in contact so often, and the last one, if it has a date."""

    who: Choice
    count: int
    last: Exchange | None


def company_of(index: Index, actor: int, among: BitMap, most: int) -> list[Companion]:
    """Give those who took part in most of some exchanges of an actor, most first.

    One query for the last contacts, and one for names that are not known yet.
    """
    counts = top_counts(among, index.groups("actor"), most + 1)
    others = {pk: count for pk, count in counts.items() if pk != actor}
    names = actor_names(index, others.keys())
    exchanges = last_of({pk: latest(index, among & index.having("actor", [pk])) for pk in others})
    ranked = [pk for pk in others if pk in names][:most]
    return [Companion(names[pk], others[pk], exchanges.get(pk)) for pk in ranked]


def latest(index: Index, among: BitMap) -> BitMap:
    """Give those of some records that begin on the latest day; none where none has a date."""
    return next((ids for _, ids in index.calendar.walk(among, newest=True)), BitMap())


def last_of(groups: Mapping[Key, BitMap]) -> dict[Key, Exchange]:
    """Give the last one of each group of exchanges that begin on one day; one query."""
    ids = BitMap.union(BitMap(), *groups.values())
    exchanges = Exchange.objects.public().filter(Among(ids)).defer("search").order_by()
    found = {one.pk: one for one in exchanges}
    known = {key: [found[pk] for pk in group if pk in found] for key, group in groups.items()}
    return {key: max(group, key=lateness) for key, group in known.items() if group}
