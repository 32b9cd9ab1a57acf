"""`/actors/`: found by any name, kind and country."""

import pytest
from django.test import Client

from tests.cast import Cast, actor
from tests.pages.conftest import listing, problems, shown


def names(reader: Client, query: str = "") -> list[str]:
    """Give the names that the page lists."""
    return [row.name for row in shown(reader.get(f"/actors/?{query}"))]


def test_all_are_listed_by_name_accents_aside(reader: Client, cast: Cast) -> None:
    assert names(reader) == [
        "Élysée Palace",
        "Emmanuel Macron",
        "Joe Biden",
        "Kremlin",
        "Vladimir Putin",
    ]


@pytest.mark.parametrize("typed", ["micron", "MACRON", "emmanuel mac"])
def test_any_name_in_any_spelling_finds(reader: Client, cast: Cast, typed: str) -> None:
    assert names(reader, f"q={typed}") == ["Emmanuel Macron"]


def test_cyrillic_finds_what_is_written_in_latin_letters_too(reader: Client, cast: Cast) -> None:
    assert names(reader, "q=Путин") == ["Vladimir Putin"]
    assert names(reader, "q=Байден") == []
    assert names(reader, "q=Кремлин") == ["Kremlin"]


def test_accents_make_no_difference(reader: Client, cast: Cast) -> None:
    assert names(reader, "q=elysee") == ["Élysée Palace"]


def test_kind_and_country(reader: Client, cast: Cast) -> None:
    assert names(reader, "kind=office&country=FR") == ["Élysée Palace"]
    assert names(reader, "kind=person&kind=office&country=RU") == ["Kremlin", "Vladimir Putin"]


def test_what_cannot_be_understood_is_an_error(reader: Client, cast: Cast) -> None:
    assert problems(reader.get("/actors/?kind=ghost&name=x")) == {
        "": "“name” is no filter of this list.",
        "kind": "“ghost” is not one of the choices: Person, Office, Organisation, State.",
    }


def test_pages_follow_one_another_by_name(reader: Client, db: None) -> None:
    for number in range(60):
        actor(f"Person {number:02}", f"person-{number}")
    first = reader.get("/actors/")
    rest = reader.get(f"/actors/?after={listing(first).page.after}")
    rows = [row.name for row in shown(first) + shown(rest)]
    assert rows == [f"Person {number:02}" for number in range(60)]
    assert listing(first).count == listing(rest).count == 60
