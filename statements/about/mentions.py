"""The first and the latest mention of a topic, where not every date is known to the day.

A date of which only the month or the year is known is taken for no earlier and no later than is
certain. So the first mention is the one that had been made by the earliest day: a statement of
“2016” counts as one of 31 December 2016. The latest is the one that was not made before the latest
day: there it counts as one of 1 January 2016. Of several with the same day those are taken whose
date is more precise; of these the first mention is what was entered first, and the latest what was
entered last, as the passages of a source are entered in their order (`statements.about.telling`
passes over those that say nothing). What is undated is neither. How many others may have been made
before the first, or after the latest, is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from pyroaring import BitMap

from statements.about.telling import LOOKED_AT
from statements.postings.calendar import Calendar

ONE_DAY = timedelta(1)


@dataclass(frozen=True)
class Mention:
    """Statements of one date by their keys, the nearest first, and those that are unsure.

    `beside` is how many there are of that date besides the one that is shown. `unsure` counts what
    has a less precise date, and may be earlier than the first mention or later than the latest.
    """

    candidates: list[int]
    beside: int
    unsure: int


def first_mention(calendar: Calendar, among: BitMap) -> Mention | None:
    """Give the one of some statements that had surely been made first; None where none is dated."""
    exact, by = _first_exact(calendar, among)
    chosen = exact
    for (_, ended), ids in sorted(calendar.spans.items(), key=_by_end):
        if by and ended >= by:
            break
        if not among.isdisjoint(ids):
            chosen, by = among & ids, ended
            break
    if by is None:
        return None
    return _mention(list(chosen[:LOOKED_AT]), chosen, _reaching(calendar, among, by))


def latest_mention(calendar: Calendar, among: BitMap) -> Mention | None:
    """Give the one of some statements that was surely made last; None where none is dated."""
    for number, ids in calendar.walk(among, newest=True):
        day = date.fromordinal(number)
        chosen = _most_precise(calendar, ids, day)
        after = _reaching(calendar, among, day + ONE_DAY) if day < date.max else BitMap()
        return _mention(list(chosen[-LOOKED_AT:])[::-1], chosen, after)
    return None


def _first_exact(calendar: Calendar, among: BitMap) -> tuple[BitMap, date | None]:
    """Give those of the first day among what is known to the day, and that day."""
    exact = among - BitMap.union(BitMap(), *calendar.spans.values())
    for number, ids in calendar.walk(exact, newest=False):
        return ids, date.fromordinal(number)
    return BitMap(), None


def _by_end(span: tuple[tuple[date, date], BitMap]) -> tuple[date, timedelta]:
    """Give the order of stretches: the earlier end, then the shorter one."""
    (began, ended), _ = span
    return ended, ended - began


def _most_precise(calendar: Calendar, ids: BitMap, day: date) -> BitMap:
    """Give those, of some that begin on a day, whose date is the most precise."""
    beginning = sorted((last, of) for (first, last), of in calendar.spans.items() if first == day)
    exact = ids - BitMap.union(BitMap(), *(of for _, of in beginning))
    if exact:
        return exact
    return next(found for _, of in beginning if (found := ids & of))


def _reaching(calendar: Calendar, among: BitMap, day: date) -> BitMap:
    """Give those whose date begins before a day and ends on it or later."""
    that_day = calendar.days.get(day.toordinal(), BitMap())
    return among & (calendar.within(day, day) - that_day)


def _mention(candidates: list[int], chosen: BitMap, reaching: BitMap) -> Mention:
    return Mention(candidates, len(chosen) - 1, len(reaching - chosen))
