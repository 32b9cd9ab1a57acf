"""What a new copy of a document means for what is quoted from it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from reading.counting import counted
from statements.admin.anchors import Kept
from statements.models import Document, Statement
from statements.places import ANCHOR, Place, put
from statements.reanchoring import Former, find_again
from statements.verification import check_statements

AT_A_TIME = 200


@dataclass
class Carried:
    """The keys of statements: newly anchored, carried over from a copy before, and left behind."""

    found: list[int] = field(default_factory=list)
    carried: list[int] = field(default_factory=list)
    flagged: list[int] = field(default_factory=list)

    def __str__(self) -> str:
        """Say it: "12 statements carried over, 2 flagged"."""
        parts = [
            f"{counted(len(self.carried), 'statement')} carried over",
            f"{len(self.flagged)} flagged",
        ]
        if self.found:
            parts.append(f"{len(self.found)} found for the first time")
        return ", ".join(parts)


def carry_over(document: Document) -> Carried:
    """Anchor in the latest copy what it has of the document's statements.

    Words that it does not have stay anchored where they were: they did stand there.
    """
    kept, carried = Kept(document), Carried()
    moved = []
    for statement in document.statements.filter(snapshot=None).order_by("pk"):
        if place := kept.find(statement.text):
            put(statement, place)
            moved.append(statement)
            carried.found.append(statement.pk)
    for statement, place in _looked_for(document, kept):
        if place:
            put(statement, place)
            moved.append(statement)
        (carried.carried if place else carried.flagged).append(statement.pk)
    Statement.objects.bulk_update(moved, ANCHOR, batch_size=AT_A_TIME)
    check_statements(document.statements.values_list("pk", flat=True))
    return carried


def _looked_for(document: Document, kept: Kept) -> Iterator[tuple[Statement, Place | None]]:
    """Give each statement that is anchored in an earlier copy, and its place in the latest."""
    if not (kept.snapshot and kept.copy):
        return
    for snapshot in document.snapshots.exclude(pk=kept.snapshot.pk).order_by("pk"):
        for statement in snapshot.statements.filter(document=document).order_by("anchor_start"):
            former = _former(statement, snapshot.text)
            span = find_again(kept.copy, statement.text, former)
            yield statement, Place(kept.snapshot, *span) if span else None


def _former(statement: Statement, text: str) -> Former:
    """Give the words of an anchored statement as they stood in the copy before."""
    start, end = statement.anchor_start or 0, statement.anchor_end or 0
    return Former.at(statement.anchor_exact, text, start, end)
