"""Small maps: what is in them, and that none is too large."""

import re

import pytest

from drawing.world import place_map
from drawing.world.atlas import countries
from drawing.world.maps import PlaceMap

MOST = 15_000
NAMES = {"FR": "France", "RU": "Russia"}


def drawn(codes: str, place: str = "") -> PlaceMap:
    picture = place_map(codes.split(), place, NAMES)
    assert picture
    return picture


def size(picture: PlaceMap) -> int:
    return len(picture.land) + sum(len(one.path) for one in picture.shaded)


def test_the_countries_are_shaded_and_the_place_is_a_dot() -> None:
    picture = drawn("FR", "The Kremlin, Moscow")
    assert picture.names == ("France", "Russia")
    assert picture.dot
    assert (picture.dot.name, picture.dot.anchor) == ("Moscow", "end")
    assert (picture.dot.x, picture.dot.y) == (77.99, 31.83)
    assert picture.alternative == "Map. Moscow is marked. Shaded: France, Russia."


@pytest.mark.parametrize("codes", [[], ["XA"], ["XO", "ZZ"], ["", "fr"]])
def test_without_a_known_country_or_place_there_is_no_map(codes: list[str]) -> None:
    assert place_map(codes, "a place that nobody knows") is None


def test_codes_that_no_atlas_has_are_left_out() -> None:
    assert len(drawn("FR XA XO").shaded) == 1
    assert len(drawn("XK").shaded) == 1


def test_france_is_shown_without_its_overseas_departments() -> None:
    (france,) = [ring for ring in countries()["FR"].main if ring.area > 1]
    assert (round(france.box.west), round(france.box.east)) == (-5, 8)


def test_russia_is_in_one_piece_over_180_degrees() -> None:
    assert countries()["RU"].rings[0].box.east > 185


def test_the_shorter_way_round_the_world_is_shown() -> None:
    japan, states = (int(re.split(r"[M -]", one.path)[1]) for one in drawn("JP US").shaded)
    assert japan < states


def test_what_is_too_small_to_be_seen_has_a_ring() -> None:
    rings = [drawn(code).shaded[0].ring for code in ("MC", "FR")]
    assert rings == [(240, 150), None]


def test_crimea_is_a_part_of_ukraine() -> None:
    inside = [
        code
        for code in ("RU", "UA")
        for ring in countries()[code].rings
        if 32 < ring.box.west < 33 and 44 < ring.box.south < 45 and ring.box.east < 37
    ]
    assert inside == ["UA"]


@pytest.mark.parametrize("code", sorted(countries()))
def test_every_country_has_a_map_that_is_small(code: str) -> None:
    picture = drawn(code)
    assert picture.shaded[0].path or picture.shaded[0].ring
    assert size(picture) <= MOST


@pytest.mark.parametrize("codes", ["RU US", "RU CN US BR", "AU GB US", "FR DE", "CA RU", "CH NZ"])
def test_maps_of_several_countries_are_small_too(codes: str) -> None:
    assert size(drawn(codes, "Geneva")) <= MOST
