"""What has changed since an index was last brought up to date: the log that triggers write."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from pyroaring import BitMap

# Of more changed records each is not asked for: to read all anew takes no longer.
MOST_CHANGES = 20_000

# One statement, so that the snapshot and what of the log was not seen before are of one moment.
# What the asking transaction itself has changed is always among it: it may yet be taken back.
LOOK = """
SELECT pg_current_snapshot()::text, pg_current_xact_id_if_assigned()::text, now(),
    ARRAY(
        SELECT ARRAY[first_id, last_id] FROM statements_change
        WHERE record = %(record)s
            AND (
                xid >= pg_snapshot_xmin(%(seen)s::pg_snapshot)
                AND NOT pg_visible_in_snapshot(xid, %(seen)s::pg_snapshot)
                OR xid = pg_current_xact_id_if_assigned()
            )
    )
"""
# A snapshot of PostgreSQL, as text, in which no transaction is seen.
NOTHING = "1:1:"


@dataclass(frozen=True)
class Look:
    """A look at the log: what was there to see, and the changes since the look before.

    `own` is the transaction that looked, where it has written something itself. `ranges` are the
    first and last ids of records.
    """

    snapshot: str
    own: str | None
    at: datetime
    ranges: list[list[int]]

    @property
    def are_too_many(self) -> bool:
        """Whether more has changed than should be read record by record."""
        return sum(last - first + 1 for first, last in self.ranges) > MOST_CHANGES

    def ids(self) -> BitMap:
        """Give the records that have changed."""
        changed = (BitMap(range(first, last + 1)) for first, last in self.ranges)
        return BitMap.union(BitMap(), *changed)


def look(record: str, seen: str = NOTHING) -> Look:
    """Look at what has changed of a sort of record since a snapshot."""
    with connection.cursor() as cursor:
        cursor.execute(LOOK, {"record": record, "seen": seen})
        return Look(*cursor.fetchone())
