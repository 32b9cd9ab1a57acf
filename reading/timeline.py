"""How many results there are in each stretch of time: numbers, and the bars that draw them."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.http import QueryDict

from reading.queries import narrowed

# In units of the drawing, which is scaled to the width that there is.
WIDTH, HEIGHT = 1000, 100
LOWEST = 2
MOST_LABELS = 12


@dataclass(frozen=True)
class Stretch:
    """A stretch of time as EDTF has its first and last date, what it is called, and the results."""

    first: str
    last: str
    label: str
    count: int


@dataclass(frozen=True)
class Bar:
    """A stretch as it is drawn: its place, and the query of the list narrowed to it."""

    stretch: Stretch
    x: int
    y: int
    width: int
    height: int
    query: QueryDict
    labelled: bool


@dataclass(frozen=True)
class Timeline:
    """Stretches of one length, in order, of a list with some filters."""

    unit: str
    stretches: list[Stretch] = field(default_factory=list)

    @property
    def is_drawn(self) -> bool:
        """Whether there is anything to compare."""
        return sum(1 for stretch in self.stretches if stretch.count) > 1


@dataclass(frozen=True)
class Chart:
    """A timeline as a list shows it: with bars that narrow the list's dates."""

    unit: str
    bars: list[Bar]
    width: int = WIDTH
    height: int = HEIGHT


def chart(timeline: Timeline, chosen: QueryDict) -> Chart | None:
    """Draw a timeline for a list with the chosen filters; None where there is nothing to compare."""
    if not timeline.is_drawn:
        return None
    number = len(timeline.stretches)
    most = max(stretch.count for stretch in timeline.stretches)
    step, every = WIDTH // number, -(-number // MOST_LABELS)
    bars = [
        _bar(stretch, place * step, max(step - 2, 1), most, chosen, place % every == 0)
        for place, stretch in enumerate(timeline.stretches)
    ]
    return Chart(timeline.unit, bars, width=number * step)


def _bar(  # noqa: PLR0913, what a bar is made of
    stretch: Stretch, x: int, width: int, most: int, chosen: QueryDict, labelled: bool
) -> Bar:
    height = max(round(stretch.count / most * HEIGHT), LOWEST) if stretch.count else 0
    dates = {"from": [stretch.first], "to": [stretch.last]}
    query = narrowed(chosen, dates)
    return Bar(stretch, x, HEIGHT - height, width, height, query, labelled)
