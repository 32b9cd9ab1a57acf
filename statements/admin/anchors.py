"""Where a statement's words stand in the kept copy of its document, found when it is saved."""

from dataclasses import dataclass

from statements.anchoring import Copy
from statements.models import Document, Snapshot, Statement


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


def find_place(text: str, document: Document | None) -> Place | None:
    """Find the text in the document's latest copy."""
    latest = document.snapshots.first() if document and document.pk else None
    span = Copy(latest.text).find(text) if latest else None
    return Place(latest, *span) if latest and span else None


def put(statement: Statement, place: Place | None) -> None:
    """Anchor the statement there, or nowhere: then it is unverified."""
    statement.snapshot = place.snapshot if place else None
    statement.anchor_start = place.start if place else None
    statement.anchor_end = place.end if place else None
    statement.anchor_exact = place.exact if place else ""


def anchor_waiting(document: Document) -> int:
    """Anchor what was entered before the document's text was kept; give how many were found."""
    found = []
    for statement in document.statements.filter(snapshot=None).order_by("pk"):
        place = find_place(statement.text, document)
        if place:
            put(statement, place)
            found.append(statement)
    fields = ["snapshot", "anchor_start", "anchor_end", "anchor_exact"]
    Statement.objects.bulk_update(found, fields)
    return len(found)


def in_words(statement: Statement) -> str:
    """Say whether the words were found, and where."""
    if statement.snapshot:
        start, end = statement.anchor_start, statement.anchor_end
        return f"Found in the {statement.snapshot}, characters {start} to {end}."
    if statement.document_id and not statement.document.snapshots.exists():
        return "No copy of the document is kept: paste its text on the document’s page."
    return "Not found in the kept copy of the document: the words may differ."
