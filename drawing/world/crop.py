"""Which part of the world a map shows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from math import cos, radians

from drawing.world.atlas import Country
from drawing.world.places import Place
from drawing.world.shapes import Box

# In degrees: the smallest map, what is around a place, and what of a vast country is shown when
# another one or a place is to be seen as well.
LEAST = 9.0
AROUND_EAST, AROUND_NORTH = 9.0, 5.0
VAST = 40.0
MARGIN = 0.08
SOUTH, NORTH = -58.0, 84.0


def crop(countries: Sequence[Country], place: Place | None, ratio: float) -> Box:
    """Give the window around countries and a place, as wide to its height as the ratio says.

    Distances are true along its middle latitude.
    """
    boxes = [_shown(country, place, len(countries)) for country in countries]
    if place:
        boxes.append(_around(place))
    return _framed(_joined(boxes), ratio)


def _around(place: Place) -> Box:
    return Box(
        place.east - AROUND_EAST,
        place.north - AROUND_NORTH,
        place.east + AROUND_EAST,
        place.north + AROUND_NORTH,
    )


def _shown(country: Country, place: Place | None, among: int) -> Box:
    """Give the window of a country, or of its surroundings of the place where it is vast."""
    box = reduce(Box.around, _near([ring.box for ring in country.main]))
    if box.width <= VAST or not place or (among == 1 and place.country != country.code):
        return box
    return _around(place) if place.country == country.code else box


def _near(boxes: Sequence[Box]) -> list[Box]:
    """Turn each round the world to where it is nearest to the first."""
    middle = (boxes[0].west + boxes[0].east) / 2
    return [box.shifted(360 * round((middle - (box.west + box.east) / 2) / 360)) for box in boxes]


def _joined(boxes: Sequence[Box]) -> Box:
    """Give the narrowest window that all are in, over 180° where that is shorter."""
    around = (reduce(Box.around, [_east_of(box, start) for box in boxes]) for start in boxes)
    return min(around, key=lambda box: box.width)


def _east_of(box: Box, start: Box) -> Box:
    return box.shifted(360 * -((box.west - start.west) // 360))


def _framed(box: Box, ratio: float) -> Box:
    """Add a margin, and to one side or the other, until the window has its ratio."""
    south = max(box.south - box.height * MARGIN, SOUTH)
    north = min(box.north + box.height * MARGIN, NORTH)
    shrunk = cos(radians((south + north) / 2))
    width = max(box.width * (1 + 2 * MARGIN), LEAST / shrunk)
    height = max(north - south, LEAST / ratio)
    width = max(width, height * ratio / shrunk)
    height = max(height, width * shrunk / ratio)
    east, up = (box.west + box.east) / 2, (south + north) / 2
    return Box(east - width / 2, up - height / 2, east + width / 2, up + height / 2)
