"""What happened to a record since a form of it was opened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection

from actors.admin.meanwhile.places import Place
from actors.admin.meanwhile.seen import Mark
from actors.chronicle.authors import Author, authors
from actors.chronicle.versions import Event, Row, events

MOST: Final = 2000

AFTER = """(
    SELECT {slot} AS slot, pgh_id FROM "{log}"
    WHERE {in_events} = %s AND pgh_id > %s ORDER BY pgh_id LIMIT {most}
)"""


ALL = "SELECT * FROM ({queries}) AS every ORDER BY slot, pgh_id"


@dataclass(frozen=True)
class Saving:
    """Somebody saved, at a time."""

    author: Author
    at: datetime


@dataclass(frozen=True)
class Since:
    """What happened: the events by the name of their place, oldest first, and whose they are.

    `is_unsure` where events came to light that are older than the note.
    """

    events: Mapping[str, Sequence[Event]]
    who: Mapping[UUID | None, Author]
    is_unsure: bool = False

    def base(self, place: Place, key: int, now: Row | None) -> Row | None:
        """Give a row as it was when the form was opened; as it is now where nothing befell it."""
        of_row = self._of(place, key)
        return of_row[0].before if of_row else now

    def author(self, place: Place, key: int) -> Author | None:
        """Give who was the last to do something to a row; None where that was not recorded."""
        of_row = self._of(place, key)
        return self.who[of_row[-1].context] if of_row else None

    def savings(self) -> list[Saving]:
        """Give who saved when, in order; whoever did so in several tables once."""
        every = [event for of_place in self.events.values() for event in of_place]
        found = {(event.at, event.context): self.who[event.context] for event in every}
        ordered = sorted(found.items(), key=lambda item: item[0][0])
        return [Saving(author, at) for (at, _), author in ordered]

    def _of(self, place: Place, key: int) -> list[Event]:
        return [event for event in self.events.get(place.name, ()) if event.key == key]


NOTHING: Final = Since({}, {})


def since(
    places: Sequence[Place], key: int, seen: Mapping[str, Mark], now: Mapping[str, Mark]
) -> Since:
    """Read what happened between two states."""
    changed = [place for place in places if seen[place.name] != now[place.name]]
    found = _after(changed, key, seen) if changed else []
    happened = events((place.table, number) for place, number in found)
    by_place: dict[str, list[Event]] = {place.name: [] for place in places}
    for place, number in found:
        by_place[place.name].append(happened[place.table, number])
    who = authors({event.context for event in happened.values()})
    return Since(by_place, who, any(_is_late(seen, now, by_place, place) for place in changed))


def _after(
    places: Sequence[Place], key: int, seen: Mapping[str, Mark]
) -> Iterable[tuple[Place, int]]:
    queries = [
        AFTER.format(slot=slot, log=place.table.log, in_events=place.in_events, most=MOST)
        for slot, place in enumerate(places)
    ]
    params = [one for place in places for one in (key, seen[place.name].last)]
    with connection.cursor() as cursor:
        cursor.execute(ALL.format(queries=" UNION ALL ".join(queries)), params)
        return [(places[slot], number) for slot, number in cursor.fetchall()]


def _is_late(
    seen: Mapping[str, Mark],
    now: Mapping[str, Mark],
    found: Mapping[str, Sequence[Event]],
    place: Place,
) -> bool:
    """Tell whether there are events that had their number before the note, and came after it.

    Numbers are given in the order of the changes of a row, not of the ends of transactions.
    """
    name = place.name
    return now[name].count - seen[name].count > len(found[name])
