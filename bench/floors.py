"""The floor of each page: the SQL that a person would write by hand for its first fifty cards.

What a card shows is read, and nothing else: no count, no facet, no session, no template.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bench.databases import Connection

CARDS = """
WITH page AS MATERIALIZED (
    SELECT id, public_id, editorial_status, text, language, quote_type, translated,
        speaker_as_printed, attribution_as_printed, date, date_earliest, snapshot_id, speaker_id,
        exchange_id, document_id
    FROM statements_statement AS record
    WHERE record.editorial_status IN ('published', 'retracted') {kept}
    ORDER BY date_earliest DESC NULLS LAST, id LIMIT 51
)
SELECT page.*, speaker.slug, speaker.name,
    (SELECT json_agg(json_build_array(title, start_earliest, end_latest))
        FROM actors_tenure WHERE person_id = page.speaker_id),
    (SELECT json_agg(json_build_array(slug, name)) FROM statements_statement_topics
        JOIN statements_topic AS topic ON topic.id = topic_id WHERE statement_id = page.id),
    exchange.public_id, exchange.kind, exchange.title,
    document.public_id, document.title, document.url, document.date,
    document.publisher_as_printed, publisher.slug, publisher.name
FROM page
LEFT JOIN actors_actor AS speaker ON speaker.id = page.speaker_id
LEFT JOIN statements_exchange AS exchange ON exchange.id = page.exchange_id
    AND exchange.editorial_status IN ('published', 'retracted')
LEFT JOIN statements_document AS document ON document.id = page.document_id
    AND document.editorial_status IN ('published', 'retracted')
LEFT JOIN actors_actor AS publisher ON publisher.id = document.publisher_id
ORDER BY page.date_earliest DESC NULLS LAST, page.id
"""

SPEAKER = "AND speaker_id = %(speaker)s"
COUNTERPART = """
AND (EXISTS (
    SELECT FROM statements_participation AS part
    JOIN statements_exchange AS exchange ON exchange.id = part.exchange_id
        AND exchange.editorial_status IN ('published', 'retracted')
    WHERE part.exchange_id = record.exchange_id AND part.actor_id = %(counterpart)s
        AND record.speaker_id IS DISTINCT FROM %(counterpart)s
) OR EXISTS (
    SELECT FROM statements_addressee
    WHERE statement_id = record.id AND actor_id = %(counterpart)s
))
"""
TOPIC = """
AND EXISTS (
    SELECT FROM statements_statement_topics
    WHERE statement_id = record.id AND topic_id = ANY (%(topics)s)
)
"""
DATES = "AND date_latest >= %(first)s AND date_earliest <= %(last)s"
BEYOND = """
AND date_earliest <= %(day)s AND (date_earliest < %(day)s OR id > %(id)s)
"""
# The index knows stems: the words of a phrase themselves are looked for in what it finds.
PHRASE = "AND text ~* %(phrase)s"
CONDITIONS: Mapping[str, str] = {
    "speaker": SPEAKER,
    "counterpart": COUNTERPART,
    "topics": TOPIC,
    "first": DATES,
    "day": BEYOND,
}

WAYS = """
SELECT search_config(language)::text, array_agg(language)
FROM (SELECT DISTINCT language FROM statements_statement) AS used GROUP BY 1
"""


@dataclass(frozen=True)
class Floor:
    """What the SQL of a page is asked with: the values of `CONDITIONS`, and words."""

    values: Mapping[str, object]
    words: str = ""


class Writer:
    """Writes the SQL of a page for an archive, whose languages it knows."""

    def __init__(self, connection: Connection) -> None:
        ways = connection.execute(WAYS).fetchall()
        self._words = _either(
            f"language IN ({', '.join(_quoted(tag) for tag in tags)}) "
            f"AND search @@ websearch_to_tsquery({_quoted(name)}, %(words)s)"
            for name, tags in ways
        )

    def sql(self, floor: Floor) -> str:
        """Give the SQL of a page."""
        kept = [condition for name, condition in CONDITIONS.items() if name in floor.values]
        kept += [f"AND {self._words}"] if floor.words else []
        kept += [PHRASE] if floor.words.startswith('"') else []
        return CARDS.format(kept=" ".join(kept))


def run(connection: Connection, sql: str, floor: Floor, *, prepared: bool = False) -> int:
    """Run the SQL of a page, fetch all that it gives, and give how many rows these are."""
    phrase = floor.words.strip('"')
    values = {**floor.values, "words": floor.words, "phrase": rf"\m{phrase}\M"}
    return len(connection.execute(sql, values, prepare=prepared).fetchall())


def _either(conditions: Iterable[str]) -> str:
    return f"({' OR '.join(f'({condition})' for condition in conditions)})"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
