"""A small map of countries, with a place in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class PlaceMap:
    """A map around some countries."""

    title: str


def place_map(countries: Sequence[str], place: str) -> PlaceMap | None:
    """Give a map of the countries, by their alpha-2 codes, with the place where it is known."""
    return None
