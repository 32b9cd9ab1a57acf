"""What changed from one copy of a document to another, as far as readers may see the copies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from django.db.models import F

from reading.differences import Piece, differ, differences, shortened
from reading.text import shortened as cut_short
from statements.anchoring import Copy
from statements.cuts import Span
from statements.marking.copies import Kept
from statements.marking.places import LONGEST_LOOKED_THROUGH, MOST_LOOKED_FOR, found_in
from statements.models import Document, Snapshot, Statement

# In characters: of what changed in all, so much is compared word by word.
FINELY: Final = 60_000
# What a page shows: pieces, and characters of each.
MOST_PIECES: Final = 150
LONGEST_PIECE: Final = 1_500
MOST_SHOWN: Final = 30_000
# Quotations that are looked for with other quotation marks and spaces, where they are not found.
MOST_FOLDED: Final = 40


@dataclass(frozen=True)
class Touched:
    """A statement that stands in one of the copies alone: where, in the earlier or the later."""

    statement: Statement
    is_gone: bool
    first: int
    behind: int


@dataclass(frozen=True)
class Changes:
    """What changed: of the text where it may be shown and is not too long, and of quotations.

    `pieces` are those that are shown, `is_cut` tells that there are more; `stay` counts the
    quotations that stand in both copies.
    """

    pieces: Sequence[Piece] = ()
    is_cut: bool = False
    is_too_long: bool = False
    touched: Sequence[Touched] = ()
    stay: int = 0

    @property
    def differs(self) -> bool:
        """Whether the text, as far as it is shown, differs at all."""
        return differ(self.pieces)


def changes(document: Document, before: Kept, after: Kept) -> Changes:
    """Compare two copies, of which one is earlier."""
    if max(before.snapshot.length, after.snapshot.length) > LONGEST_LOOKED_THROUGH:
        return Changes(is_too_long=True)
    earlier, later = _text(before), _text(after)
    touched, stay = _quotations(document, earlier, later)
    if not document.shows_whole_copy:
        return Changes(touched=touched, stay=stay)
    every = shortened(differences(earlier, later, finely=FINELY))
    pieces = list(_first(every))
    return Changes(pieces, is_cut=pieces != every, touched=touched, stay=stay)


def _text(kept: Kept) -> str:
    return Snapshot.objects.values_list("text", flat=True).get(pk=kept.snapshot.pk)


def _first(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Give as many pieces as a page has room for, each as far as it has."""
    room = MOST_SHOWN
    for piece in pieces[:MOST_PIECES]:
        if room <= 0:
            return
        text = cut_short(piece.text, min(room, LONGEST_PIECE))
        room -= len(text)
        yield replace(piece, text=text)


def _quotations(document: Document, earlier: str, later: str) -> tuple[list[Touched], int]:
    """Give the statements that stand in one text alone, and how many stand in both."""
    public = document.statements.public().in_their_source().filter(snapshot__isnull=False)
    rows = list(public.order_by(F("anchor_start"), "pk")[:MOST_LOOKED_FOR])
    here, there = _standing(rows, earlier), _standing(rows, later)
    touched = [
        Touched(one, one.pk in here, *(here.get(one.pk) or there[one.pk]))
        for one in rows
        if (one.pk in here) != (one.pk in there)
    ]
    return touched, len(here.keys() & there.keys())


def _standing(statements: Sequence[Statement], text: str) -> dict[int, Span]:
    """Give where the statements stand: letter by letter, else as an anchor is looked for."""
    exact = [(one.pk, one.anchor_exact) for one in statements]
    found = {one.pk: (one.anchor_start, one.anchor_end) for one in found_in(text, exact)}
    missing = [one for one in statements if one.pk not in found][:MOST_FOLDED]
    copy = Copy(text)
    spans = ((one.pk, copy.find(one.text)) for one in missing)
    return found | {pk: span for pk, span in spans if span}
