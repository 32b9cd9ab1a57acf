"""How many results there are in each stretch of time: numbers, and the bars that draw them."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.http import QueryDict

from reading.queries import narrowed
from reading.shown import Shown

# In units of the drawing, which is scaled to the width that there is.
WIDTH, HEIGHT = 1000, 100
LOWEST = 2
GAP = 2


@dataclass(frozen=True)
class Stretch(Shown):
    """A stretch of time as EDTF has its first and last date, what it is called, and the results."""

    first: str
    last: str
    label: str
    count: int

    @property
    def number(self) -> str:
        """The results as they are written."""
        return f"{self.count:,}"


@dataclass(frozen=True)
class Bar(Shown):
    """A stretch as it is drawn: its place, and the query of the list narrowed to it."""

    stretch: Stretch
    x: int
    y: int
    width: int
    height: int
    query: str


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
class Chart(Shown):
    """A timeline as a list shows it: with bars that narrow the list's dates."""

    unit: str
    bars: list[Bar]
    width: int = WIDTH
    height: int = HEIGHT


def chart(timeline: Timeline, chosen: QueryDict) -> Chart | None:
    """Draw a timeline for a list with the chosen filters, or None where nothing is compared."""
    if not timeline.is_drawn:
        return None
    others = narrowed(chosen, {"from": [], "to": []}).urlencode()
    number, most = len(timeline.stretches), max(one.count for one in timeline.stretches)
    step = WIDTH // number
    bars = [
        _bar(stretch, place * step, max(step - GAP, 1), most, others)
        for place, stretch in enumerate(timeline.stretches)
    ]
    return Chart(timeline.unit, bars, width=number * step)


def _bar(stretch: Stretch, x: int, width: int, most: int, others: str) -> Bar:
    height = max(round(stretch.count / most * HEIGHT), LOWEST) if stretch.count else 0
    # Dates in EDTF as they are here need no quoting.
    query = f"{others}&" * bool(others) + f"from={stretch.first}&to={stretch.last}"
    return Bar(stretch, x, HEIGHT - height, width, height, query)
