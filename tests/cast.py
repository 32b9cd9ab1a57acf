"""The people, calls and words of February 2022 that the tests of the pages share."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import Any

from django.contrib.auth.models import Group, User
from django.test import Client

from actors.models import Actor, ActorName, Tenure
from statements.models import (
    Document,
    Exchange,
    Participation,
    Readout,
    Snapshot,
    Statement,
    Topic,
)

ROLES = ("reader", "editor", "chief", "administrator")
KREMLIN_TEXT = (
    "The President of Russia noted that the reason for the escalation is provocations.\n\n"
    "Serious concern was expressed over the deterioration on the line of contact."
)
ELYSEE_TEXT = "It can only be held at the condition that Russia does not invade Ukraine."

SIGNED_IN = 2
"""Queries of every page: the session, and the person with what they and their role may do."""

_numbers = count(1)


def person_with(role: str | None) -> User:
    """Make somebody with a role, or with none."""
    user = User.objects.create_user(f"{role or 'nobody'}-{next(_numbers)}")
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


def signed_in(role: str | None) -> Client:
    """Sign somebody in who has a role, or none."""
    client = Client()
    client.force_login(person_with(role))
    return client


def actor(name: str, slug: str, **fields: Any) -> Actor:
    """Make a person, where nothing else is said."""
    return Actor.objects.create(**{"name": name, "slug": slug, "kind": "person"} | fields)


def topic(name: str, **fields: Any) -> Topic:
    """Make a topic whose slug is its name."""
    return Topic.objects.create(name=name, slug=name.lower().replace(" ", "-"), **fields)


def document(**fields: Any) -> Document:
    """Make a published article in English."""
    given = {"kind": "article", "title": "An article", "publisher_as_printed": "The Paper"}
    given |= {"language": "en", "editorial_status": "published"}
    return Document.objects.create(**given | fields)


def exchange(*participants: Actor, **fields: Any) -> Exchange:
    """Make a published call of the participants."""
    given = {"kind": "call", "title": "A call", "editorial_status": "published"}
    made = Exchange.objects.create(**given | {"another_that_day": True} | fields)
    for one in participants:
        Participation.objects.create(exchange=made, actor=one, name_as_printed=one.name)
    return made


def statement(source: Document, text: str = "Words.", **fields: Any) -> Statement:
    """Make a published indirect statement in English; `topics` may be given."""
    topics = fields.pop("topics", [])
    given = {"language": "en", "quote_type": "indirect", "editorial_status": "published"}
    given |= {"speaker_as_printed": getattr(fields.get("speaker"), "name", "A spokesman")}
    made = Statement.objects.create(**given | {"document": source, "text": text} | fields)
    made.topics.set(topics)
    return made


def anchored(snapshot: Snapshot, exact: str, **fields: Any) -> Statement:
    """Make a statement whose words stand in the snapshot."""
    start = snapshot.text.index(exact)
    ends = {"anchor_start": start, "anchor_end": start + len(exact), "anchor_exact": exact}
    return statement(snapshot.document, exact, snapshot=snapshot, **ends | fields)


@dataclass(frozen=True)
class Cast:
    """Who and what the pages are about."""

    putin: Actor
    macron: Actor
    biden: Actor
    kremlin: Actor
    elysee: Actor
    security: Topic
    guarantees: Topic
    donbass: Topic
    sunday_call: Exchange
    monday_call: Exchange
    biden_call: Exchange
    visit: Exchange
    summit: Exchange
    kremlin_readout: Document
    elysee_readout: Document
    escalation: Statement
    concern: Statement
    condition: Statement


def the_cast() -> Cast:
    """Put the cast on record."""
    people = _people()
    topics = _topics()
    exchanges = _exchanges(people, topics)
    return Cast(**people, **topics, **exchanges, **_words(people, topics, exchanges))


def _people() -> dict[str, Any]:
    putin = actor("Vladimir Putin", "vladimir-putin", country="RU")
    macron = actor("Emmanuel Macron", "emmanuel-macron", country="FR")
    biden = actor("Joe Biden", "joe-biden", country="US")
    kremlin = actor("Kremlin", "kremlin", kind="office", country="RU")
    elysee = actor("Élysée Palace", "elysee-palace", kind="office", country="FR")
    ActorName.objects.create(actor=putin, name="Владимир Путин", language="ru")
    ActorName.objects.create(actor=macron, name="Micron", kind="misspelling")
    ActorName.objects.create(actor=elysee, name="Paris", kind="metonym")
    Tenure.objects.create(person=putin, title="President of Russia", start="2012-05-07")
    Tenure.objects.create(
        person=macron, title="President of France", organisation=elysee, start="2017-05-14"
    )
    Tenure.objects.create(person=macron, title="Co-Prince of Andorra", start="2017-05-14")
    return {
        "putin": putin,
        "macron": macron,
        "biden": biden,
        "kremlin": kremlin,
        "elysee": elysee,
    }


def _topics() -> dict[str, Any]:
    security = topic("Security")
    guarantees = topic("Security guarantees", parent=security, aliases=["Treaty drafts"])
    return {"security": security, "guarantees": guarantees, "donbass": topic("Donbass")}


def _exchanges(people: dict[str, Actor], topics: dict[str, Topic]) -> dict[str, Any]:
    putin, macron, biden = people["putin"], people["macron"], people["biden"]
    sunday = exchange(putin, macron, title="Macron and Putin on Sunday", date="2022-02-20")
    monday = exchange(putin, macron, title="Macron and Putin on Monday", date="2022-02-21")
    monday.topics.set([topics["guarantees"], topics["donbass"]])
    with_biden = exchange(macron, biden, title="Macron and Biden", date="2022-02-20")
    visit = exchange(
        putin, macron, kind="visit", title="Macron in Moscow", date="2022-02", countries=["RU"]
    )
    summit = exchange(
        putin,
        biden,
        kind="summit",
        title="A summit on security",
        status="proposed",
        condition="Russia does not invade Ukraine.",
    )
    return {
        "sunday_call": sunday,
        "monday_call": monday,
        "biden_call": with_biden,
        "visit": visit,
        "summit": summit,
    }


def _words(
    people: dict[str, Actor], topics: dict[str, Topic], exchanges: dict[str, Exchange]
) -> dict[str, Any]:
    monday = exchanges["monday_call"]
    kremlin = _readout(monday, people["kremlin"], KREMLIN_TEXT, claimed_minutes=45)
    elysee = _readout(monday, people["elysee"], ELYSEE_TEXT, url="https://www.elysee.fr/call")
    first, second = KREMLIN_TEXT.split("\n\n")
    of_monday = {"exchange": monday, "date": "2022-02-21"}
    about = {"topics": [topics["donbass"]]}
    escalation = anchored(kremlin, first, speaker=people["putin"], **about, **of_monday)
    account = {"speaker": people["kremlin"], "quote_type": "readout"}
    return {
        "kremlin_readout": kremlin.document,
        "elysee_readout": elysee.document,
        "escalation": escalation,
        "concern": anchored(kremlin, second, **account, **of_monday),
        "condition": _condition(elysee, people["macron"], topics["guarantees"], **of_monday),
    }


def _condition(copy: Snapshot, speaker: Actor, topic: Topic, **fields: Any) -> Statement:
    return anchored(
        copy,
        ELYSEE_TEXT,
        speaker=speaker,
        quote_type="direct",
        topics=[topic],
        attribution_as_printed="the statement from Elysee Palace said",
        **fields,
    )


def _readout(call: Exchange, side: Actor, text: str, **fields: Any) -> Snapshot:
    minutes = fields.pop("claimed_minutes", None)
    source = document(
        kind="readout",
        title=f"Readout by {side.name}",
        publisher=side,
        publisher_as_printed=side.name,
        date="2022-02-21",
        **fields,
    )
    Readout.objects.create(exchange=call, side=side, document=source, claimed_minutes=minutes)
    return Snapshot.objects.create(document=source, text=text)
