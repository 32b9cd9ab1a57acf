"""What passages are compared by, as the database has it: stems, topics, names."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from django.db import connection

from actors.countries import country_name
from statements.querysets.editorial import PUBLIC

# In characters: the beginning of a longer passage is compared.
COMPARED = 3000
# So many names of states and organisations, by which texts without a common language are compared.
MOST_NAMES = 300

# The stems of a passage without those of its speaker's name and attribution, which its column of
# words holds too; then those of what it is a translation of, and of what is a translation of it.
VERSIONS = """
WITH own AS (SELECT * FROM statements_statement WHERE id = ANY (%(ids)s)), version AS (
    SELECT id, 0 AS place, language, text, ts_delete(search, tsvector_to_array(
        search_words(language, speaker_as_printed || ' ' || attribution_as_printed)
    )) AS search FROM own
    UNION ALL SELECT own.id, 1, other.language, other.text, other.search
    FROM own JOIN statements_statement AS other ON other.id = own.translation_of_id
    WHERE other.editorial_status = ANY (%(public)s)
    UNION ALL SELECT own.id, 2, other.language, other.text, other.search
    FROM own JOIN statements_statement AS other ON other.translation_of_id = own.id
    WHERE other.editorial_status = ANY (%(public)s)
    UNION ALL SELECT statement_id,
        CASE translator WHEN 'official' THEN 3 WHEN 'newsroom' THEN 4 ELSE 5 END,
        language, text, search
    FROM statements_translation WHERE statement_id = ANY (%(ids)s)
)
SELECT id, split_part(lower(language), '-', 1), left(text, %(most)s), tsvector_to_array(
    CASE WHEN length(text) <= %(most)s THEN search
        ELSE search_words(language, left(text, %(most)s)) END
) FROM version ORDER BY id, place, language
"""
TOPICS = """
SELECT statement_id, topic_id FROM statements_statement_topics
WHERE statement_id = ANY (%(ids)s) ORDER BY 1, 2
"""
# Those of the exchange, by whom everything in it is said, then states and organisations; of whoever
# has a country the names stand for that.
NAMES = """
WITH exchange AS (
    SELECT DISTINCT exchange_id AS id FROM statements_statement
    WHERE id = ANY (%(ids)s) AND exchange_id IS NOT NULL
), here AS (
    SELECT actor_id AS id FROM statements_participation JOIN exchange ON exchange.id = exchange_id
    UNION SELECT side_id FROM statements_readout JOIN exchange ON exchange.id = exchange_id
    UNION SELECT speaker_id FROM statements_statement WHERE id = ANY (%(ids)s)
), country AS (
    SELECT country AS code FROM actors_actor JOIN here USING (id) WHERE country <> ''
), meant AS (
    SELECT id, name, country, here.id IS NOT NULL
        OR kind = 'state' AND country IN (SELECT code FROM country) AS is_here
    FROM actors_actor LEFT JOIN here USING (id)
    WHERE here.id IS NOT NULL OR kind IN ('state', 'organisation')
    ORDER BY here.id IS NULL, kind = 'organisation', id LIMIT %(most_names)s
)
SELECT id, country, is_here, name FROM meant
UNION ALL SELECT meant.id, country, is_here, other.name
FROM meant JOIN actors_actorname AS other ON other.actor_id = meant.id
"""
ALIASES = """
SELECT id, unnest(name || aliases) FROM (
    SELECT id, name, aliases FROM statements_topic WHERE aliases <> '{}' ORDER BY id
    LIMIT %(most_names)s
) AS topic
"""


Given: TypeAlias = dict[str, int | list[int] | list[str]]


@dataclass(frozen=True, slots=True)
class Version:
    """A passage in one language (its primary subtag): the text, and its stems."""

    language: str
    text: str
    stems: frozenset[str]


@dataclass(slots=True)
class Passage:
    """A passage by the id of its statement, with its side (0, 1 …), versions and topics."""

    pk: int
    side: int
    versions: dict[str, Version] = field(default_factory=dict)
    topics: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Name:
    """A name, and for what it stands: a country's code, or the actor's or topic's key.

    `is_here`: it is somebody's who took part, so that every passage may have it.
    """

    name: str
    stands_for: str
    is_here: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """All passages, in the order of the sides, and the names that may occur in them."""

    passages: list[Passage]
    names: list[Name]


def evidence_of(sides: Iterable[Collection[int]]) -> Evidence:
    """Read what the passages of the sides (ids) are compared by, in four queries.

    Who has no country, and a topic, is known by its key.
    """
    found = {pk: Passage(pk, side) for side, keys in enumerate(sides) for pk in keys}
    given: Given = {
        "ids": list(found),
        "public": list(PUBLIC),
        "most": COMPARED,
        "most_names": MOST_NAMES,
    }
    for pk, language, text, stems in _rows(VERSIONS, given):
        version = Version(language, text, frozenset(stems))
        found[pk].versions.setdefault(language, version)
    for pk, topic in _rows(TOPICS, given):
        found[pk].topics.add(topic)
    return Evidence(list(found.values()), _names(given))


def _names(given: Given) -> list[Name]:
    actors = [
        Name(name, country or f"actor {pk}", is_here)
        for pk, country, is_here, name in _rows(NAMES, given)
    ]
    countries = {name.stands_for for name in actors if name.is_here and len(name.stands_for) == 2}
    actors += [Name(country_name(code), code, is_here=True) for code in sorted(countries)]
    topics = [Name(name, f"topic {pk}") for pk, name in _rows(ALIASES, given)]
    return actors + topics


def _rows(query: str, given: Given) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, given)
        return cursor.fetchall()
