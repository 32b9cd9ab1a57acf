"""How many results there are in each stretch of time: numbers, and the picture of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.http import QueryDict

from drawing.columns import Columns, columns
from drawing.series import Series
from reading.queries import narrowed


@dataclass(frozen=True)
class Stretch:
    """A stretch of time as EDTF has its first and last date, what it is called, and the results."""

    first: str
    last: str
    label: str
    count: int


@dataclass(frozen=True)
class Timeline:
    """Stretches of one length, in order, of a list with some filters."""

    unit: str
    stretches: list[Stretch] = field(default_factory=list)


def chart(timeline: Timeline, chosen: QueryDict, many: str) -> Columns | None:
    """Draw a timeline for a list with the chosen filters, or give None where nothing is compared.

    `many` is what is listed, in words. The columns narrow the dates of the list.
    """
    others = narrowed(chosen, {"from": [], "to": []}).urlencode()
    return columns(
        [stretch.label for stretch in timeline.stretches],
        [Series("Results", [stretch.count for stretch in timeline.stretches])],
        title=f"By {timeline.unit}",
        unit=many,
        heading=timeline.unit.capitalize(),
        hrefs=[_query(stretch, others) for stretch in timeline.stretches],
    )


def _query(stretch: Stretch, others: str) -> str:
    # Dates in EDTF as they are here need no quoting.
    return f"?{others}{'&' if others else ''}from={stretch.first}&to={stretch.last}"
