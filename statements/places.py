"""Anchoring a statement: where its words stand in a kept copy of its document."""

from dataclasses import dataclass

from statements.models import Snapshot, Statement

# The fields of a statement that its anchor is in.
ANCHOR = ["snapshot", "anchor_start", "anchor_end", "anchor_exact"]


@dataclass(frozen=True)
class Place:
    """The words as they stand in a copy."""

    snapshot: Snapshot
    start: int
    end: int

    @property
    def exact(self) -> str:
        """The words, letter by letter."""
        return self.snapshot.text[self.start : self.end]


def put(statement: Statement, place: Place | None) -> None:
    """Anchor the statement there, or nowhere: then it is unverified."""
    statement.snapshot = place.snapshot if place else None
    statement.anchor_start = place.start if place else None
    statement.anchor_end = place.end if place else None
    statement.anchor_exact = place.exact if place else ""
