"""A small map of countries, with a place in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType

from drawing.world.atlas import Country, Ring
from drawing.world.atlas import countries as atlas
from drawing.world.crop import crop
from drawing.world.places import Place, find_place
from drawing.world.shapes import Box, Point, clipped, thinner

# In pixels, as the outlines are drawn; the map takes the width that there is.
WIDTH, HEIGHT = 480, 300
# What is beyond the frame is cut a little outside, so that its edge is not seen.
FRAME = Box(-3, -3, WIDTH + 3, HEIGHT + 3)
# In pixels: between the points of an outline, the more the more of the world there is; in degrees,
# from where on; and what is too small to be seen.
FINEST, COARSEST, WIDE, SMALLEST = 1.0, 3.0, 60.0, 3.0
# Countries smaller than this get a ring around them.
TINY = 10.0
# In pixels, how far from a dot its name stands; and from where on it stands to the left.
BESIDE, TO_THE_LEFT = 9, 60
NO_NAMES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Dot:
    """The place on the map, in hundredths of its width and height.

    `beside` is how far from it its name stands, in pixels; `anchor` is SVG's text-anchor for that.
    """

    name: str
    x: float
    y: float
    beside: int
    anchor: str


@dataclass(frozen=True)
class Shaded:
    """A country that is meant: its name, its outline, and a ring where it is too small to see."""

    name: str
    path: str
    ring: Point | None


@dataclass(frozen=True)
class PlaceMap:
    """A map: the outlines of the land around, the countries that are meant, and the place."""

    title: str
    land: str
    shaded: tuple[Shaded, ...]
    dot: Dot | None
    alternative: str
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the countries that are shaded, as far as they are known."""
        return tuple(one.name for one in self.shaded if one.name)


def place_map(
    countries: Sequence[str], place: str, names: Mapping[str, str] = NO_NAMES
) -> PlaceMap | None:
    """Give a map of the countries, by ISO 3166-1 alpha-2 codes, with the place where it is known.

    `place` is free text; `names` are the countries' names by their codes. Codes that are in no
    atlas are left out. Gives None where nothing is left to show.
    """
    known = tuple(sorted({code for code in countries if code in atlas()}))
    found = find_place(place, known)
    if not known and not found:
        return None
    codes = tuple(sorted({*known, *([found.country] if found and found.country else [])}))
    return _drawn(codes, found, place, tuple((code, names.get(code, "")) for code in codes))


@lru_cache(maxsize=256)
def _drawn(
    codes: Sequence[str], place: Place | None, text: str, names: Sequence[tuple[str, str]]
) -> PlaceMap:
    world, called = atlas(), dict(names)
    meant = [world[code] for code in codes if code in world]
    window = crop(meant, place, WIDTH / HEIGHT)
    shaded = tuple(_shaded(country, called[country.code], window) for country in meant)
    others = (country for country in world.values() if country not in meant)
    land = "".join(_path(country, window) for country in others)
    dot = _dot(place, window) if place else None
    return PlaceMap(text, land, shaded, dot, _alternative(dot, shaded))


def _shaded(country: Country, name: str, window: Box) -> Shaded:
    return Shaded(name, _path(country, window, 0), _ring(country.rings[0].box, window))


def _ring(box: Box, window: Box) -> Point | None:
    """Give where a ring stands round what is too small to be seen."""
    turn = _turn(box, window)
    (west, north), (east, south) = (
        _pixel(corner, window)
        for corner in ((box.west + turn, box.north), (box.east + turn, box.south))
    )
    if max(east - west, south - north) >= TINY:
        return None
    return (round((west + east) / 2), round((south + north) / 2))


def _turn(box: Box, window: Box) -> int:
    """Give the turns round the world, in degrees, that bring a box into the window."""
    return -360 * int((box.west - window.west) // 360)


def _path(country: Country, window: Box, smallest: float = SMALLEST) -> str:
    return "".join(_written(line) for line in _lines(country, window, smallest))


def _lines(country: Country, window: Box, smallest: float) -> Iterator[list[Point]]:
    """Give what of a country is in the window, in pixels."""
    scale = WIDTH / window.width
    for ring in country.rings:
        if max(ring.box.width, ring.box.height) * scale < smallest:
            continue
        for turn in (-360, 0, 360):
            if ring.box.shifted(turn).meets(window):
                yield from _line(ring, turn, window)


def _line(ring: Ring, turn: int, window: Box) -> Iterator[list[Point]]:
    line = [_pixel((x + turn, y), window) for x, y in ring.points]
    line = clipped(thinner(line, _fineness(window)), FRAME)
    if len(line) > 2:
        yield line


def _fineness(window: Box) -> float:
    """Give how many pixels are between points: more, where much of the world is to be seen."""
    return min(max(window.width / WIDE * FINEST, FINEST), COARSEST)


def _pixel(point: Point, window: Box) -> Point:
    """Give where a point is on the map, from its upper left corner."""
    return (
        (point[0] - window.west) / window.width * WIDTH,
        (window.north - point[1]) / window.height * HEIGHT,
    )


def _written(line: Sequence[Point]) -> str:
    """Write a closed line as SVG has it, in whole pixels, each point as the step from the last."""
    whole = [(round(x), round(y)) for x, y in line]
    steps = [f"{x - a} {y - b}" for (a, b), (x, y) in pairwise(whole) if (a, b) != (x, y)]
    if len(steps) < 2:
        return ""
    return f"M{whole[0][0]} {whole[0][1]}l{' '.join(steps)}z".replace(" -", "-")


def _dot(place: Place, window: Box) -> Dot:
    box = Box(place.east, place.north, place.east, place.north)
    x, y = _pixel((place.east + _turn(box, window), place.north), window)
    x, y = round(x / WIDTH * 100, 2), round(y / HEIGHT * 100, 2)
    left = x > TO_THE_LEFT
    return Dot(place.name, x, y, -BESIDE if left else BESIDE, "end" if left else "start")


def _alternative(dot: Dot | None, shaded: Sequence[Shaded]) -> str:
    """Say what the map shows to those who do not see it."""
    names = [one.name for one in shaded if one.name]
    where = f"{dot.name} is marked. " if dot else ""
    return f"Map. {where}Shaded: {', '.join(names)}." if names else f"Map. {where}".strip()
