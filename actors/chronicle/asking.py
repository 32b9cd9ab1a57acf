"""What of the history is asked for, and where a page of it begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import Enum
from uuid import UUID

from actors.chronicle.tables import LABELS, Table, tables

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# Both are moments that every database can hold.
FIRST, LAST = EPOCH, datetime(9000, 1, 1, tzinfo=UTC)


class Whose(Enum):
    """Whose changes are asked for, where not everybody's."""

    USER = "user"
    COMMAND = "command"
    DATABASE = "database"


@dataclass(frozen=True)
class Asked:
    """Changes of rows in `tables` that `labels` name, from `first` and before `last`.

    With `whose`, `name` is the key of the person or the name of the command.
    """

    tables: Sequence[Table] = field(default_factory=tables)
    labels: Sequence[str] = LABELS
    first: datetime = FIRST
    last: datetime = LAST
    whose: Whose | None = None
    name: str = ""


@dataclass(frozen=True)
class Spot:
    """A change among others: when its transaction began, and its context where it has one."""

    at: datetime
    context: UUID | None = None


def in_microseconds(moment: datetime) -> int:
    """Give a moment as the database keeps it: microseconds since 1970."""
    return (moment - EPOCH) // timedelta(microseconds=1)


def from_microseconds(count: int) -> datetime:
    """Give the moment; raise ValueError where it is none that the archive can have."""
    try:
        moment = EPOCH + timedelta(microseconds=count)
    except OverflowError as error:
        raise ValueError("no moment") from error
    if not FIRST <= moment <= LAST:
        raise ValueError("no moment of the archive")
    return moment
