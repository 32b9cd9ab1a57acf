"""The dossier of two actors: their contacts over time, who sought them, and what each said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pyroaring import BitMap

from actors.models import Actor
from drawing.columns import Columns
from drawing.lanes import Lanes
from reading.cursors import Start
from statements.cards import StatementCard
from statements.dossiers.contact_lanes import contact_lanes
from statements.dossiers.kinds import kinds_picture
from statements.dossiers.latest import statements_at
from statements.dossiers.quiet import Quiet, quiet_of
from statements.figures.addresses import Asked, list_at
from statements.figures.contacts import Contacts, days_of
from statements.figures.months import Months, months_of
from statements.figures.ranked import Line, Ranked, ranked
from statements.figures.roles import Tally, Who, hosts, initiators
from statements.figures.topics import named_topics
from statements.postings.index import Index
from statements.postings.order import by_day

FEW, MOST_TOPICS = 3, 10


@dataclass(frozen=True)
class Said:
    """What one of the two said to the other or on an exchange with them: how much, the latest."""

    speaker: Actor
    counterpart: Actor
    count: int
    address: str
    cards: list[StatementCard]


@dataclass(frozen=True)
class Role:
    """How often who had a role in the contacts: the tally, and its lines."""

    tally: Tally
    lines: list[Ranked]


@dataclass(frozen=True)
class PairDossier:
    """What the page of two actors shows beside the list of their contacts."""

    quiet: Quiet
    lanes: Lanes | None
    picture: Columns | None
    months: Months | None
    undated: int
    initiators: Role
    hosts: Role
    topics: list[Ranked]
    said: list[Said]


def dossier_of_two(
    one: Actor, other: Actor, contacts: Contacts, exchanges: Index, statements: Index, today: date
) -> PairDossier:
    """Gather the dossier of two actors, whose contacts are given."""
    asked = [("actor", one.slug), ("actor", other.slug)]
    days = days_of(contacts.standing)
    held = {pk: span for pk, span in days.items() if pk in contacts.held}
    return PairDossier(
        quiet_of(held, today),
        contact_lanes(exchanges, contacts, days, asked),
        kinds_picture(exchanges, contacts.held, [*asked, ("status", "held")]),
        months_of(held.values(), [*asked, ("status", "held")]),
        len(contacts.standing & exchanges.without_date),
        _role(initiators(contacts.held, one, other), one, other),
        _role(hosts(contacts.held, one, other), one, other),
        _topics(exchanges, contacts.held, [*asked, ("status", "held")]),
        _said(statements, one, other),
    )


def _role(tally: Tally, one: Actor, other: Actor) -> Role:
    """Put a tally in lines: the two and “not known” always, the others where there are any."""
    named = {
        Who.ONE: one.name,
        Who.OTHER: other.name,
        Who.BOTH: "Both",
        Who.SOMEBODY_ELSE: "Somebody else",
        Who.DISPUTED: "The sides do not agree",
        Who.NOT_KNOWN: "Not known",
    }
    always = (Who.ONE, Who.OTHER, Who.NOT_KNOWN)
    counts = {who: tally.counts.get(who, 0) for who in named}
    lines = (Line(named[who], "", n) for who, n in counts.items() if n or who in always)
    return Role(tally, ranked(lines))


def _topics(index: Index, among: BitMap, asked: Asked) -> list[Ranked]:
    return ranked(
        Line(topic.label, list_at("exchanges", [*asked, ("topic", topic.value)]), count)
        for topic, count in named_topics(index, among, MOST_TOPICS)
    )


def _said(index: Index, one: Actor, other: Actor) -> list[Said]:
    """Give what each said to the other; the cards of both are fetched together."""
    ways = [(one, other), (other, one)]
    found = [_to(index, speaker, counterpart) for speaker, counterpart in ways]
    newest = [by_day(index, ids, Start(), newest=True, most=FEW) for ids in found]
    cards = {card.pk: card for card in statements_at([pk for ids in newest for pk in ids])}
    return [
        Said(*way, len(all_), _address(*way), _known(cards, ids))
        for way, all_, ids in zip(ways, found, newest, strict=True)
    ]


def _known(cards: dict[int, StatementCard], ids: Iterable[int]) -> list[StatementCard]:
    return [cards[pk] for pk in ids if pk in cards]


def _to(index: Index, speaker: Actor, counterpart: Actor) -> BitMap:
    return index.having("speaker", [speaker.pk]) & index.having("counterpart", [counterpart.pk])


def _address(speaker: Actor, counterpart: Actor) -> str:
    return list_at("statements", [("speaker", speaker.slug), ("counterpart", counterpart.slug)])
