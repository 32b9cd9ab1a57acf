"""Where a statement's words stand in the kept copy of its document, found when it is saved."""

from dataclasses import dataclass

from statements.anchoring import Copy
from statements.models import Document, Snapshot, Statement

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


class Kept:
    """The latest copy of a document, in which any number of texts are looked for."""

    def __init__(self, document: Document) -> None:
        self.snapshot = document.snapshots.first() if document.pk else None
        self.copy = Copy(self.snapshot.text) if self.snapshot else None

    def find(self, text: str) -> Place | None:
        """Give the place of a text; None where it is not there, or no copy is."""
        span = self.copy.find(text) if self.copy else None
        return Place(self.snapshot, *span) if self.snapshot and span else None


def put(statement: Statement, place: Place | None) -> None:
    """Anchor the statement there, or nowhere: then it is unverified."""
    statement.snapshot = place.snapshot if place else None
    statement.anchor_start = place.start if place else None
    statement.anchor_end = place.end if place else None
    statement.anchor_exact = place.exact if place else ""


def anchor_waiting(document: Document) -> None:
    """Anchor what was entered before the document's text was kept."""
    kept, found = Kept(document), []
    for statement in document.statements.filter(snapshot=None).order_by("pk"):
        place = kept.find(statement.text)
        if place:
            put(statement, place)
            found.append(statement)
    Statement.objects.bulk_update(found, ANCHOR)


def in_words(statement: Statement) -> str:
    """Say whether the words were found, and where."""
    if statement.snapshot:
        start, end = statement.anchor_start, statement.anchor_end
        return f"Found in the {statement.snapshot}, characters {start} to {end}."
    if statement.document_id and not statement.document.snapshots.exists():
        return "No copy of the document is kept: paste its text on the document’s page."
    return "Not found in the kept copy of the document: the words may differ."
