"""One question to all who are measured: to Verbatim, to Datasette, and in SQL."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from types import SimpleNamespace
from urllib.parse import urlencode

from bench.floors import Floor
from reading.cursors import Order, a_date

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

    def __or__(self, other: Asked) -> Asked:
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


def by_topic(topic: Named, below: list[int]) -> Asked:
    """Ask for what is about a topic or, by their ids, one below it."""
    return Asked(
        [("topic", topic.slug)],
        [among("statement_topics", "topic", topic.name)],
        {"topics": below},
    )


def among(table: str, column: str, value: str) -> tuple[str, str]:
    """Give Datasette's filter by a row of another table.

    Its own `_through` would ask the same, but takes the value of another filter beside it.
    """
    quoted = value.replace("'", "''")
    return "_where", f"id in (select statement_id from {table} where {column} = '{quoted}')"  # noqa: S608


def beyond(day: date, number: int) -> Asked:
    """Ask for the page behind a row, given by its day and its id."""
    row = SimpleNamespace(date_earliest=day, pk=number)
    return Asked(
        [("after", NEWEST.cursor(row))],  # type: ignore[arg-type]
        [("_next", f"{day},{number}")],
        {"day": day, "id": number},
    )
