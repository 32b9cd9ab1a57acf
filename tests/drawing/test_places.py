"""Which town a text names."""

import pytest

from drawing.world.places import find_place


@pytest.mark.parametrize(
    ("text", "countries", "name", "country"),
    [
        ("Moscow, the Kremlin", ["FR"], "Moscow", "RU"),
        ("The Kremlin", [], "Moscow", "RU"),
        ("Élysée Palace, Paris", ["FR"], "Paris", "FR"),
        ("Novo-Ogaryovo, Moscow Region", [], "Novo-Ogaryovo", "RU"),
        ("St Petersburg", [], "St Petersburg", "RU"),
        ("Saint Petersburg", ["US"], "Saint Petersburg", "RU"),
        ("Reykjavík", [], "Reykjavík", "IS"),
        ("Danang", ["PH", "VN"], "Danang", "VN"),
        # Two towns of the name: the countries tell which.
        ("Brest", ["FR"], "Brest", "FR"),
        ("Brest", ["BY"], "Brest", "BY"),
        ("Victoria Palace, Bucharest", ["RO"], "Bucharest", "RO"),
        ("Sevastopol", [], "Sevastopol", "UA"),
        ("Jerusalem", ["IL"], "Jerusalem", ""),
    ],
)
def test_a_known_place_is_found(text: str, countries: list[str], name: str, country: str) -> None:
    place = find_place(text, countries)
    assert place
    assert (place.name, place.country) == (name, country)


@pytest.mark.parametrize(
    "text",
    ["", "Tver Region", "Brest", "Moscow – Paris", "Benaulim, India", "by telephone", "paris"],
)
def test_what_is_not_known_or_may_be_several_is_not_guessed(text: str) -> None:
    assert find_place(text, []) is None


def test_of_two_towns_of_a_country_neither_is_taken() -> None:
    assert find_place("Moscow and Saint Petersburg", ["RU"]) is None
