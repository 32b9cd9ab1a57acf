"""Who was in touch most of late, and how long ago the last time was.

Counted is what was held, and not retracted, in the year up to the last exchange in the archive.
Pairs are of two countries: an office meets its own ministers every day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from pyroaring import BitMap

from actors.models import Actor
from reading.cursors import Start
from statements.figures.held import held
from statements.figures.lateness import lateness
from statements.models import Exchange
from statements.postings.counting import top_counts
from statements.postings.index import Index
from statements.postings.order import by_day

ACTOR = "actor"
YEAR = timedelta(365)
# Of the actors with most exchanges all pairs are counted.
MOST_ACTORS = 40
# Once is no habit.
FEWEST = 2
# Of the contacts of one day any may have been the last.
LOOKED_AT = 4


@dataclass(frozen=True)
class Pair:
    """Two actors, how often they were in touch in that year, and the last time on record.

    `days` are those since then; None where its very day is not known.
    """

    one: Actor
    other: Actor
    count: int
    last: Exchange
    days: int | None


def busiest_pairs(index: Index, today: date, most: int) -> list[Pair]:
    """Give the pairs with most exchanges in the last year of the archive; two queries."""
    dated = held(index) - index.without_date
    lately = _lately(index, dated)
    actors = Actor.objects.in_bulk(list(top_counts(lately, index.groups(ACTOR), MOST_ACTORS)))
    counts = _counts(index, lately, actors)
    first = sorted(counts, key=lambda pair: (-counts[pair], pair))[:most]
    last = _last(index, dated, first)
    return [
        Pair(actors[pair[0]], actors[pair[1]], counts[pair], last[pair], _days(last[pair], today))
        for pair in first
        if pair in last
    ]


def _lately(index: Index, dated: BitMap) -> BitMap:
    for day, _ in index.calendar.walk(dated, newest=True):
        last = date.fromordinal(day)
        return dated & index.calendar.within(last - min(YEAR, last - date.min), None)
    return BitMap()


def _counts(index: Index, lately: BitMap, actors: dict[int, Actor]) -> dict[tuple[int, int], int]:
    """Count what each two of some actors of different countries had of late."""
    shares = {pk: lately & index.having(ACTOR, [pk]) for pk in actors}
    counts = {
        (one, two): shares[one].intersection_cardinality(shares[two])
        for one, two in combinations(sorted(actors), 2)
        if _apart(actors[one], actors[two])
    }
    return {pair: count for pair, count in counts.items() if count >= FEWEST}


def _apart(one: Actor, other: Actor) -> bool:
    return bool(one.country and other.country and one.country != other.country)


def _last(
    index: Index, dated: BitMap, pairs: list[tuple[int, int]]
) -> dict[tuple[int, int], Exchange]:
    """Give the last exchange of each pair."""
    ids = {pair: _newest(index, dated, pair) for pair in pairs}
    wanted = BitMap.union(BitMap(), *map(BitMap, ids.values()))
    found = Exchange.objects.public().defer("search").in_bulk(list(wanted))
    known = {pair: [found[pk] for pk in pks if pk in found] for pair, pks in ids.items()}
    return {pair: max(contacts, key=lateness) for pair, contacts in known.items() if contacts}


def _newest(index: Index, dated: BitMap, pair: tuple[int, int]) -> list[int]:
    shared = dated & index.having(ACTOR, [pair[0]]) & index.having(ACTOR, [pair[1]])
    return by_day(index, shared, Start(), newest=True, most=LOOKED_AT)


def _days(exchange: Exchange, today: date) -> int | None:
    day = exchange.date_earliest
    return (today - day).days if day and day == exchange.date_latest else None
