"""The postings of today: one index of each sort of record in each process."""

from __future__ import annotations

from datetime import timedelta
from threading import Lock

from statements.postings.changes import NOTHING, Look, look
from statements.postings.index import Index
from statements.postings.sources import EXCHANGES, STATEMENTS, Source

# The log forgets what is a week old.
OLDEST_LOOK = timedelta(days=6)


class Current:
    """An index that is brought up to date whenever it is asked for."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._lock = Lock()
        self._index: Index | None = None
        self._looked: Look | None = None

    def __call__(self) -> Index:
        """Give the index as of now; what has changed since it was last asked for is read."""
        with self._lock:
            before = self._looked
            looked = look(self._source.record, before.snapshot if before else NOTHING)
            self._index = self._as_of(looked, self._index, before)
            self._looked = looked
            return self._index

    def _as_of(self, looked: Look, index: Index | None, before: Look | None) -> Index:
        if index is None or before is None or looked.are_too_many or is_unsure(looked, before):
            return Index.built(self._source)
        if not looked.ranges or _is_seen_already(looked, before):
            return index
        return index.changed(looked.ids())


def _is_seen_already(looked: Look, before: Look) -> bool:
    """Tell whether all changes are the asking transaction's own, and were there before.

    Its own are always among the changes. Those of others never come twice: the same records may
    have been changed once more.
    """
    same = (looked.own, looked.ranges) == (before.own, before.ranges)
    return looked.own is not None and same


def is_unsure(looked: Look, before: Look) -> bool:
    """Tell whether the log does not tell all that happened between two looks.

    Either it has forgotten some of it, or what was seen then was not yet settled: a transaction
    looked at what it had written itself, which may have been taken back since.
    """
    return looked.at - before.at > OLDEST_LOOK or (before.own not in (None, looked.own))


statements = Current(STATEMENTS)
exchanges = Current(EXCHANGES)
