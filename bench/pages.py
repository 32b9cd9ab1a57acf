"""The pages that are measured: the same question to Verbatim, to Datasette and in SQL.

Each comes with several values of its parameters, so that what is warm is the database and not an
answer that was kept.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from types import SimpleNamespace
from urllib.parse import urlencode

from bench.databases import Connection
from bench.floors import Floor
from bench.vocabulary import FIRST_OF_PHRASES, PHRASES, languages
from reading.cursors import Order, a_date

WARM_UPS, MEASURED = 2, 7
VALUES = WARM_UPS + MEASURED
# Beginning with the second most frequent value: the first is far beyond all others.
FIRST_RANK = 1
ROWS, DEEP = 50, 1000

# Datasette's facets, and its order.
PEER = (
    ("_facet", "speaker"),
    ("_facet", "kind"),
    ("_facet", "language"),
    ("_facet_array", "topics"),
    ("_sort_desc", "date"),
)
NEWEST = Order("newest", "", "date_earliest", a_date, descending=True)


@dataclass(frozen=True)
class Question:
    """One page: what follows `?` on our address and on Datasette's, and its floor."""

    ours: str
    peer: str
    floor: Floor


@dataclass(frozen=True)
class PageKind:
    """A kind of page with questions of it.

    Whether both are to find the same number: words are stemmed differently by each.
    """

    name: str
    questions: list[Question]
    same_count: bool = True


@dataclass
class Asked:
    """What is asked of a list, put together for all three."""

    ours: list[tuple[str, str]] = field(default_factory=list)
    peer: list[tuple[str, str]] = field(default_factory=list)
    values: dict[str, object] = field(default_factory=dict)
    words: str = ""

    def __or__(self, other: "Asked") -> "Asked":
        """Give what asks for both."""
        return Asked(
            self.ours + other.ours,
            self.peer + other.peer,
            self.values | other.values,
            self.words or other.words,
        )

    @property
    def question(self) -> Question:
        """The page that is asked for."""
        floor = Floor(self.values, self.words)
        return Question(urlencode(self.ours), urlencode([*PEER, *self.peer]), floor)


@dataclass(frozen=True)
class Named:
    """An actor or a topic: the id, the part of the address, and the name."""

    id: int
    slug: str
    name: str


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
        topics = [self.by_topic(one) for one in self.topics]
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

    def by_topic(self, topic: Named) -> Asked:
        """Ask for what is about a topic or one below it."""
        below = [row[0] for row in self._connection.execute(BELOW, [topic.id]).fetchall()]
        return Asked(
            [("topic", topic.slug)],
            [among("statement_topics", "topic", topic.name)],
            {"topics": below},
        )

    def _deep(self) -> list[Asked]:
        """Ask for page 1,000 and those behind it, by the rows that end the pages before."""
        last = DEEP * ROWS + VALUES * ROWS
        found = self._connection.execute(IN_ORDER, {"after": 0, "most": last}).fetchall()
        pages = min(DEEP, len(found) // ROWS - VALUES)
        return [_beyond(*found[(pages + at) * ROWS - 1 - ROWS]) for at in range(VALUES)]

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


def by_speaker(actor: Named) -> Asked:
    """Ask for what somebody said."""
    return Asked([("speaker", actor.slug)], [("speaker", actor.name)], {"speaker": actor.id})


def by_counterpart(actor: Named) -> Asked:
    """Ask for what was said to somebody, or in an exchange with them."""
    return Asked(
        [("counterpart", actor.slug)],
        [among("statement_counterparts", "counterpart", actor.name)],
        {"counterpart": actor.id},
    )


def within(first: int, last: int) -> Asked:
    """Ask for what was said in some years, both ends included."""
    begins, ends = date(first, 1, 1), date(last, 12, 31)
    return Asked(
        [("from", str(first)), ("to", str(last))],
        [("date__lte", str(ends)), ("date_latest__gte", str(begins))],
        {"first": begins, "last": ends},
    )


def by_words(words: str) -> Asked:
    """Ask for words, or for a phrase in quotation marks."""
    return Asked([("q", words)], [("_search", words)], words=words)


def among(table: str, column: str, value: str) -> tuple[str, str]:
    """Give Datasette's filter by a row of another table.

    Its own `_through` would ask the same, but takes the value of another filter beside it.
    """
    quoted = value.replace("'", "''")
    return "_where", f"id in (select statement_id from {table} where {column} = '{quoted}')"  # noqa: S608


def word_pairs() -> list[tuple[str, str]]:
    """Give pairs of words of which a few in a hundred texts have each."""
    words = [word for word in languages()[0].words[95:FIRST_OF_PHRASES] if word.isascii()]
    return [(words[at], words[-1 - at]) for at in range(VALUES)]


def _beyond(day: date, number: int) -> Asked:
    row = SimpleNamespace(date_earliest=day, pk=number)
    return Asked(
        [("after", NEWEST.cursor(row))],  # type: ignore[arg-type]
        [("_next", f"{day},{number}")],
        {"day": day, "id": number},
    )


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
