"""Changes as pages show them: who, when, and what happened to which rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any, Final
from uuid import UUID

from actors.chronicle.asking import Asked, Spot, in_microseconds
from actors.chronicle.authors import Author, authors
from actors.chronicle.entries import Entry, entries
from actors.chronicle.finding import newest, of_record
from actors.chronicle.tables import Table, parts_of, table_of
from actors.chronicle.tallies import Tally, tallies
from actors.chronicle.versions import Event, events

# Of one change of a record, so many rows are shown; all of them on the page of the change.
MOST_ROWS: Final = 40


@dataclass(frozen=True)
class Change:
    """What one transaction, request or command did."""

    at: datetime
    context: UUID | None
    author: Author
    entries: list[Entry]
    tallies: list[Tally] = field(default_factory=list)
    has_more: bool = False

    @property
    def cursor(self) -> int:
        """The moment, as a cursor names it."""
        return in_microseconds(self.at)


@dataclass(frozen=True)
class Changes:
    """A page of changes; `older` is the cursor of the next page, None on the last one."""

    changes: list[Change]
    older: int | None = None


def across(asked: Asked, size: int) -> Changes:
    """Give the newest changes of what is asked for."""
    spots = newest(asked, size + 1)
    counted = tallies(asked, spots[:size])
    happened = events((tally.table, number) for tally in counted for number in tally.first)
    shown = dict(zip(happened, entries(happened.values()), strict=True))
    by_change = defaultdict(list)
    for tally in counted:
        by_change[tally.at, tally.context].append(tally)
    who = authors(context for _, context in by_change)
    changes = [
        _counted(at, who[context], context, of, shown) for (at, context), of in by_change.items()
    ]
    changes.sort(key=lambda change: (change.at, str(change.context)), reverse=True)
    return Changes(changes, in_microseconds(spots[size - 1].at) if len(spots) > size else None)


def _counted(
    at: datetime,
    author: Author,
    context: UUID | None,
    counted: list[Tally],
    shown: dict[tuple[Table, int], Entry],
) -> Change:
    listed = [shown[tally.table, number] for tally in counted for number in sorted(tally.first)]
    more = any(tally.count > len(tally.first) for tally in counted)
    return Change(at, context, author, listed, counted, more)


def of(
    model: Any,  # noqa: ANN401, any tracked model
    key: int,
    before: datetime,
    size: int,
) -> Changes:
    """Give the newest changes of a record and of what belongs to it."""
    places = of_record(model, key, before, size + 1)
    found = events(places)
    happened = [found[place] for place in places]
    moments = sorted({event.at for event in happened}, reverse=True)
    touching = [event for event in happened if event.at in moments[:size]]
    changes = grouped([event for event in touching if _touches(event, model, key)])
    return Changes(changes, in_microseconds(moments[size - 1]) if len(moments) > size else None)


def grouped(happened: Sequence[Event], most: int = MOST_ROWS) -> list[Change]:
    """Give events, which come in the order of their changes, as changes of so many rows each."""
    who = authors({event.context for event in happened})
    groups = [
        (spot, list(group))
        for spot, group in groupby(happened, key=lambda event: Spot(event.at, event.context))
    ]
    few = [event for _, group in groups for event in group[:most]]
    shown = iter(entries(few))
    return [
        Change(
            spot.at,
            spot.context,
            who[spot.context],
            [next(shown) for _ in group[:most]],
            has_more=len(group) > most,
        )
        for spot, group in groups
    ]


def _touches(event: Event, model: Any, key: int) -> bool:  # noqa: ANN401, any tracked model
    """Tell whether a row was the record, or belonged to it, before or after the event."""
    own = table_of(model)
    if event.table is own and event.key == key:
        return True
    columns = [column for table, column in parts_of(model) if table is event.table]
    rows = [row for row in (event.before, event.after) if row]
    return any(row[column] == key for row in rows for column in columns)
