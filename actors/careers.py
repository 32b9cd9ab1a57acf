"""Careers: the posts of a person, or the holders of posts somewhere, as a time line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from actors.models import Tenure
from dates.edtf import for_people
from drawing.lanes import Lane, Lanes, Mark, lanes

# One bar alone compares nothing.
FEWEST = 2


def career(tenures: Iterable[Tenure], today: date) -> Lanes | None:
    """Draw the posts of one person, a lane for each title; None where there is little to draw."""
    rows: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        rows[tenure.title].append(tenure)
    drawn = [Lane(title, _marks(held, today)) for title, held in rows.items()]
    return _lanes(drawn, "Posts over time", today)


def holders(tenures: Iterable[Tenure], today: date) -> Lanes | None:
    """Draw who held posts, a lane for each person; the persons have to be fetched with them."""
    rows: dict[int, list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        rows[tenure.person_id].append(tenure)
    people = [(held[0].person, held) for held in rows.values()]
    drawn = [Lane(who.name, _marks(held, today), who.get_absolute_url()) for who, held in people]
    return _lanes(drawn, "Holders over time", today)


def span_in_words(tenure: Tenure) -> str:
    """Say from when to when, as precisely as it is known."""
    start, end = (for_people(one) if one else "" for one in (tenure.start, tenure.end))
    if start and end:
        return f"{start} to {end}"
    return f"since {start}" if start else f"until {end}" if end else "dates not known"


def _marks(tenures: Iterable[Tenure], today: date) -> list[Mark]:
    """Draw each tenure from the first to the last day on which it may have been held.

    One without any date has no place on a time line.
    """
    return [_mark(one, today) for one in tenures if one.start_earliest or one.end_latest]


def _mark(tenure: Tenure, today: date) -> Mark:
    return Mark(
        tenure.title,
        tenure.start_earliest or tenure.end_earliest or today,
        tenure.end_latest,
        "bar",
        open_start=not tenure.start_earliest,
        open_end=not tenure.end_latest,
        when=span_in_words(tenure),
    )


def _lanes(rows: list[Lane], title: str, today: date) -> Lanes | None:
    marks = [mark for row in rows for mark in row.marks]
    if len(marks) < FEWEST:
        return None
    going_on = any(mark.open_end for mark in marks)
    return lanes([row for row in rows if row.marks], title=title, last=today if going_on else None)
