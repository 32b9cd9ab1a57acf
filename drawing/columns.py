"""Stacked columns over stretches of the same length, such as months."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from drawing.counts import WHOLE, CountScale, count_scale
from drawing.identity import identity
from drawing.series import Key, Series, check, keys
from drawing.shown import Shown
from drawing.ticks import Tick, ticks

# Of what a column has of the width, what it takes; and the widest there are, in hundredths of it.
TAKEN, WIDEST = 0.82, 9.0
# In hundredths of the height: what is there is seen, however little.
LOWEST = 1.5


@dataclass(frozen=True)
class Block(Shown):
    """What a series has in a column: the series' number, and where it begins and how high it is."""

    series: int
    y: float
    height: float


@dataclass(frozen=True)
class Column(Shown):
    """A stretch: its label, address, place, and counts as they are written, one for each series."""

    label: str
    href: str
    left: float
    x: float
    full: float
    width: float
    blocks: tuple[Block, ...]
    counts: tuple[str, ...]
    total: str
    words: str


@dataclass(frozen=True)
class Columns(Shown):
    """A picture of columns; `lines` are the ticks of the scale, each its place and count."""

    title: str
    unit: str
    heading: str
    key: str
    legend: tuple[Key, ...]
    columns: tuple[Column, ...]
    ticks: tuple[Tick, ...]
    lines: tuple[tuple[float, str], ...]
    alternative: str

    @property
    def is_stacked(self) -> bool:
        """Whether there is more than one series to tell apart."""
        return len(self.legend) > 1


def columns(
    labels: Sequence[str],
    series: Sequence[Series],
    *,
    title: str,
    unit: str,
    hrefs: Sequence[str] = (),
    heading: str = "Period",
) -> Columns | None:
    """Draw counts over stretches, or give None where fewer than two of them have any.

    `unit` says what is counted, in the plural; `heading` what the labels are, for the table.
    Raises a ValueError where counts or `hrefs` do not go with the labels.
    """
    check(series, len(labels))
    if hrefs and len(hrefs) != len(labels):
        raise ValueError(f"There are {len(hrefs)} addresses for {len(labels)} labels.")
    totals = [sum(counts) for counts in zip(*(one.counts for one in series), strict=True)]
    if sum(1 for total in totals if total) < 2:
        return None
    scale = count_scale(max(totals))
    drawn = _drawn(labels, series, hrefs or [""] * len(labels), scale)
    return Columns(
        title,
        unit,
        heading,
        identity(title, labels, series, hrefs),
        keys(series),
        drawn,
        ticks([round(one.left + one.full / 2, 3) for one in drawn], labels),
        tuple((round(WHOLE - scale.share(tick), 3), f"{tick:,}") for tick in scale.ticks),
        _alternative(labels, totals, unit),
    )


def _drawn(
    labels: Sequence[str], series: Sequence[Series], hrefs: Sequence[str], scale: CountScale
) -> tuple[Column, ...]:
    full = WHOLE / len(labels)
    return tuple(
        _column(place, full, label, href, [one.counts[place] for one in series], series, scale)
        for place, (label, href) in enumerate(zip(labels, hrefs, strict=True))
    )


def _column(
    place: int,
    full: float,
    label: str,
    href: str,
    counts: Sequence[int],
    series: Sequence[Series],
    scale: CountScale,
) -> Column:
    left, total = place * full, sum(counts)
    width = min(full * TAKEN, WIDEST)
    return Column(
        label,
        href,
        round(left, 3),
        round(left + (full - width) / 2, 3),
        round(full, 3),
        round(width, 3),
        _blocks(counts, scale),
        tuple(f"{count:,}" for count in counts),
        f"{total:,}" if total else "",
        _words(label, counts, series),
    )


def _blocks(counts: Sequence[int], scale: CountScale) -> tuple[Block, ...]:
    """Stack the counts, the first at the bottom; one that is there is never too low to be seen."""
    heights = [max(scale.share(count), LOWEST) if count else 0.0 for count in counts]
    tops = accumulate(heights)
    return tuple(
        Block(number, round(max(WHOLE - top, 0), 3), height)
        for number, (top, height) in enumerate(zip(tops, heights, strict=True), 1)
        if height
    )


def _words(label: str, counts: Sequence[int], series: Sequence[Series]) -> str:
    """Say a column in words: “2022: 12”, or “2022: France 5, Russia 7”."""
    if len(counts) == 1:
        return f"{label}: {counts[0]:,}"
    told = [f"{one.name} {count:,}" for one, count in zip(series, counts, strict=True) if count]
    return f"{label}: {', '.join(told) or '0'}"


def _alternative(labels: Sequence[str], totals: Sequence[int], unit: str) -> str:
    """Say what the picture shows to those who do not see it."""
    most = max(totals)
    places = [label for label, total in zip(labels, totals, strict=True) if total == most]
    peak = places[0] if len(places) == 1 else f"{places[0]} and {len(places) - 1} more"
    return (
        f"Columns from {labels[0]} to {labels[-1]}: {sum(totals):,} {unit} in all, "
        f"most in {peak} ({most:,})."
    )
