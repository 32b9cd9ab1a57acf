"""A time line with a lane for each kind or post: dots are days, bars are spans of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from drawing.days import DayScale
from drawing.moments import moments
from drawing.shown import Shown
from drawing.ticks import Tick
from drawing.tracks import tracks
from drawing.wording import in_words

Shape = Literal["dot", "bar"]
# In pixels: how high a track is, and what is above and below the tracks of a lane.
TRACK, PADDING = 14, 6


@dataclass(frozen=True)
class Mark(Shown):
    """Something in a lane. A dot stands on the day `first`; a bar reaches from `first` to `last`.

    A bar without `last` reaches to the end of the picture, as one with `open_end` does that may go
    on behind `last`; `open_start` means that it may have begun before `first`. `when` says its
    time where a source is less precise than days.
    """

    label: str
    first: date
    last: date | None = None
    shape: Shape = "dot"
    open_start: bool = False
    open_end: bool = False
    href: str = ""
    when: str = ""

    @property
    def end(self) -> date:
        """The last day that is known."""
        return max(self.last or self.first, self.first)

    @property
    def ends_open(self) -> bool:
        """Whether it may go on."""
        return self.open_end or (self.shape == "bar" and self.last is None)


@dataclass(frozen=True)
class Lane:
    """A row of marks of one kind."""

    label: str
    marks: Sequence[Mark]
    href: str = ""


@dataclass(frozen=True)
class DrawnMark(Shown):
    """A mark as it is drawn: `x`, `width` in hundredths of the width, `y` in pixels.

    A dot is drawn around `x`, a bar begins there. `before` and `behind` are arrows: it goes on.
    """

    mark: Mark
    shape: Shape
    x: float
    width: float
    y: float
    top: float
    before: bool
    behind: bool
    when: str
    words: str

    @property
    def end(self) -> float:
        """Where a bar ends."""
        return round(self.x + self.width, 3)


@dataclass(frozen=True)
class DrawnLane(Shown):
    """A lane as it is drawn; `height` in pixels."""

    label: str
    href: str
    height: int
    marks: tuple[DrawnMark, ...]
    alternative: str

    @property
    def number(self) -> str:
        """How many marks there are, where there are several."""
        return f"{len(self.marks):,}" if len(self.marks) > 1 else ""


@dataclass(frozen=True)
class Lanes(Shown):
    """A picture of lanes over the same time, from the day `first` to the day `last`."""

    title: str
    first: date
    last: date
    lanes: tuple[DrawnLane, ...]
    ticks: tuple[Tick, ...]


def lanes(
    rows: Sequence[Lane], *, title: str, first: date | None = None, last: date | None = None
) -> Lanes | None:
    """Draw lanes from the day `first` to the day `last`, or as far as the marks reach.

    What goes on to this day needs today as `last`. Marks outside are left out, bars that reach
    beyond are cut and get an arrow. Gives None where no mark is left.
    """
    marks = [mark for row in rows for mark in row.marks]
    if not marks:
        return None
    scale = _scale(marks, first, last)
    drawn = tuple(_lane(row, scale) for row in rows)
    if not any(lane.marks for lane in drawn):
        return None
    return Lanes(title, scale.first, scale.last, drawn, moments(scale))


def _scale(marks: Sequence[Mark], first: date | None, last: date | None) -> DayScale:
    lowest = first or min(mark.first for mark in marks)
    return DayScale(lowest, max(last or max(mark.end for mark in marks), lowest))


def _lane(row: Lane, scale: DayScale) -> DrawnLane:
    seen = [mark for mark in row.marks if _is_seen(mark, scale)]
    seen.sort(key=lambda mark: (mark.first, mark.end))
    spans = [(mark.first, _reach(mark, scale)) for mark in seen if mark.shape == "bar"]
    places = tracks(spans, [mark.first for mark in seen if mark.shape == "dot"])
    on = iter(places)
    drawn = tuple(_drawn(mark, next(on) if mark.shape == "bar" else 0, scale) for mark in seen)
    height = (max(places, default=0) + 1) * TRACK + 2 * PADDING
    return DrawnLane(row.label, row.href, height, drawn, _alternative(row.label, drawn))


def _is_seen(mark: Mark, scale: DayScale) -> bool:
    return mark.first <= scale.last and _reach(mark, scale) >= scale.first


def _reach(mark: Mark, scale: DayScale) -> date:
    return max(scale.last, mark.end) if mark.ends_open else mark.end


def _drawn(mark: Mark, track: int, scale: DayScale) -> DrawnMark:
    begins, ends = max(mark.first, scale.first), min(_reach(mark, scale), scale.last)
    is_bar = mark.shape == "bar"
    x = scale.beginning(begins) if is_bar else scale.middle(begins)
    top = PADDING + track * TRACK
    when = mark.when or in_words(
        mark.first, mark.end, open_start=mark.open_start, open_end=mark.ends_open
    )
    return DrawnMark(
        mark,
        mark.shape,
        x,
        round(scale.end(ends) - x, 3) if is_bar else 0,
        top + TRACK / 2,
        top + 2,
        is_bar and (mark.open_start or begins > mark.first),
        is_bar and (mark.ends_open or mark.end > scale.last),
        when,
        mark.label if when in mark.label else f"{mark.label}, {when}",
    )


def _alternative(label: str, marks: Sequence[DrawnMark]) -> str:
    """Say what the lane shows to those who do not see it."""
    if not marks:
        return f"{label}: none."
    if len(marks) == 1:
        return f"{label}: {marks[0].words}."
    return f"{label}: {len(marks):,}, the first {marks[0].when}, the latest {marks[-1].when}."
