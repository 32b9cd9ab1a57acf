"""How long two actors were silent: the stretches in which they were certainly not in contact.

A contact is a pair of days, the first and the last on which it may have been: the same day where
it is known. A silence goes from the last day on which they may have been in contact to the first
on which they may have been again. So contacts that overlap are one stretch, what is known to the
year alone leaves no silence in that year, and a silence is never longer than the sources bear.
Whoever asks leaves out what was not held, was retracted or has no date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

Contact = tuple[date, date]

# From one day to the next there is no silence: at least one day has to lie between.
SHORTEST = 2


@dataclass(frozen=True)
class Silence:
    """From the day of one contact to that of the next, or to today."""

    since: date
    until: date

    @property
    def days(self) -> int:
        """How many days later the second day is than the first."""
        return (self.until - self.since).days


def longest_silence(contacts: Iterable[Contact]) -> Silence | None:
    """Give the longest silence between two contacts, the latest of equal ones; None if none is."""
    return max(_silences(contacts), key=lambda one: (one.days, one.since), default=None)


def running_silence(contacts: Iterable[Contact], today: date) -> Silence | None:
    """Give the silence from the last contact to today; None if it may be going on, or none was."""
    last = max((last for _, last in contacts), default=today)
    return Silence(last, today) if last < today else None


def _silences(contacts: Iterable[Contact]) -> Iterator[Silence]:
    reached: date | None = None
    for first, last in sorted(contacts):
        if reached and (first - reached).days >= SHORTEST:
            yield Silence(reached, first)
        reached = max(reached or last, last)
