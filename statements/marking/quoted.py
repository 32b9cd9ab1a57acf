"""The statements that a part of a copy shows, each with its place."""

from collections.abc import Sequence
from dataclasses import dataclass

from statements.anchoring import Copy
from statements.cuts import Span, has_gaps
from statements.marking.places import Placed
from statements.marking.runs import Marked
from statements.models import Statement


@dataclass(frozen=True, eq=False)
class Quoted:
    """A statement at its place in a copy; `is_sought` where its place was asked for."""

    statement: Statement
    place: Placed
    is_sought: bool = False

    @property
    def number(self) -> int:
        """Which of the copy's statements it is."""
        return self.place.number

    @property
    def pieces(self) -> tuple[Span, ...]:
        """Where its words stand: without what an ellipsis leaves out."""
        start, end = self.place.anchor_start, self.place.anchor_end
        text, exact = self.statement.text, self.statement.anchor_exact
        found = Copy(exact).look_for(text) if text != exact and has_gaps(text) else None
        if not found:
            return ((start, end),)
        return tuple((start + first, start + behind) for first, behind in found.pieces)

    @property
    def marked(self) -> "Marked[Quoted]":
        """What of the copy is marked for it."""
        return Marked(self, self.pieces)


def quoted_at(places: Sequence[Placed], sought: Placed | None = None) -> list[Quoted]:
    """Give the statements at the places, where they are still public."""
    found = Statement.objects.public().in_their_source().in_bulk([one.pk for one in places])
    return [Quoted(found[one.pk], one, one == sought) for one in places if one.pk in found]
