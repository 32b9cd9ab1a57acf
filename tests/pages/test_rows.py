"""What two sides say alike stands on one line, and each side keeps its order."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from statements.models import Exchange
from statements.pages.rows import rows_of


def rows(one: str, other: str) -> list[tuple[str, str]]:
    """Lay out passages given as letters: the same letter on both sides is a point of both."""
    shared = sorted(set(one) & set(other))
    points = {letter: SimpleNamespace(number=at) for at, letter in enumerate(shared, start=1)}
    first, second = ([SimpleNamespace(pk=letter) for letter in side] for side in (one, other))
    made: Any = rows_of
    found = made(first, second, SimpleNamespace(point_of=points.get))
    return [(letters(left), letters(right)) for left, right in found]


def letters(passages: list[Any]) -> str:
    """Give the letters of some passages."""
    return "".join(passage.pk for passage in passages)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("AB", "AB", [("A", "A"), ("B", "B")]),
        ("xAyB", "ABz", [("x", ""), ("A", "A"), ("y", ""), ("B", "B"), ("", "z")]),
        ("ABC", "CAB", [("", "C"), ("A", "A"), ("B", "B"), ("C", "")]),
        ("AxA", "A", [("A", "A"), ("xA", "")]),
        ("xy", "z", []),
        ("", "", []),
    ],
)
def test_points_get_rows_of_their_own(
    one: str, other: str, expected: list[tuple[str, str]]
) -> None:
    assert rows(one, other) == expected


def test_nothing_is_lost_and_each_side_keeps_its_order() -> None:
    one, other = "aBcDeFgH", "HiFjDkBl"
    found = rows(one, other)
    assert ["".join(side) for side in zip(*found, strict=True)] == [one, other]


@pytest.mark.usefixtures("as_owner")
def test_the_page_has_as_many_rows_on_both_sides(reader: Client) -> None:
    call_command("load_demo", verbosity=0)
    address = Exchange.objects.get(import_id="demo:call-march").get_absolute_url()
    page = reader.get(address).content.decode()
    assert "sides--rows" in page
    one, other = page.split('<section class="side"')[1:3]
    assert one.count('class="side__row"') == other.count('class="side__row"') == 3
    assert page.count('id="passage-') == 9
