"""When two actors were last in contact, and how long they were silent, with the contacts around."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pyroaring import BitMap

from statements.figures.lateness import lateness
from statements.models import Exchange
from statements.querysets.ids import Among
from statements.silences import Contact, Silence, longest_silence, running_silence

# The days of contacts by their ids.
Days = Mapping[int, Contact]


@dataclass(frozen=True)
class Bounded:
    """A silence with the contacts before and after it; the running one has none after it."""

    silence: Silence
    before: Exchange
    after: Exchange | None = None

    @property
    def about(self) -> str:
        """How its number of days is meant: “about”, “at least”, or nothing where it is exact.

        It goes from the last day that is possible to the first one, so that it may be longer where
        a day is not known; where a source doubts a date it may be shorter too.
        """
        dates = [one.date for one in (self.before, self.after) if one and one.date]
        if any(one.uncertain or one.approximate for one in dates):
            return "about"
        return "at least" if any(one.earliest != one.latest for one in dates) else ""


@dataclass(frozen=True)
class Quiet:
    """The last contact that was held, the longest silence between two, and the one up to today."""

    today: date
    last: Exchange | None = None
    longest: Bounded | None = None
    running: Bounded | None = None

    @property
    def was_today(self) -> bool:
        """Whether the last contact is known to have been today."""
        return bool(self.last and self.last.date_earliest == self.last.date_latest == self.today)

    @property
    def days_since(self) -> int | None:
        """How many days ago the last contact was, where its very day is known and has passed."""
        if not self.last or self.last.date_earliest != self.last.date_latest:
            return None
        days: int = (self.today - self.last.date_earliest).days
        return days if days > 0 else None

    @property
    def is_shorter(self) -> bool:
        """Whether they may have been in contact after the last one of a known day."""
        since = self.days_since
        return bool(since and (not self.running or self.running.silence.days < since))

    @property
    def is_told_apart(self) -> bool:
        """Whether the silence up to today is more than the days since the last contact."""
        return bool(self.running and (self.is_shorter or self.is_longest_yet))

    @property
    def is_longest_yet(self) -> bool:
        """Whether they are silent for longer than ever between two contacts."""
        if not self.running or not self.longest:
            return False
        return self.running.silence.days > self.longest.silence.days


def quiet_of(days: Days, today: date) -> Quiet:
    """Work it out from the days of the contacts that were held; one query."""
    spans = list(days.values())
    longest, running = longest_silence(spans), running_silence(spans, today)
    ends = [
        _ending(days, longest.since) if longest else BitMap(),
        _beginning(days, longest.until) if longest else BitMap(),
        _ending(days, running.since) if running else BitMap(),
    ]
    last, before, after, before_now = _fetched(
        [_beginning(days, max((first for first, _ in spans), default=today)), *ends]
    )
    return Quiet(
        today,
        last,
        Bounded(longest, before, after) if longest and before else None,
        Bounded(running, before_now) if running and before_now else None,
    )


def _ending(days: Days, day: date) -> BitMap:
    return BitMap(pk for pk, (_, last) in days.items() if last == day)


def _beginning(days: Days, day: date) -> BitMap:
    return BitMap(pk for pk, (first, _) in days.items() if first == day)


def _fetched(groups: Iterable[BitMap]) -> list[Exchange | None]:
    """Give the last exchange of each group, or None for an empty one."""
    each = list(groups)
    ids = BitMap.union(BitMap(), *each)
    exchanges = Exchange.objects.public().filter(Among(ids)).defer("search").order_by()
    found = {one.pk: one for one in exchanges}
    return [
        max((found[pk] for pk in group if pk in found), key=lateness, default=None)
        for group in each
    ]
