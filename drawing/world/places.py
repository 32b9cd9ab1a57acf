"""Which town a text such as “Élysée Palace, Paris” names, and where it is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from drawing.world.names import folded

HERE = Path(__file__).resolve().parent
# How many times as many people as in any other of its name a town has, to be meant by it.
KNOWN_BY_ITSELF = 10
# In degrees: so far apart a seat and the town that it is near may be.
BESIDE = 1.5
# “Tver Region” is no town.
AREA = r"(?! (?:Region|Territory|Oblast|Province|Governorate|District|County|Republic)\b)"


@dataclass(frozen=True)
class Place:
    """A town or a seat in degrees; `country` is its code, or empty where that is not settled."""

    name: str
    country: str
    north: float
    east: float
    people: int = 0
    capital: bool = False


def find_place(text: str, countries: Collection[str]) -> Place | None:
    """Give the place that a text names, or None where there is none or it may be one of several.

    Of places of a name, those in one of the countries come first, then a capital, then one that is
    ten times as large as the others. Of several names, those in one of the countries come first;
    a seat and its town are one place, two towns of a country are none.
    """
    named = [_meant(found, countries) for found in _named_in(folded(text))]
    places = [place for place in named if place]
    fitting = [place for place in places if place.country in countries] or places
    return fitting[0] if fitting and _are_one(fitting) else None


def _are_one(places: Sequence[Place]) -> bool:
    """Tell whether all lie in one country and beside one another, as a palace and its town do."""
    norths, easts = [one.north for one in places], [one.east for one in places]
    reach = max(max(norths) - min(norths), max(easts) - min(easts))
    return len({place.country for place in places}) == 1 and reach <= BESIDE


def _named_in(text: str) -> Iterator[Sequence[Place]]:
    for match in _pattern().finditer(text):
        yield _by_name()[match[0]]


def _meant(places: Sequence[Place], countries: Collection[str]) -> Place | None:
    fitting = [place for place in places if place.country in countries] or places
    chosen = [place for place in fitting if place.capital] or fitting
    ranked = sorted(chosen, key=lambda place: -place.people)
    if len(ranked) > 1 and ranked[0].people < ranked[1].people * KNOWN_BY_ITSELF:
        return None
    return ranked[0]


@cache
def _by_name() -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for place in _towns():
        found.setdefault(folded(place.name), []).append(place)
    for alias, place in list(_seats(found)):
        found[folded(alias)] = [place]
    return found


def _towns() -> Iterator[Place]:
    for line in (HERE / "places.txt").read_text("utf-8").splitlines():
        name, country, north, east, people, *capital = line.split("\t")
        settled = country.strip("-")
        yield Place(name, settled, float(north), float(east), int(people), bool(capital))


def _seats(towns: dict[str, list[Place]]) -> Iterator[tuple[str, Place]]:
    """Give seats with the town that they are in or with their own place, and other spellings."""
    for line in (HERE / "seats.txt").read_text("utf-8").splitlines():
        alias, country, *where = line.split("\t")
        if len(where) == 2:
            yield alias, Place(alias, country, float(where[0]), float(where[1]))
        else:
            name = where[0].removeprefix("=")
            own = [town for town in towns[folded(name)] if town.country == country]
            town = max(own, key=lambda town: town.people)
            yield alias, replace(town, name=alias) if where[0] != name else town


@cache
def _pattern() -> re.Pattern[str]:
    """Match whole names, the longest at each place."""
    names = sorted(_by_name(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w){AREA}")
