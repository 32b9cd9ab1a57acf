"""What editors have in hand: records of every sort that are not yet public."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection
from django.urls import reverse

from statements.models import Document, EditorialStatus, Exchange, Statement
from statements.publishing import IN_HAND

# In characters: the beginning of what a record is called.
BEGINNING = 140

# Each table by its partial index of what is in hand.
SORTS = {"statement": (Statement, "text"), "exchange": (Exchange, "title")}
SORTS |= {"document": (Document, "title")}
PART = """
SELECT '{sort}' AS sort, id, left({called}, {longest}) AS called,
    editorial_status AS status, created_at AS since
FROM {table} WHERE editorial_status IN ({in_hand}) AND editorial_status = ANY (%(statuses)s)
    AND (%(person)s::bigint IS NULL OR entered_by_id = %(person)s::bigint)
"""
COUNTS = ", ".join(f"count(*) FILTER (WHERE sort = '{sort}') OVER ()" for sort in SORTS)
WORK = """
SELECT sort, id, called, status, since, {counts} FROM ({parts}) AS work
ORDER BY since {direction}, sort, id {direction} LIMIT %(most)s
"""


@dataclass(frozen=True, slots=True)
class Piece:
    """A record in hand: a `sort` of `SORTS`, its key, and what it is called."""

    sort: str
    pk: int
    called: str
    status: str
    since: datetime.datetime

    @property
    def beginning(self) -> str:
        """What it is called, cut short."""
        return self.called if len(self.called) <= BEGINNING else f"{self.called[:-1]}…"

    @property
    def address(self) -> str:
        """Where it is worked on."""
        return reverse(f"admin:statements_{self.sort}_change", args=[self.pk])

    @property
    def status_in_words(self) -> str:
        """How far it has come."""
        return str(EditorialStatus(self.status).label)


@dataclass(frozen=True, slots=True)
class Work:
    """The first pieces, and how many there are of each sort."""

    pieces: list[Piece]
    counts: dict[str, int]

    @property
    def number(self) -> int:
        """All of them."""
        return sum(self.counts.values())


def entered_by(person: int, most: int) -> Work:
    """Give what a person entered that is not yet public, the newest first; one query."""
    return _work(IN_HAND, person, most, "DESC")


def in_review(most: int) -> Work:
    """Give what waits for a chief, the oldest first; one query."""
    return _work([EditorialStatus.IN_REVIEW], None, most, "ASC")


def _work(statuses: Iterable[str], person: int | None, most: int, direction: str) -> Work:
    given = {"statuses": list(statuses), "person": person, "most": most}
    with connection.cursor() as cursor:
        cursor.execute(WORK.format(counts=COUNTS, parts=_parts(), direction=direction), given)
        rows = cursor.fetchall()
    counts = rows[0][5:] if rows else [0] * len(SORTS)
    pieces = [Piece(*row[:5]) for row in rows]
    return Work(pieces, dict(zip(SORTS, counts, strict=True)))


def _parts() -> str:
    in_hand = ", ".join(f"'{status}'" for status in IN_HAND)
    return " UNION ALL ".join(
        PART.format(
            sort=sort,
            called=called,
            table=model._meta.db_table,
            in_hand=in_hand,
            longest=BEGINNING + 1,
        )
        for sort, (model, called) in SORTS.items()
    )
