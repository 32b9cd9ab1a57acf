"""How a statement stands to others, as editors say: a thread in the order of time."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from statements.models import Statement, StatementLink


@dataclass(frozen=True, slots=True)
class Tie:
    """A signed link between this statement and another: what one of them does to the other.

    `words` are such as “repeats”; `is_ours` tells that this one does it to the other.
    """

    link: StatementLink
    words: str
    is_ours: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """A statement in its place in time; the one that the page is about has no ties."""

    statement: Statement
    ties: tuple[Tie, ...] = ()

    @property
    def is_this(self) -> bool:
        """Whether it is the statement that the page is about."""
        return not self.ties


def thread_of(statement: Any) -> list[Turn]:  # noqa: ANN401, fetched `for_page`
    """Give the statements that are linked with one and itself, the earliest first.

    A link leads to an earlier statement: of the same day, those that this one is linked to come
    before it, and those linked to it after it. What is undated comes last.
    """
    earlier = [(link.other, _tie(link, is_ours=True)) for link in statement.links.all()]
    later = [(link.statement, _tie(link, is_ours=False)) for link in statement.linked_from.all()]
    if not earlier and not later:
        return []
    places = [(_place(other, -1), other, tie) for other, tie in earlier]
    places += [(_place(other, 1), other, tie) for other, tie in later]
    turns = [(_place(statement, 0), Turn(statement))]
    for _, group in groupby(sorted(places, key=lambda one: one[1].pk), lambda one: one[1].pk):
        ties = list(group)
        turns.append((ties[0][0], Turn(ties[0][1], tuple(tie for _, _, tie in ties))))
    return [turn for _, turn in sorted(turns, key=lambda one: one[0])]


def _tie(link: StatementLink, *, is_ours: bool) -> Tie:
    return Tie(link, link.get_kind_display(), is_ours)


def _place(statement: Statement, side: int) -> tuple[datetime.date, int, int]:
    day = statement.date_earliest or datetime.date.max
    return day, side, statement.pk
