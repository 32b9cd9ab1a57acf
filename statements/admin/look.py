"""How the text of a statement stands to the kept copy of its document, as the desk shows it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from reading.differences import Piece, differences
from statements.admin.anchors import Kept
from statements.anchoring import Copy, Found
from statements.cuts import Span
from statements.folding import bare, fold
from statements.models import Document, Snapshot, Statement
from statements.models.statement import MAX_TEXT
from statements.quoting.closest import Passage
from statements.quoting.compared import Compared, How, compared
from statements.quoting.marking import Mark

# In characters: what is shown on either side of a passage.
AROUND = 300
SAME = "same"
LEFT_OUT = "left-out"


@dataclass(frozen=True)
class Look:
    """A text beside a copy of its document.

    `later` is a copy that was kept after the one in which the text is anchored.
    """

    text: str
    document: Document | None
    snapshot: Snapshot | None
    compared: Compared
    later: Snapshot | None = None

    @property
    def is_asked(self) -> bool:
        """Whether there is a text, and a document to look for it in."""
        return bool(self.document and bare(self.text))

    @property
    def is_found(self) -> bool:
        """Whether the words stand in the copy."""
        return self.compared.found is not None

    @property
    def in_words(self) -> str:
        """Say how the text stands to the copy."""
        return "Not found in the copy." if self.compared.how is How.ABSENT else str(self.compared)

    @property
    def closest(self) -> Passage | None:
        """The passage most like a text that does not stand there."""
        return self.compared.closest

    @property
    def span(self) -> Span | None:
        """Where the words stand in the copy, or the passage that is most like them."""
        if self.compared.found:
            return self.compared.found.span
        return (self.closest.start, self.closest.end) if self.closest else None

    @cached_property
    def changes(self) -> list[Piece]:
        """What the closest passage would change of the text, but for typography."""
        passage = self.closest.text if self.closest else ""
        return list(_told(differences(bare(self.text), passage)))

    @property
    def before(self) -> str:
        """What stands in the copy before the passage."""
        return self._copied(0, self.span[0]) if self.span else self._copied(0, None)

    @property
    def behind(self) -> str:
        """What stands behind it."""
        return self._copied(self.span[1], None) if self.span else ""

    @property
    def shortly_before(self) -> str:
        """What stands right before the passage, from the beginning of a word on."""
        near = self.before[-AROUND:]
        return near if near == self.before else f"… {near.split(maxsplit=1)[-1]}"

    @property
    def shortly_behind(self) -> str:
        """What stands right behind it, up to the end of a word."""
        near = self.behind[:AROUND]
        return near if near == self.behind else f"{near.rsplit(maxsplit=1)[0]} …"

    @cached_property
    def marks(self) -> list[Mark]:
        """The words as they stand in the copy, and what is left out between them."""
        found = self.compared.found
        pieces = found.pieces if found else (self.span,) if self.span else ()
        marks, behind = [], pieces[0][0] if pieces else 0
        for start, end in pieces:
            marks.append(Mark(LEFT_OUT, self._copied(behind, start)))
            marks.append(Mark(SAME, self._copied(start, end)))
            behind = end
        return [mark for mark in marks if mark.text]

    def _copied(self, start: int, end: int | None) -> str:
        return self.snapshot.text[start:end] if self.snapshot else ""


def look_for(text: str, document: Document | None) -> Look:
    """Look for a text in the latest copy of a document."""
    kept = Kept(document) if document else None
    sought = text if len(text) <= MAX_TEXT else ""
    found = compared(sought, kept.copy if kept else None)
    return Look(text, document, kept.snapshot if kept else None, found)


def look_at(statement: Statement) -> Look:
    """Look at a statement in the copy where it is anchored, or else look for it."""
    copy = statement.snapshot
    if not copy or statement.anchor_start is None or statement.anchor_end is None:
        document = statement.document if statement.document_id else None
        return look_for(statement.text, document)
    found = _at(statement.anchor_start, statement.anchor_exact, statement.text)
    how = How.CUT if found.is_cut else How.TO_THE_LETTER if found.to_the_letter else How.FOLDED
    last = statement.document.snapshots.defer("text", "original").first()
    later = last if last and last.pk != copy.pk else None
    return Look(statement.text, statement.document, copy, Compared(how, found), later)


def _at(start: int, exact: str, text: str) -> Found:
    """Give how a text stands to the words at its anchor."""
    found = Copy(exact).look_for(text) or Found(((0, len(exact)),))
    pieces = tuple((one + start, end + start) for one, end in found.pieces)
    return Found(pieces, found.to_the_letter, found.is_cut, found.left_out)


def _told(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Give the differences, but for those that are of typography alone."""
    waiting: Piece | None = None
    for piece in pieces:
        if waiting and piece.kind == "new" and fold(waiting.text).text == fold(piece.text).text:
            yield Piece("same", piece.text)
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = piece if piece.kind == "gone" else None
        if not waiting:
            yield piece
    if waiting:
        yield waiting
