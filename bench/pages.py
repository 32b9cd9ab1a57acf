"""The pages that are measured, each with several values of its parameters.

So what is warm is the database, and not an answer that was kept.
"""

from collections.abc import Iterable, Iterator

from bench.databases import Connection
from bench.questions import (
    Asked,
    Named,
    PageKind,
    Question,
    beyond,
    by_counterpart,
    by_speaker,
    by_topic,
    by_words,
    within,
)
from bench.vocabulary import FIRST_OF_PHRASES, PHRASES, languages

WARM_UPS, MEASURED = 2, 7
VALUES = WARM_UPS + MEASURED
# Beginning with the second most frequent value: the first is far beyond all others.
FIRST_RANK = 1
ROWS, DEEP = 50, 1000


class Asking:
    """What can be asked of an archive: its most frequent speakers and topics, and deep pages."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.speakers = self._named(SPEAKERS)
        self.topics = self._named(TOPICS)

    def kinds(self) -> Iterator[PageKind]:
        """Give the pages of the set."""
        speakers = [by_speaker(one) for one in self.speakers]
        counterparts = [by_counterpart(one) for one in self.speakers]
        topics = [by_topic(one, self._below(one)) for one in self.topics]
        spans = [within(2008 + at, 2015 + at) for at in range(VALUES)]
        pairs = [by_words(" ".join(pair)) for pair in word_pairs()]
        quoted = [by_words(f'"{phrase}"') for phrase in list(PHRASES["en"])[:VALUES]]
        yield PageKind("all", _asked([Asked()] * VALUES))
        yield PageKind("by speaker", _asked(speakers))
        yield PageKind("by counterpart", _asked(counterparts))
        yield PageKind("by topic", _asked(topics))
        yield PageKind("actor × topic × dates", _asked(_all_of(speakers, topics, spans)))
        yield PageKind("two words", _asked(pairs), same_count=False)
        yield PageKind("a phrase", _asked(quoted), same_count=False)
        filtered = _asked(_all_of(quoted, topics))
        yield PageKind("a phrase with a filter", filtered, same_count=False)
        yield PageKind("page 1,000", _asked(self._deep()))

    def _below(self, topic: Named) -> list[int]:
        """Give the ids of a topic and of all below it."""
        return [row[0] for row in self._connection.execute(BELOW, [topic.id]).fetchall()]

    def _deep(self) -> list[Asked]:
        """Ask for page 1,000 and those behind it, by the rows that end the pages before."""
        last = DEEP * ROWS + VALUES * ROWS
        found = self._connection.execute(IN_ORDER, {"after": 0, "most": last}).fetchall()
        pages = min(DEEP, len(found) // ROWS - VALUES)
        return [beyond(*found[(pages + at) * ROWS - 1 - ROWS]) for at in range(VALUES)]

    def _named(self, query: str) -> list[Named]:
        found = self._connection.execute(query, [FIRST_RANK, VALUES]).fetchall()
        return [Named(*row) for row in found]


SPEAKERS = """
SELECT id, slug, name FROM actors_actor JOIN (
    SELECT speaker_id AS id, count(*) FROM statements_statement
    WHERE speaker_id IN (SELECT id FROM actors_actor WHERE kind = 'person')
    GROUP BY 1 ORDER BY 2 DESC, 1 OFFSET %s LIMIT %s
) AS most USING (id) ORDER BY count DESC, id
"""
TOPICS = """
SELECT id, slug, name FROM statements_topic JOIN (
    SELECT topic_id AS id, count(*) FROM statements_statement_topics
    GROUP BY 1 ORDER BY 2 DESC, 1 OFFSET %s LIMIT %s
) AS most USING (id) ORDER BY count DESC, id
"""
BELOW = """
WITH RECURSIVE below (id) AS (
    SELECT %s::bigint
    UNION ALL SELECT topic.id FROM below JOIN statements_topic AS topic ON parent_id = below.id
) TABLE below
"""
IN_ORDER = """
SELECT date_earliest, id FROM statements_statement
WHERE editorial_status IN ('published', 'retracted')
ORDER BY date_earliest DESC NULLS LAST, id OFFSET %(after)s LIMIT %(most)s
"""


def word_pairs() -> list[tuple[str, str]]:
    """Give pairs of words of which a few in a hundred texts have each."""
    words = [word for word in languages()[0].words[95:FIRST_OF_PHRASES] if word.isascii()]
    return [(words[at], words[-1 - at]) for at in range(VALUES)]


def _asked(several: Iterable[Asked]) -> list[Question]:
    return [asked.question for asked in several]


def _all_of(*several: list[Asked]) -> list[Asked]:
    combined = []
    for parts in zip(*several, strict=True):
        whole = Asked()
        for part in parts:
            whole |= part
        combined.append(whole)
    return combined
