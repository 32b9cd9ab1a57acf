"""The dossier of an actor: how much there is, with whom, about what, and the latest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from pyroaring import BitMap

from actors.models import Actor
from drawing.columns import Columns
from reading.addresses import address_of
from statements.cards import StatementCard
from statements.dossiers.kinds import kinds_picture
from statements.dossiers.latest import latest_exchanges, latest_statements
from statements.figures.addresses import list_at
from statements.figures.company import company_of
from statements.figures.contacts import Contacts, contacts_between
from statements.figures.drawn import drawn
from statements.figures.over_time import over_time
from statements.figures.ranked import Line, Ranked, ranked
from statements.figures.topics import named_topics, topic_names, topics_over_time
from statements.models import Document, Exchange
from statements.postings.index import Index

MOST_CONTACTS, MOST_TOPICS, MOST_VOICES = 12, 10, 10


@dataclass(frozen=True)
class Reach:
    """How much of somebody there is: numbers of the lists, and the days of what they said."""

    statements: int
    exchanges: int
    held: int
    addressed: int
    has_documents: bool
    first: date | None
    last: date | None


@dataclass(frozen=True)
class Dossier:
    """What the page of an actor shows beside who it is."""

    reach: Reach
    company: list[Ranked]
    voices: list[Ranked]
    topics: list[Ranked]
    topics_picture: Columns | None
    contacts_picture: Columns | None
    activity_picture: Columns | None
    exchanges: list[Exchange]
    statements: list[StatementCard]


def dossier_of(actor: Actor, statements: Index, exchanges: Index) -> Dossier:
    """Gather the dossier from the postings of statements and exchanges."""
    said = statements.having("speaker", [actor.pk])
    contacts = contacts_between(exchanges, [actor.pk])
    return Dossier(
        _reach(actor, statements, said, contacts),
        _company(actor, exchanges, contacts.held),
        voices_of(actor, statements) if actor.kind == Actor.Kind.STATE else [],
        _topics(actor, statements, said),
        _topics_picture(actor, statements, said),
        _contacts_picture(actor, exchanges, contacts.held),
        _activity_picture(actor, statements, said),
        latest_exchanges(exchanges, contacts.all),
        latest_statements(statements, said),
    )


def _reach(actor: Actor, index: Index, said: BitMap, contacts: Contacts) -> Reach:
    days = [next(index.calendar.walk(said, newest=newest), None) for newest in (False, True)]
    first, last = (date.fromordinal(day[0]) if day else None for day in days)
    return Reach(
        len(said),
        len(contacts.all),
        len(contacts.held),
        len(index.having("counterpart", [actor.pk])),
        Document.objects.public().published_by([actor]).exists(),
        first,
        last,
    )


def _company(actor: Actor, index: Index, held: BitMap) -> list[Ranked]:
    return ranked(
        Line(one.who.label, reverse("pair", args=[actor.slug, one.who.value]), one.count, one.last)
        for one in company_of(index, actor.pk, held, MOST_CONTACTS)
    )


def voices_of(state: Actor, index: Index) -> list[Ranked]:
    """Give who of a state's country spoke most, with the numbers of statements; one query."""
    if not state.country:
        return []
    people = Actor.objects.of_countries([state.country]).exclude(pk=state.pk).order_by()
    named = people.values_list("pk", "slug", "name")
    said = [(len(index.having("speaker", [pk])), slug, name) for pk, slug, name in named]
    most = sorted((one for one in said if one[0]), key=lambda one: (-one[0], one[2]))[:MOST_VOICES]
    return ranked(Line(name, address_of("actor", slug), count) for count, slug, name in most)


def _topics(actor: Actor, index: Index, said: BitMap) -> list[Ranked]:
    return ranked(
        Line(topic.label, _said_by(actor, topic=topic.value), count)
        for topic, count in named_topics(index, said, MOST_TOPICS)
    )


def _topics_picture(actor: Actor, index: Index, said: BitMap) -> Columns | None:
    counted = topics_over_time(index, said)
    names = {pk: choice.label for pk, choice in topic_names(index).items()}
    return drawn(
        counted,
        names,
        "Other topics or none",
        title=f"Topics by {counted.unit}",
        unit="statements",
        list_=_said_by(actor),
    )


def _contacts_picture(actor: Actor, index: Index, held: BitMap) -> Columns | None:
    return kinds_picture(index, held, [("actor", actor.slug), ("status", "held")])


def _activity_picture(actor: Actor, index: Index, said: BitMap) -> Columns | None:
    counted = over_time(index, said)
    title = f"Statements by {counted.unit}"
    return drawn(counted, {}, "Statements", title=title, unit="statements", list_=_said_by(actor))


def _said_by(actor: Actor, **more: str) -> str:
    return list_at("statements", [("speaker", actor.slug), *more.items()])
