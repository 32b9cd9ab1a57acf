"""Where the statements of a document stand in one of its copies."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import F, QuerySet

from statements.marking.copies import Kept
from statements.models import Snapshot, Statement

# In an older copy, whose anchors went along to later ones, so much is looked through for them.
MOST_LOOKED_FOR = 1_000
LONGEST_LOOKED_THROUGH = 400_000


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement's place in a copy, and its number there: 1 for the first.

    Named as the columns are by which it is ordered.
    """

    pk: int
    anchor_start: int
    anchor_end: int
    number: int = 0

    def touches(self, first: int, behind: int) -> bool:
        """Tell whether some of it stands between two places."""
        return self.anchor_start < behind and self.anchor_end > first


def places_in(copy: Kept, statements: QuerySet[Statement]) -> list[Placed]:
    """Give the places of those statements that stand in the copy, in its order."""
    rows = statements.filter(snapshot=copy.snapshot).order_by()
    anchors = rows.values_list("pk", "anchor_start", "anchor_end")
    # What has a snapshot has both ends.
    own = [Placed(pk, start or 0, end or 0) for pk, start, end in anchors]
    others = [] if copy.is_latest else list(_carried_on(copy.snapshot, statements))
    return _numbered([*own, *others])


def _carried_on(snapshot: Snapshot, statements: QuerySet[Statement]) -> Iterator[Placed]:
    """Give the places of statements whose anchors have left this copy for a later one."""
    if snapshot.length > LONGEST_LOOKED_THROUGH:
        return
    elsewhere = statements.exclude(snapshot=snapshot).filter(snapshot__isnull=False)
    ordered = elsewhere.order_by(F("anchor_start"), "pk")
    rows = ordered.values_list("pk", "anchor_exact")[:MOST_LOOKED_FOR]
    if rows:
        text = Snapshot.objects.values_list("text", flat=True).get(pk=snapshot.pk)
        yield from found_in(text, rows)


def found_in(text: str, quotations: Iterable[tuple[int, str]]) -> Iterator[Placed]:
    """Give the places where quotations stand letter by letter, each behind the one before."""
    behind = 0
    for pk, exact in quotations:
        at = text.find(exact, behind)
        at = at if at >= 0 else text.find(exact, 0, behind + len(exact))
        if at >= 0:
            behind = at + len(exact)
            yield Placed(pk, at, behind)


def _numbered(places: list[Placed]) -> list[Placed]:
    places.sort(key=lambda one: (one.anchor_start, one.pk))
    return [
        Placed(one.pk, one.anchor_start, one.anchor_end, number)
        for number, one in enumerate(places, start=1)
    ]
