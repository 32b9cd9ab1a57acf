"""Counts over time as a picture of columns, each of which leads to the list that it counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drawing.columns import Columns, columns
from drawing.series import Series
from statements.figures.addresses import in_stretch
from statements.figures.over_time import OverTime


def drawn(
    counted: OverTime, names: Mapping[Any, str], others: str, *, title: str, unit: str, list_: str
) -> Columns | None:
    """Draw the counts, or give None where there is nothing to compare.

    `names` are those of the values; `others` is what has none of them, and alone if there is no
    value; `list_` is the address of the list of all.
    """
    series = [Series(names[value], counts) for value, counts in counted.counts.items()]
    if any(counted.others) or not series:
        series.append(Series(others, counted.others))
    return columns(
        [cut.label for cut in counted.cuts],
        series,
        title=title,
        unit=unit,
        hrefs=[in_stretch(list_, cut) for cut in counted.cuts],
        heading=counted.unit.capitalize(),
    )
