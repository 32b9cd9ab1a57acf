"""Every contact of two actors on a time line: a lane for each kind, and for what is to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pyroaring import BitMap

from dates.edtf import for_people
from drawing.lanes import Lane, Lanes, Mark, lanes
from statements.cards import KINDS
from statements.dossiers.kinds import PLURALS
from statements.dossiers.quiet import Days
from statements.figures.addresses import Asked, list_at
from statements.figures.contacts import Contacts
from statements.models import Exchange
from statements.postings.index import Index
from statements.querysets.ids import Among

# Of more contacts each spell is one mark: more dots can neither be told apart nor hit.
MOST_DOTS = 60
# In days, from a month up: what lies closer together is one spell.
GAPS = (31, 92, 183, 366, 1830, date.max.toordinal())
HELD, CANCELLED = [("status", "held")], [("status", "cancelled")]
TO_COME = [("status", "planned"), ("status", "proposed")]


@dataclass(frozen=True)
class Group:
    """What goes into a lane: its label, the records, and the filters of the list of those alone."""

    label: str
    ids: BitMap
    asked: Asked


@dataclass(frozen=True)
class Spell:
    """So many contacts from a day to a day."""

    first: date
    last: date
    count: int


def contact_lanes(index: Index, contacts: Contacts, days: Days, asked: Asked) -> Lanes | None:
    """Draw the contacts whose `days` are known; `asked` are the filters of the list of all.

    None where none has a date. What was retracted is not drawn.
    """
    groups = _groups(index, contacts)
    drawn = _dots(groups, BitMap(days)) if len(days) <= MOST_DOTS else _bars(groups, days, asked)
    return lanes([lane for lane in drawn if lane.marks], title="Every contact, by its kind")


def _groups(index: Index, contacts: Contacts) -> list[Group]:
    held = [
        Group(PLURALS[kind], contacts.held & index.having("kind", [kind]), [*HELD, ("kind", kind)])
        for kind in KINDS
    ]
    return [
        *held,
        Group("Planned or proposed", contacts.to_come, TO_COME),
        Group("Cancelled", contacts.cancelled, CANCELLED),
    ]


def _dots(groups: Iterable[Group], every: BitMap) -> list[Lane]:
    """Give a mark of each contact; one query."""
    found = Exchange.objects.public().filter(Among(every)).defer("search").order_by()
    marks = {one.pk: _dot(one) for one in found if one.date}
    return [Lane(one.label, [marks[pk] for pk in one.ids if pk in marks]) for one in groups]


def _dot(exchange: Exchange) -> Mark:
    first, last = exchange.date_earliest, exchange.date_latest
    return Mark(
        exchange.title,
        first,
        last,
        "dot" if first == last else "bar",
        href=exchange.get_absolute_url(),
        when=for_people(exchange.date) if exchange.date else "",
    )


def _bars(groups: Sequence[Group], days: Days, asked: Asked) -> list[Lane]:
    """Give a mark of each spell of contacts, as short as there is room for."""
    found = [_single(group.ids, days) for group in groups]
    for gap in GAPS:
        found = [list(spells(one, gap)) for one in found]
        if sum(map(len, found)) <= MOST_DOTS:
            break
    return [
        Lane(group.label, [_bar(group, spell, asked) for spell in of_group])
        for group, of_group in zip(groups, found, strict=True)
    ]


def _single(ids: BitMap, days: Days) -> list[Spell]:
    return [Spell(first, last, 1) for first, last in sorted(days[pk] for pk in ids if pk in days)]


def spells(contacts: Iterable[Spell], gap: int) -> Iterator[Spell]:
    """Join contacts, in the order of their days, where at most so many days lie between two."""
    joined: Spell | None = None
    for one in contacts:
        if joined and (one.first - joined.last).days <= gap:
            last = max(joined.last, one.last)
            joined = Spell(joined.first, last, joined.count + one.count)
        else:
            if joined:
                yield joined
            joined = one
    if joined:
        yield joined


def _bar(group: Group, spell: Spell, asked: Asked) -> Mark:
    days = [("from", spell.first.isoformat()), ("to", spell.last.isoformat())]
    return Mark(
        f"{group.label}: {spell.count:,}",
        spell.first,
        spell.last,
        "dot" if spell.first == spell.last else "bar",
        href=list_at("exchanges", [*asked, *group.asked, *days]),
    )
