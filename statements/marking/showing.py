"""What of a copy a page shows: a part of the text, or a stretch of the quotations in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import QuerySet

from reading.cursors import Place, Start
from reading.pages import Nearest, Page, page_from
from statements.marking.asking import AS_WRITTEN
from statements.marking.copies import Kept, text_between
from statements.marking.gaps import between, left_out
from statements.marking.parts import REACH, ends, nominal, parts_in, window
from statements.marking.places import Placed, places_in
from statements.marking.quoted import Quoted, quoted_at
from statements.marking.runs import Paragraph, marked
from statements.models import Statement

# Statements that are marked or listed on a page; what is beyond them is on the next.
MOST = 120
# Quotations in full.
MOST_QUOTATIONS = 60


@dataclass(frozen=True)
class Wanted:
    """What is asked of a copy: a part (1 for the first), a statement, where its list begins."""

    part: int = 0
    said: Statement | None = None
    start: Start = field(default_factory=Start)


@dataclass(frozen=True)
class Showing:
    """What of a copy is shown, with the statements there; `page` has them as `Quoted`.

    `gaps` tells of each of them whether words stand before it that are not shown, and of what is
    behind the last. `number` of `parts` is the part, 1 for the first; `placed` has the keys of all
    statements that stand in the copy; `missing` is the one that was asked for and does not.
    """

    copy: Kept
    page: Page
    placed: Sequence[int]
    continued: bool = False
    paragraphs: Sequence[Paragraph[Quoted]] = ()
    gaps: Sequence[bool] = ()
    number: int = 1
    parts: int = 1
    missing: Statement | None = None

    @property
    def in_copy(self) -> int:
        """How many statements stand in the copy."""
        return len(self.placed)

    @property
    def passages(self) -> list[tuple[Quoted, bool]]:
        """The quotations, each with whether words before it are not shown."""
        return list(zip(self.page.rows, self.gaps, strict=False))

    @property
    def goes_on(self) -> bool:
        """Whether words behind the last quotation are not shown."""
        return self.gaps[len(self.page.rows)]

    @property
    def is_end(self) -> bool:
        """Whether nothing of the copy comes after what is shown."""
        return self.number == self.parts and not self.page.after

    @property
    def part_before(self) -> int | None:
        """The number of the part before."""
        return self.number - 1 if self.number > 1 else None

    @property
    def part_after(self) -> int | None:
        """The number of the part after."""
        return self.number + 1 if self.number < self.parts else None


def whole_copy(copy: Kept, statements: QuerySet[Statement], wanted: Wanted) -> Showing:
    """Give a part of the copy's text, with the statements marked that stand there."""
    places = places_in(copy, statements)
    sought = _place_of(wanted.said, places)
    at = wanted.part - 1 if wanted.part else _part_at(copy, sought.anchor_start if sought else 0)
    text, first = _part(copy, at)
    here = [place for place in places if place.touches(first, first + len(text))]
    page = _page(here, wanted.start, sought, MOST)
    return Showing(
        copy,
        page,
        [one.pk for one in places],
        continued=page.before is not None,
        paragraphs=marked(text, [one.marked for one in page.rows], first),
        number=at + 1,
        parts=parts_in(copy.snapshot.length),
        missing=None if sought else wanted.said,
    )


def quotations(copy: Kept, statements: QuerySet[Statement], wanted: Wanted) -> Showing:
    """Give the statements that stand in the copy, and nothing of its text beside them."""
    places = places_in(copy, statements)
    sought = _place_of(wanted.said, places)
    page = _page(places, wanted.start, sought, MOST_QUOTATIONS)
    return Showing(
        copy,
        page,
        [one.pk for one in places],
        continued=page.before is not None,
        gaps=_gaps(copy, places, page),
        missing=None if sought else wanted.said,
    )


def _gaps(copy: Kept, places: Sequence[Placed], page: Page) -> list[bool]:
    """Tell what is left out before each quotation of the page, and behind the last of all."""
    shown = [one.place for one in page.rows]
    before = places[: shown[0].number - 1] if shown else []
    reach = max((one.anchor_end for one in before), default=0)
    behind = places[shown[-1].number].anchor_start if page.after else copy.snapshot.length
    return left_out(copy, between(shown, reach, behind))


def _place_of(said: Statement | None, places: Sequence[Placed]) -> Placed | None:
    return next((one for one in places if said and one.pk == said.pk), None)


def _part_at(copy: Kept, place: int) -> int:
    """Give the part in which a place stands."""
    length = copy.snapshot.length
    number = nominal(place, length)
    if not place:
        return number
    first, behind = window(number, length)
    near_end = place >= behind - REACH and number + 1 < parts_in(length)
    if (
        near_end
        and place >= ends(number, length, text_between(copy.snapshot, first, behind), first)[1]
    ):
        return number + 1
    return number


def _part(copy: Kept, number: int) -> tuple[str, int]:
    """Give the text of a part, and where it begins."""
    length = copy.snapshot.length
    first, behind = window(number, length)
    read = text_between(copy.snapshot, first, behind)
    start, end = ends(number, length, read, first)
    return read[start - first : end - first], start


def _page(places: Sequence[Placed], start: Start, sought: Placed | None, most: int) -> Page:
    """Give the page of the places that is asked for, or has the place that is sought."""
    if sought and not start.place and sought in places[most:]:
        start = Start(Place(sought.anchor_start, sought.pk - 1))
    page = page_from(_nearest(places), AS_WRITTEN, start, most)
    return Page(quoted_at(page.rows, sought), page.after, page.before)


def _nearest(places: Sequence[Placed]) -> Nearest:
    def nearest(start: Start, most: int) -> list[Placed]:
        if start.place is None:
            return list(places[:most])
        at = (start.place.value, start.place.pk)
        if start.backwards:
            before = [one for one in places if (one.anchor_start, one.pk) < at]
            return before[: -most - 1 : -1]
        return [one for one in places if (one.anchor_start, one.pk) > at][:most]

    return nearest
