"""The postings of one sort of record as they were at one moment."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from itertools import count
from typing import Any

from django.db import connection
from pyroaring import BitMap

from statements.postings.calendar import Calendar, month_number
from statements.postings.counting import Group, grouped
from statements.postings.sources import Source

Sets = dict[Any, BitMap]

# The ids of each value come as one binary text of four bytes for each, the highest byte first.
GROUPED = """
SELECT {values}, string_agg(int4send(id::int), ''::bytea)
FROM ({pairs}) AS posting (id, {values}) GROUP BY {values}
"""
NO_DAY = "undated"


@dataclass(frozen=True)
class Index:
    """Ids of public records by each value of each filter, and by their days.

    It never changes: what has become of some records makes another index, which shares with this
    one the sets that are the same. So nothing changes under a page that reads it. What was changed
    while it was read itself is read again at the next look.
    `matches` keeps what `statements.postings.matches` found, and `kept` what else holds as long as
    the log says nothing new. `version` is another number for every index of this process.
    """

    source: Source
    facets: dict[str, Sets]
    years: Sets = field(default_factory=dict)
    months: Sets = field(default_factory=dict)
    days: Sets = field(default_factory=dict)
    spans: Sets = field(default_factory=dict)
    undated: Sets = field(default_factory=dict)
    matches: dict[str, BitMap] = field(default_factory=dict)
    kept: dict[str, Any] = field(default_factory=dict)
    _groups: dict[str, list[Group]] = field(default_factory=dict)
    _groups_before: dict[str, list[Group]] = field(default_factory=dict)
    version: int = field(default_factory=partial(next, count(1)))

    @classmethod
    def built(cls, source: Source) -> Index:
        """Read all records."""
        index = cls(source, {name: {} for name in source.facets})
        index._add("", [])
        return index

    def changed(self, ids: Iterable[int]) -> Index:
        """Give the index with what some records have become."""
        gone = BitMap(ids)
        facets = {name: _without(sets, gone) for name, sets in self.facets.items()}
        years, months, days, spans, undated = (_without(sets, gone) for sets in self._dates())
        index = Index(self.source, facets, years, months, days, spans, undated)
        index._groups_before.update({**self._groups_before, **self._groups})
        index._add("AND record.id = ANY (%s)", [gone.to_array().tolist()])
        return index

    @cached_property
    def everything(self) -> BitMap:
        """All public records."""
        return BitMap.union(BitMap(), *self.years.values(), *self.undated.values())

    @cached_property
    def without_date(self) -> BitMap:
        """The records that have no date."""
        return self.undated.get(NO_DAY, BitMap())

    @cached_property
    def calendar(self) -> Calendar:
        """The records by their days."""
        return Calendar(self.years, self.months, self.days, self.spans)

    def having(self, facet: str, values: Iterable[int | str]) -> BitMap:
        """Give the records that have any of the values."""
        known = self.facets[facet]
        return BitMap.union(BitMap(), *(known[value] for value in values if value in known))

    @property
    def languages(self) -> list[str]:
        """The languages that the records are written in."""
        return (
            list(self.facets["language"])
            if self.source.language is None
            else [self.source.language]
        )

    def written_in(self, languages: Iterable[str]) -> BitMap:
        """Give the records that are written in one of the languages."""
        if self.source.language is not None:
            return self.everything
        return self.having("language", languages)

    def groups(self, facet: str) -> list[Group]:
        """Give the records of each value in groups, those that most records have first."""
        if facet not in self._groups:
            before = self._groups_before.pop(facet, ())
            self._groups[facet] = grouped(self.facets[facet], before)
        return self._groups[facet]

    def _dates(self) -> tuple[Sets, ...]:
        return self.years, self.months, self.days, self.spans, self.undated

    def _add(self, among: str, parameters: list[Any]) -> None:
        for name, pairs in self.source.facets.items():
            for value, ids in _grouped(pairs, "value", among, parameters):
                _put(self.facets[name], value, ids)
        for first, last, ids in _grouped(self.source.dates, "first, last", among, parameters):
            self._add_date(first, last, ids)

    def _add_date(self, first: date | None, last: date | None, ids: BitMap) -> None:
        if first is None or last is None:
            return _put(self.undated, NO_DAY, ids)
        _put(self.years, first.year, ids)
        _put(self.months, month_number(first), ids)
        _put(self.days, first.toordinal(), ids)
        if last != first:
            _put(self.spans, (first, last), ids)
        return None


def ids_in(packed: bytes | memoryview | None) -> BitMap:
    """Read ids that the database has packed: four bytes each, the highest first."""
    ids = array("I", bytes(packed or b""))
    if sys.byteorder == "little":
        ids.byteswap()
    # As runs some sets would be smaller, but to intersect them takes up to seven times as long.
    return BitMap(ids, optimize=False)


def _grouped(
    pairs: str, values: str, among: str, parameters: list[Any]
) -> Iterator[tuple[Any, ...]]:
    query = GROUPED.format(pairs=pairs.format(among=among), values=values)
    with connection.cursor() as cursor:
        cursor.execute(query, parameters * pairs.count("{among}"))
        for *value, ids in cursor:
            yield *value, ids_in(ids)


def _without(sets: Sets, gone: BitMap) -> Sets:
    """Give the sets without some ids; those that are empty then are left out."""
    kept = {key: ids if ids.isdisjoint(gone) else ids - gone for key, ids in sets.items()}
    return {key: ids for key, ids in kept.items() if ids}


def _put(sets: Sets, key: object, ids: BitMap) -> None:
    sets[key] = sets[key] | ids if key in sets else ids
