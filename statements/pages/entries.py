"""Exchanges as a calendar has them: a kind, a title, and in words what became of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst

from dates.edtf import Precision, for_people
from reading.shown import Shown
from statements.models import Exchange
from statements.querysets.ids import Among

RETRACTED, OVERDUE = "retracted", "overdue"
WORDS = {
    "held": "",
    "planned": "Planned",
    "proposed": "Proposed",
    "cancelled": "Cancelled",
    RETRACTED: "Retracted",
}


@dataclass(frozen=True)
class Entry(Shown):
    """An exchange in a calendar.

    `state` is its status, or that it was retracted or is overdue; `state_words` has nothing to say
    of what was held. `when` is its date in words, where it is neither a day nor a month.
    """

    pk: int
    address: str
    title: str
    kind: str
    kind_words: str
    state: str
    state_words: str
    when: str
    first: date | None
    last: date | None
    order: tuple[bool, float, int]

    def day_of(self, day: date) -> str:
        """Say which of its days a day is, where it lasts for several."""
        if self.first is None or self.last is None or self.first == self.last:
            return ""
        return f"day {(day - self.first).days + 1} of {(self.last - self.first).days + 1}"


def entries_of(ids: Iterable[int], today: date) -> dict[int, Entry]:
    """Give the public exchanges among these ids; one query."""
    found = Exchange.objects.public().filter(Among(ids)).order_by()
    return {exchange.pk: _entry(exchange, today) for exchange in found.for_calendar()}


def _entry(exchange: Exchange, today: date) -> Entry:
    state = _state(exchange, today)
    started = exchange.starts_at
    return Entry(
        pk=exchange.pk,
        address=exchange.get_absolute_url(),
        title=exchange.title,
        kind=exchange.kind,
        kind_words=capfirst(exchange.get_kind_display()),
        state=state,
        state_words=_words(exchange, state),
        when=_when(exchange),
        first=exchange.date_earliest,
        last=exchange.date_latest,
        order=(started is None, started.timestamp() if started else 0.0, exchange.pk),
    )


def _state(exchange: Exchange, today: date) -> str:
    if exchange.is_retracted:
        return RETRACTED
    is_open = exchange.status in (Exchange.State.PLANNED, Exchange.State.PROPOSED)
    gone_by = exchange.date_latest is not None and exchange.date_latest < today
    return OVERDUE if is_open and gone_by else exchange.status


def _words(exchange: Exchange, state: str) -> str:
    return f"{WORDS[exchange.status]}, overdue" if state == OVERDUE else WORDS[state]


def _when(exchange: Exchange) -> str:
    when = exchange.date
    if when is None:
        return ""
    simple = when.precision in (Precision.DAY, Precision.MONTH)
    return "" if simple and not (when.uncertain or when.approximate) else for_people(when)
