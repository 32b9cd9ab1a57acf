"""What readers were told of changes lately, in short."""

from __future__ import annotations

from dataclasses import dataclass

from reading.differences import Piece
from statements.models import Notice
from statements.pages.corrections import Entry, entry_of

# In characters: of what differs more the note alone is shown.
LONGEST = 320


@dataclass(frozen=True)
class Correction:
    """A correction or a retraction; `pieces` are what differs, where that is short."""

    entry: Entry
    pieces: list[Piece]


def corrected_lately(most: int) -> list[Correction]:
    """Give the latest corrections and retractions; one query."""
    entries = (entry_of(notice) for notice in Notice.objects.for_page()[:most])
    return [Correction(entry, _short(entry.pieces)) for entry in entries if entry]


def _short(pieces: list[Piece]) -> list[Piece]:
    return pieces if sum(len(piece.text) for piece in pieces) <= LONGEST else []
