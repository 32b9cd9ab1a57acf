"""Cards: what a list shows of each statement.

Fifty records with all that belongs to them, as objects, take several times as long to fetch and to
render as what a card shows of them.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from actors.models import Tenure
from actors.titles import titles_between
from dates.edtf import ImpreciseDate
from reading.addresses import address_of
from reading.shown import Shown
from statements.models import Exchange, Statement
from statements.publishing import RETRACTED
from statements.querysets.editorial import PUBLIC
from statements.verification.badge import doubt

# As many words of a text are shown, where none was searched for; and in a link for screen readers.
MOST_WORDS, FEW_WORDS = 90, 8
KINDS = {kind.value: capfirst(str(kind.label)) for kind in Exchange.Kind}

COLUMNS = (
    "pk", "public_id", "editorial_status", "retraction_reason", "text", "language", "quote_type",
    "translated", "speaker_as_printed", "attribution_as_printed", "date", "date_earliest",
    "snapshot", "speaker", "speaker__slug", "speaker__name",
    "exchange__public_id", "exchange__editorial_status", "exchange__kind", "exchange__title",
    "document__public_id", "document__editorial_status", "document__title",
    "document__publisher__name", "document__publisher_as_printed", "failed", "gone",
)  # fmt: skip


@dataclass
class Post:
    """A tenure, as far as it gives a title on a date."""

    title: str
    start_earliest: datetime.date | None
    end_latest: datetime.date | None


@dataclass(slots=True)
class Link(Shown):
    """The address of a record and what it is called; whether it was taken back."""

    address: str
    name: str
    is_retracted: bool = False


@dataclass
class StatementCard(Shown):
    """What is shown of a statement. An exchange or a source that readers may not see is None.

    `pk`, `date_earliest` and `rank`, where it is ranked, are its place in an order.
    """

    pk: int
    address: str
    text: str
    language: str
    quote_type: str
    translated: bool
    date: ImpreciseDate | None
    date_earliest: datetime.date | None
    doubt: str
    retraction_reason: str
    speaker: Link | None
    speaker_as_printed: str
    attribution: str
    titles: str
    exchange_kind: str
    exchange: Link | None
    source: Link | None
    publisher: str
    topics: list[Link] = field(default_factory=list)
    rank: float | None = None
    snippet: SafeString | None = None

    @property
    def shown(self) -> str:
        """The words: those around what was searched for, else the first ones."""
        return self.snippet or _first(MOST_WORDS, self.text)

    @property
    def beginning(self) -> str:
        """The first few words."""
        return _first(FEW_WORDS, self.text)

    @property
    def printed(self) -> str:
        """The speaker's name as it is printed, where it is another than the one we know."""
        known = self.speaker.name if self.speaker else self.speaker_as_printed
        return "" if self.speaker_as_printed == known else self.speaker_as_printed


def cards_of(statements: QuerySet[Statement]) -> list[StatementCard]:
    """Give the cards of the statements, in their order; three queries."""
    rows = list(statements.with_checks().values(*COLUMNS))  # type: ignore[attr-defined]
    topics = _topics([row["pk"] for row in rows])
    posts = _posts({row["speaker"] for row in rows} - {None})
    return [_card(row, topics[row["pk"]], posts[row["speaker"]]) for row in rows]


def _first(most: int, text: str) -> str:
    """Give so many words of a text, as Django's `truncatewords` does at many times the cost."""
    words = text.split(maxsplit=most)
    return " ".join(words) if len(words) <= most else f"{' '.join(words[:most])} …"


def _card(row: Mapping[str, Any], topics: list[Link], posts: list[Post]) -> StatementCard:
    exchange, when = _link("exchange", row, "title"), row["date"]
    return StatementCard(
        pk=row["pk"],
        address=address_of("statement", row["public_id"]),
        text=row["text"],
        language=row["language"],
        quote_type=row["quote_type"],
        translated=row["translated"],
        date=when,
        date_earliest=row["date_earliest"],
        doubt=doubt(row["quote_type"], row["snapshot"], failed=row["failed"], gone=row["gone"]),
        retraction_reason=_retraction(row),
        speaker=_speaker(row),
        speaker_as_printed=row["speaker_as_printed"],
        attribution=row["attribution_as_printed"],
        titles=" and ".join(titles_between(posts, when.earliest, when.latest)) if when else "",
        exchange_kind=KINDS.get(row["exchange__kind"], "") if exchange else "",
        exchange=exchange,
        source=_link("document", row, "title"),
        publisher=row["document__publisher__name"] or row["document__publisher_as_printed"],
        topics=topics,
    )


def _retraction(row: Mapping[str, Any]) -> str:
    return row["retraction_reason"] if row["editorial_status"] == RETRACTED else ""


def _speaker(row: Mapping[str, Any]) -> Link | None:
    slug = row["speaker__slug"]
    return Link(address_of("actor", slug), row["speaker__name"]) if slug else None


def _link(name: str, row: Mapping[str, Any], called: str) -> Link | None:
    """Give the link to an exchange or a document that readers may see."""
    status = row[f"{name}__editorial_status"]
    if status not in PUBLIC:
        return None
    address = address_of(name, row[f"{name}__public_id"])
    return Link(address, row[f"{name}__{called}"], status == RETRACTED)


def _topics(ids: Iterable[int]) -> defaultdict[int, list[Link]]:
    tags = Statement.topics.through.objects.filter(statement__in=list(ids))
    ordered = tags.order_by("topic__name").values_list("statement", "topic__slug", "topic__name")
    found: defaultdict[int, list[Link]] = defaultdict(list)
    for pk, slug, name in ordered:
        found[pk].append(Link(address_of("topic", slug), name))
    return found


def _posts(people: Iterable[int]) -> defaultdict[int | None, list[Post]]:
    tenures = Tenure.objects.filter(person__in=list(people))
    found: defaultdict[int | None, list[Post]] = defaultdict(list)
    posts = tenures.values_list("person", "title", "start_earliest", "end_latest")
    for person, title, first, last in posts:
        found[person].append(Post(title, first, last))
    return found
