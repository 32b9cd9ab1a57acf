"""Lines and rings of points: how large they are, with fewer points, and cut to a window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians

Point = tuple[float, float]
Line = Sequence[Point]


@dataclass(frozen=True)
class Box:
    """A window: degrees of longitude to the east and of latitude to the north, or pixels."""

    west: float
    south: float
    east: float
    north: float

    @property
    def width(self) -> float:
        """From west to east."""
        return self.east - self.west

    @property
    def height(self) -> float:
        """From south to north."""
        return self.north - self.south

    def around(self, other: Box) -> Box:
        """Give the smallest window that both are in."""
        return Box(
            min(self.west, other.west),
            min(self.south, other.south),
            max(self.east, other.east),
            max(self.north, other.north),
        )

    def shifted(self, degrees: float) -> Box:
        """Give the window so many degrees further east."""
        return Box(self.west + degrees, self.south, self.east + degrees, self.north)

    def meets(self, other: Box) -> bool:
        """Tell whether the windows have something in common."""
        return (
            self.west <= other.east
            and other.west <= self.east
            and self.south <= other.north
            and other.south <= self.north
        )


def box_of(line: Line) -> Box:
    """Give the window that a line fills."""
    xs, ys = [x for x, _ in line], [y for _, y in line]
    return Box(min(xs), min(ys), max(xs), max(ys))


def area(ring: Line) -> float:
    """Give the area of a ring of longitudes and latitudes, in square degrees at the equator."""
    twice = sum(x * v - u * y for (x, y), (u, v) in _sides(ring))
    box = box_of(ring)
    return abs(twice) / 2 * cos(radians((box.south + box.north) / 2))


def _sides(ring: Line) -> Iterator[tuple[Point, Point]]:
    return zip(ring, [*ring[1:], ring[0]], strict=True)


def simpler(line: Line, tolerance: float) -> list[Point]:
    """Leave points out that are no further than the tolerance from the line between others.

    Douglas and Peucker's way; the first point and the last one stay.
    """
    kept = {0, len(line) - 1}
    waiting = [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        far, place = max(
            ((_distance(line[n], line[first], line[last]), n) for n in range(first + 1, last)),
            default=(0.0, 0),
        )
        if far > tolerance:
            kept.add(place)
            waiting += [(first, place), (place, last)]
    return [line[place] for place in sorted(kept)]


def _distance(point: Point, start: Point, end: Point) -> float:
    (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    square = dx * dx + dy * dy
    along = ((point[0] - x) * dx + (point[1] - y) * dy) / square if square else 0.0
    along = min(max(along, 0.0), 1.0)
    return hypot(point[0] - x - along * dx, point[1] - y - along * dy)


def thinner(line: Line, least: float) -> list[Point]:
    """Leave out points that are nearer than `least` to the one before; the ends stay."""
    kept = [line[0]]
    x, y = line[0]
    for point in line[1:-1]:
        if abs(point[0] - x) >= least or abs(point[1] - y) >= least:
            kept.append(point)
            x, y = point
    return [*kept, line[-1]]


def clipped(ring: Line, box: Box) -> list[Point]:
    """Give what of a ring is in a window: Sutherland and Hodgman's way, edge by edge."""
    points = list(ring)
    for axis, bound, sign in (
        (0, box.west, 1),
        (0, box.east, -1),
        (1, box.south, 1),
        (1, box.north, -1),
    ):
        points = _cut(points, axis, bound, sign)
    return points


def _cut(points: Line, axis: int, bound: float, sign: int) -> list[Point]:
    """Keep what is on one side of an edge: beyond the bound where `sign` is 1, else before it."""
    kept: list[Point] = []
    for start, end in _sides(points) if points else ():
        inside, stays = sign * (start[axis] - bound) >= 0, sign * (end[axis] - bound) >= 0
        if inside:
            kept.append(start)
        if inside != stays:
            kept.append(_crossing(start, end, axis, bound))
    return kept


def _crossing(start: Point, end: Point, axis: int, bound: float) -> Point:
    share = (bound - start[axis]) / (end[axis] - start[axis])
    other = start[1 - axis] + share * (end[1 - axis] - start[1 - axis])
    return (bound, other) if axis == 0 else (other, bound)
