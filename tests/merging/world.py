"""A small archive in which everything hangs on two actors, two topics and two exchanges."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from django.contrib.auth.models import User
from django.db import connection

from actors.models import Actor, ActorImportId, ActorName, FormerAddress, Tenure
from statements.models import (
    Addressee,
    Attribution,
    Document,
    Exchange,
    ExchangeImportId,
    FormerExchangeAddress,
    FormerTopicAddress,
    Participation,
    Readout,
    Retraction,
    Statement,
    Topic,
    TopicImportId,
)

# Of the log itself, of history and of what is noted of changes there is more after an undo.
NOT_COMPARED = ("event$", "^actors_merge", "^statements_change$", "^pghistory_", "^django_")

TABLES = """
SELECT relname FROM pg_class
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND NOT relname ~ ANY (%s)
ORDER BY relname
"""


def everything() -> dict[str, list[str]]:
    """Give all rows of all tables, as texts."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES, [list(NOT_COMPARED)])
        names = [name for (name,) in cursor.fetchall()]
        return {name: _rows(cursor, name) for name in names}


def _rows(cursor: Any, name: str) -> list[str]:
    cursor.execute(f'SELECT t::text FROM "{name}" AS t ORDER BY 1')  # noqa: S608
    return [row for (row,) in cursor.fetchall()]


@dataclass(frozen=True)
class World:
    """Two records of each kind, and a third to hang things on too."""

    chief: User
    actors: list[Actor]
    topics: list[Topic]
    exchanges: list[Exchange]
    documents: list[Document]
    statements: list[Statement]

    def two(self, kind: str) -> tuple[Any, Any]:
        """Give the two records of a kind that are to be one."""
        one, other, *_ = getattr(self, kind)
        return one, other


KINDS = ("actors", "topics", "exchanges")


def a_world(seed: int = 0, *, apart: bool = False) -> World:
    """Make an archive, with each of its links by chance: the same one for the same seed.

    Worlds that are `apart` can be made beside one another.
    """
    chance = Random(seed)  # noqa: S311, nothing is secret
    chief = User.objects.create_user(f"chief{seed}")
    numbers = range(3 * seed, 3 * seed + 3) if apart else range(3)
    actors = [_actor(n, chance) for n in numbers]
    topics = [_topic(n, chance) for n in numbers]
    exchanges = [_exchange(n, chance) for n in numbers]
    documents = [_document(n, actors, chance) for n in range(3)]
    statements = [_statement(n, actors, exchanges, documents, chance) for n in range(6)]
    world = World(chief, actors, topics, exchanges, documents, statements)
    _hang_on_actors(world, chance)
    _hang_on_topics(world, chance)
    _hang_on_exchanges(world, chance)
    if chance.random() < 0.5:
        _retract(world, chance)
    return world


def _retract(world: World, chance: Random) -> None:
    """Retract two exchanges; a trigger writes down when, but not of what a bundle brought so."""
    two = Exchange.objects.filter(pk__in=[one.pk for one in world.exchanges[:2]])
    two.update(editorial_status="retracted", retraction_reason="An error.")
    if chance.random() < 0.5:
        Retraction.objects.filter(exchange=world.exchanges[0]).delete()


def _perhaps(chance: Random, value: Any, otherwise: Any = "") -> Any:
    return value if chance.random() < 0.5 else otherwise


def _actor(number: int, chance: Random) -> Actor:
    actor = Actor.objects.create(
        name=f"Person {number}",
        slug=f"person-{number}",
        kind="person",
        country=_perhaps(chance, "FR"),
        description=_perhaps(chance, f"About {number}"),
        wikidata=f"Q{number}" if number % 3 == 1 else "",
        import_id=_perhaps(chance, f"a{number}", None),
    )
    for name in ("Both" if number % 3 else "BOTH", f"Other {number}"):
        if chance.random() < 0.7:
            ActorName.objects.create(actor=actor, name=name, language=_perhaps(chance, "fr"))
    FormerAddress.objects.create(slug=f"once-{number}", actor=actor)
    ActorImportId.objects.create(import_id=f"further-a{number}", actor=actor)
    return actor


def _topic(number: int, chance: Random) -> Topic:
    topic = Topic.objects.create(
        name=f"Topic {number}",
        slug=f"topic-{number}",
        aliases=chance.sample(["one", "two", "three"], 2),
        import_id=_perhaps(chance, f"t{number}", None),
    )
    Topic.objects.create(name=f"Below {number}", slug=f"below-{number}", parent=topic)
    FormerTopicAddress.objects.create(slug=f"once-{number}", topic=topic)
    TopicImportId.objects.create(import_id=f"further-t{number}", topic=topic)
    return topic


def _exchange(number: int, chance: Random) -> Exchange:
    exchange = Exchange.objects.create(
        title=f"Call {number}",
        kind=_perhaps(chance, "call", "other"),
        date=_perhaps(chance, "2022-02-20", "2022-02"),
        time=_perhaps(chance, "10:00", None),
        timezone="Europe/Paris",
        place=_perhaps(chance, "Paris"),
        countries=chance.sample(["FR", "RU", "DE"], 2),
        editorial_status="published",
        another_that_day=_perhaps(chance, True, False),
        import_id=_perhaps(chance, f"e{number}", None),
    )
    Exchange.objects.create(title=f"Part {number}", kind="call", part_of=exchange)
    FormerExchangeAddress.objects.create(public_id=f"once{number}", exchange=exchange)
    ExchangeImportId.objects.create(import_id=f"further-e{number}", exchange=exchange)
    return exchange


def _document(number: int, actors: list[Actor], chance: Random) -> Document:
    return Document.objects.create(
        kind="readout",
        title=f"Document {number}",
        publisher=chance.choice([*actors, None]),
        publisher_as_printed="P",
        language="en",
        editorial_status="published",
    )


def _statement(
    number: int,
    actors: list[Actor],
    exchanges: list[Exchange],
    documents: list[Document],
    chance: Random,
) -> Statement:
    return Statement.objects.create(
        text=f"Words {number}.",
        language="en",
        quote_type="indirect",
        speaker_as_printed="S",
        speaker=chance.choice([*actors, None]),
        exchange=chance.choice([*exchanges, None]),
        document=chance.choice(documents),
        editorial_status="published",
    )


def _hang_on_actors(world: World, chance: Random) -> None:
    for actor in world.actors:
        for title in chance.sample(["Head", "Deputy", "Clerk"], 2):
            Tenure.objects.create(
                person=actor, title=title, country=_perhaps(chance, "FR"), organisation=None
            )
        Tenure.objects.create(person=world.actors[2], title=f"Of {actor}", organisation=actor)
    for statement in world.statements:
        to = [one for one in world.actors if one != statement.speaker and chance.random() < 0.4]
        # One who speaks to oneself would not be merged.
        to = [one for one in to if statement.speaker not in world.actors[:2]]
        for actor in to:
            name = _perhaps(chance, actor.name)
            Addressee.objects.create(statement=statement, actor=actor, name_as_printed=name)
        Attribution.objects.create(
            statement=statement, position=1, role="office", actor=chance.choice(world.actors)
        )


def _hang_on_topics(world: World, chance: Random) -> None:
    records: list[Any] = [*world.statements, *world.exchanges]
    for record in records:
        record.topics.set(chance.sample(world.topics, chance.randint(0, 3)))


def _hang_on_exchanges(world: World, chance: Random) -> None:
    for exchange in world.exchanges:
        for actor in chance.sample(world.actors, chance.randint(1, 3)):
            Participation.objects.create(
                exchange=exchange,
                actor=actor if chance.random() < 0.7 else None,
                name_as_printed=actor.name,
                role=chance.choice(["participant", "host"]),
            )
        for document in chance.sample(world.documents, 2):
            for side in chance.sample([*world.actors, None], 2):
                _readout(exchange, document, side, world.actors, chance)


def _readout(
    exchange: Exchange, document: Document, side: Actor | None, actors: list[Actor], chance: Random
) -> None:
    Readout.objects.create(
        exchange=exchange,
        document=document,
        side=side,
        claimed_initiator=chance.choice([*actors, None]),
        claimed_minutes=_perhaps(chance, 45, None),
        note=_perhaps(chance, "A note"),
        import_id=_perhaps(chance, f"r{exchange.pk}-{document.pk}-{side}", None),
    )
