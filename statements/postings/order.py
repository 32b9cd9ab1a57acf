"""The ids of some records in the order of their days, from any place on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from pyroaring import BitMap

from reading.cursors import Start
from statements.postings.index import Index

# A cursor may hold any number; a set of ids holds these.
LARGEST_ID = 2**32 - 1


def by_day(index: Index, among: BitMap, start: Start, *, newest: bool, most: int) -> list[int]:
    """Give the ids that come first from the start on, the nearest first.

    The newest or the oldest day comes first, on one day the smallest id, and records without a
    date last; from a start that looks backwards, all of it the other way round.
    """
    walked = _backwards if start.backwards else _forwards
    return list(islice(walked(index, among, start, newest), most))


def _forwards(index: Index, among: BitMap, start: Start, newest: bool) -> Iterator[int]:
    place, undated = start.place, among & index.without_date
    if place is None or place.value is not None:
        yield from _days(index, among, start, newest=newest)
        yield from undated
    else:
        yield from _beyond(undated, place.pk)


def _backwards(index: Index, among: BitMap, start: Start, newest: bool) -> Iterator[int]:
    place, undated = start.place, among & index.without_date
    if place is not None and place.value is None:
        yield from _before(undated, place.pk)
        start = Start(None, backwards=True)
    yield from _days(index, among, start, newest=not newest)


def _days(index: Index, among: BitMap, start: Start, *, newest: bool) -> Iterator[int]:
    first: date | None = start.place.value if start.place else None
    for day, ids in index.calendar.walk(among, newest=newest, start=first):
        if start.place and first and day == first.toordinal():
            beyond = _before if start.backwards else _beyond
            yield from beyond(ids, start.place.pk)
        else:
            yield from ids.to_array()[::-1] if start.backwards else ids


def _beyond(ids: BitMap, pk: int) -> Iterator[int]:
    """Give the ids that are larger, the smallest first."""
    yield from ids[ids.rank(min(pk, LARGEST_ID)) :]


def _before(ids: BitMap, pk: int) -> Iterator[int]:
    """Give the ids that are smaller, the largest first."""
    yield from ids[: ids.rank(min(pk, LARGEST_ID + 1) - 1)].to_array()[::-1]
