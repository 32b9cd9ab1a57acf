"""The outlines of the countries, as `outlines.json` has them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from pathlib import Path

from drawing.world.shapes import Box, Line, Point, area, box_of

OUTLINES = Path(__file__).resolve().parent / "outlines.json"
# Of a country: what is shown of it has so much of its area, its largest parts first.
MAINLY = 0.8


@dataclass(frozen=True)
class Ring:
    """One outline, in degrees; what reaches over 180° has longitudes beyond it."""

    points: Line

    @cached_property
    def box(self) -> Box:
        """The window that it fills."""
        return box_of(self.points)

    @cached_property
    def area(self) -> float:
        """In square degrees at the equator."""
        return area(self.points)


@dataclass(frozen=True)
class Country:
    """The outlines of a country, islands and holes alike, the largest first."""

    code: str
    rings: Sequence[Ring]

    @cached_property
    def main(self) -> Sequence[Ring]:
        """Its largest parts: France without its overseas departments, the USA without Alaska."""
        total = sum(ring.area for ring in self.rings)
        before = accumulate((ring.area for ring in self.rings), initial=0.0)
        return [
            ring
            for ring, sum_before in zip(self.rings, before, strict=False)
            if sum_before <= total * MAINLY
        ]


@cache
def countries() -> dict[str, Country]:
    """Read the outlines, by ISO 3166-1 alpha-2 code; XK is Kosovo."""
    data = json.loads(OUTLINES.read_text("utf-8"))
    arcs = [_degrees(steps, data["unit"]) for steps in data["arcs"]]
    return {code: _country(code, rings, arcs) for code, rings in data["countries"].items()}


def _degrees(steps: Sequence[int], unit: float) -> list[Point]:
    """Give an arc's points: it has the first one, and the steps from there."""
    xs, ys = accumulate(steps[::2]), accumulate(steps[1::2])
    return [(x * unit, y * unit) for x, y in zip(xs, ys, strict=True)]


def _country(code: str, rings: Sequence[Sequence[int]], arcs: Sequence[list[Point]]) -> Country:
    made = [Ring(_unbroken(_joined(ring, arcs))) for ring in rings]
    return Country(code, sorted(made, key=lambda ring: -ring.area))


def _joined(ring: Sequence[int], arcs: Sequence[list[Point]]) -> list[Point]:
    """Put arcs end to end; ~n is the arc n backwards, as in TopoJSON."""
    return [point for n in ring for point in (arcs[n] if n >= 0 else arcs[~n][::-1])[:-1]]


def _unbroken(line: Sequence[Point]) -> list[Point]:
    """Go on beyond 180° rather than round the world."""
    turns, before, kept = 0, line[0][0], []
    for x, y in line:
        turns += (x - before < -180) - (x - before > 180)
        before = x
        kept.append((x + 360 * turns, y))
    return kept
