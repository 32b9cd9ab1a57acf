"""The pages of the reading room, of those actors, topics and records that most belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import psycopg

from bench.archive import Archive
from bench.client import Answer
from bench.databases import Connection
from bench.measuring import measured
from bench.ours import STATEMENTS, verbatim
from bench.pages import VALUES
from bench.progress import say

ACTORS = """
SELECT actor.slug FROM statements_statement AS said
JOIN actors_actor AS actor ON actor.id = said.speaker_id
GROUP BY actor.id ORDER BY count(*) DESC, actor.id LIMIT %s
"""
TOPICS = """
SELECT topic.slug FROM statements_statement_topics AS tag
JOIN statements_topic AS topic ON topic.id = tag.topic_id
GROUP BY topic.id ORDER BY count(*) DESC, topic.id LIMIT %s
"""
PAIRS = """
SELECT one.slug, other.slug FROM statements_participation AS first
JOIN statements_participation AS second
    ON second.exchange_id = first.exchange_id AND second.actor_id > first.actor_id
JOIN actors_actor AS one ON one.id = first.actor_id
JOIN actors_actor AS other ON other.id = second.actor_id
GROUP BY one.id, other.id ORDER BY count(*) DESC, one.id, other.id LIMIT %s
"""
LARGEST = """
SELECT record.public_id FROM statements_statement AS said
JOIN statements_{table} AS record ON record.id = said.{table}_id
GROUP BY record.id ORDER BY count(*) DESC, record.id LIMIT %s
"""
STATEMENT = "SELECT public_id FROM statements_statement ORDER BY length(text) DESC, id LIMIT %s"
MONTHS = """
SELECT date_trunc('month', date_earliest)::date FROM statements_exchange
WHERE date_earliest IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT %s
"""


@dataclass(frozen=True)
class RoomPage:
    """A kind of page: medians in milliseconds, asked for the first time and again.

    `kilobytes` is its HTML alone as a browser gets it, the largest of those asked for.
    """

    name: str
    page: float
    page_again: float
    kilobytes: float


def measure(archive: Archive) -> list[dict[str, Any]]:
    """Measure each kind of page, with as many different ones of it as there are values."""
    with psycopg.connect(archive.url, autocommit=True) as connection:
        kinds = dict(paths(connection))
    with verbatim(archive) as site:
        site.page(STATEMENTS)
        found = []
        for name, asked in kinds.items():
            say(f"Reading room: {name}")
            first, again = ([site.page(path) for path in asked] for _ in range(2))
            found.append(asdict(_measured(name, first, again)))
        return found


def _measured(name: str, first: list[Answer], again: list[Answer]) -> RoomPage:
    heaviest = max(answer.size for answer in first) / 1000
    return RoomPage(name, measured(first), measured(again), heaviest)


def paths(connection: Connection) -> Iterator[tuple[str, list[str]]]:
    """Give the addresses of each kind of page; where an archive has few, they come more than once.

    An archive without any of a kind is an error: what is not asked for is not measured.
    """
    actors, topics = _found(connection, ACTORS), _found(connection, TOPICS)
    yield "front page", ["/"] * VALUES
    yield "actor", [f"/actors/{slug}/" for slug in actors]
    yield "what an actor said of a topic", _actors_on_topics(actors, topics)
    yield "pair", [f"/actors/{one}/with/{other}/" for one, other in _rows(connection, PAIRS)]
    yield "topic", [f"/topics/{slug}/" for slug in topics]
    yield "all topics", ["/topics/"] * VALUES
    exchanges = _found(connection, LARGEST.format(table="exchange"))
    yield "exchange", [f"/exchanges/{public_id}/" for public_id in exchanges]
    documents = _found(connection, LARGEST.format(table="document"))
    yield "document", [f"/documents/{public_id}/" for public_id in documents]
    yield "statement", [f"/statements/{public_id}/" for public_id in _found(connection, STATEMENT)]
    yield from _of_time(connection)
    yield "actors", ["/actors/"] * VALUES
    yield "documents", ["/documents/"] * VALUES
    yield "corrections", ["/corrections/"] * VALUES


def _of_time(connection: Connection) -> Iterator[tuple[str, list[str]]]:
    months: list[date] = _found(connection, MONTHS)
    yield "calendar, a month", [f"/calendar/{day.year}/{day.month}/" for day in months]
    yield "calendar, a year", [f"/calendar/{day.year}/" for day in months]
    yield "who talks to whom", ["/who-talks-to-whom/"] * VALUES
    within = [f"/who-talks-to-whom/?from={day.year}&to={day.year}" for day in months]
    yield "who talks to whom, a year", within


def _actors_on_topics(actors: list[str], topics: list[str]) -> list[str]:
    return [f"/actors/{one}/?topic={of}" for one, of in zip(actors, topics, strict=True)]


def _found(connection: Connection, query: str) -> list[Any]:
    return [row[0] for row in _rows(connection, query)]


def _rows(connection: Connection, query: str) -> list[tuple[Any, ...]]:
    found = connection.execute(query.encode(), [VALUES]).fetchall()
    if not found:
        raise RuntimeError(f"the archive has nothing to ask for: {query}")
    return [found[at % len(found)] for at in range(VALUES)]
