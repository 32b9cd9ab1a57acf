"""What is planned or proposed: the soonest first, how far off it is, and what is overdue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from pyroaring import BitMap

from reading.counting import counted
from reading.cursors import Start
from statements.models import Exchange
from statements.postings.index import Index
from statements.postings.order import by_day
from statements.postings.retracted import retracted

OPEN = ("planned", "proposed")
# Of what is to come, of what has no date yet, and of what is overdue.
SOONEST, UNDATED, OVERDUE = 5, 2, 2


@dataclass(frozen=True)
class Coming:
    """What is still open, how far off it is, and whether all its days have passed."""

    exchange: Exchange
    when: str
    is_overdue: bool


def coming(index: Index, today: date) -> list[Coming]:
    """Give what is to come, the soonest first; then what has no date, then what is overdue."""
    ids = _ids(index, today)
    found = Exchange.objects.public().filter(pk__in=ids).for_list().in_bulk()
    return [_coming(found[pk], today) for pk in ids if pk in found]


def _ids(index: Index, today: date) -> list[int]:
    still_open = index.having("status", OPEN) - retracted(index)
    ahead = still_open & index.calendar.within(today, None)
    undated = still_open & index.without_date
    overdue = still_open - ahead - undated

    def first(among: BitMap, most: int, *, newest: bool = False) -> list[int]:
        return by_day(index, among, Start(), newest=newest, most=most)

    lists = first(ahead, SOONEST), first(undated, UNDATED), first(overdue, OVERDUE, newest=True)
    return list(chain(*lists))


def _coming(exchange: Exchange, today: date) -> Coming:
    first, last = exchange.date_earliest, exchange.date_latest
    if first is None or last is None:
        return Coming(exchange, "no date yet", is_overdue=False)
    return Coming(exchange, in_words(first, last, today), is_overdue=last < today)


def in_words(first: date, last: date, today: date) -> str:
    """Say how far off a date is, of which the first and the last day are known.

    Where the day is not known, it is the first one that is counted to while it is ahead, and then
    the last: “in 8 days at the earliest”, “within 3 days”.
    """
    if last < today:
        return f"{counted((today - last).days, 'day')} overdue"
    if first > today:
        ahead = "tomorrow" if first == today + timedelta(1) else _in(first, today)
        return ahead if first == last else f"{ahead} at the earliest"
    return "today" if first == last or last == today else f"within {_days(last, today)}"


def _in(day: date, today: date) -> str:
    return f"in {_days(day, today)}"


def _days(day: date, today: date) -> str:
    return counted((day - today).days, "day")
