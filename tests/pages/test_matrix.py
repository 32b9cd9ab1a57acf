"""`/who-talks-to-whom/`: how many contacts each two actors had."""

from typing import Any

import pytest
from django.test import Client

from statements.models import Exchange
from tests.cast import Cast, actor, exchange

MATRIX = "/who-talks-to-whom/"


def table(reader: Client, query: str = "") -> dict[str, list[int]]:
    """Give the numbers of each row by its actor; the columns are of the same actors."""
    matrix = reader.get(f"{MATRIX}?{query}").context["matrix"]
    return {row.actor.label: [cell.count for cell in row.cells] for row in matrix.rows}


def pairs(reader: Client, query: str = "") -> list[tuple[str, str, int]]:
    """Give the busiest pairs."""
    found = reader.get(f"{MATRIX}?{query}").context["matrix"].pairs
    return [(pair.one.label, pair.other.label, pair.count) for pair in found]


def cells(reader: Client, query: str = "") -> list[Any]:
    """Give the cells that lead somewhere."""
    rows = reader.get(f"{MATRIX}?{query}").context["matrix"].rows
    return [cell for row in rows for cell in row.cells if cell.count]


def test_a_cell_has_what_two_share_and_the_diagonal_what_one_has(
    reader: Client, cast: Cast
) -> None:
    assert table(reader) == {
        "Emmanuel Macron": [4, 3, 1],
        "Vladimir Putin": [3, 3, 0],
        "Joe Biden": [1, 0, 1],
    }
    assert pairs(reader) == [
        ("Emmanuel Macron", "Vladimir Putin", 3),
        ("Emmanuel Macron", "Joe Biden", 1),
    ]
    page = " ".join(reader.get(MATRIX).content.decode().split())
    assert "4 contacts that were held, of 3 actors." in page
    assert '<a href="/actors/emmanuel-macron/with/vladimir-putin/">' in page


@pytest.mark.parametrize("query", ["", "kind=call", "from=2022-02-21", "topic=security&country=FR"])
def test_each_number_leads_to_as_many_exchanges(reader: Client, cast: Cast, query: str) -> None:
    found = cells(reader, query)
    assert found
    for cell in found:
        assert reader.get(cell.address).context["listing"].count == cell.count


def test_only_what_was_held_and_stands_counts(reader: Client, cast: Cast) -> None:
    for status in ("planned", "proposed", "cancelled"):
        exchange(cast.putin, cast.biden, status=status, date="2022")
    exchange(cast.putin, cast.biden, editorial_status="draft", date="2022")
    Exchange.objects.filter(pk=cast.monday_call.pk).update(
        editorial_status="retracted", retraction_reason="It never was."
    )
    assert pairs(reader) == [
        ("Emmanuel Macron", "Vladimir Putin", 2),
        ("Emmanuel Macron", "Joe Biden", 1),
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("from=2022-02-21", [("Emmanuel Macron", "Vladimir Putin", 2)]),
        ("to=2022-01", []),
        ("kind=visit", [("Emmanuel Macron", "Vladimir Putin", 1)]),
        ("topic=security", [("Emmanuel Macron", "Vladimir Putin", 1)]),
        ("country=US", [("Emmanuel Macron", "Joe Biden", 1)]),
    ],
)
def test_filters_mean_what_they_mean_in_the_list(
    reader: Client, cast: Cast, query: str, expected: list[tuple[str, str, int]]
) -> None:
    assert pairs(reader, query) == expected


def test_twelve_stand_in_the_table_and_who_is_pinned(reader: Client, cast: Cast) -> None:
    for number in range(15):
        somebody = actor(f"Somebody {number}", f"somebody-{number}")
        for _ in range(20 - number):
            exchange(somebody, cast.putin)
    rows = table(reader)
    assert len(rows) == 12
    assert list(rows)[:2] == ["Vladimir Putin", "Somebody 0"]
    assert "Joe Biden" not in rows
    pinned = table(reader, "actor=joe-biden&actor=Micron")
    assert len(pinned) == 12
    assert list(pinned)[-2:] == ["Emmanuel Macron", "Joe Biden"]
    # Who is pinned changes neither the numbers nor the pairs.
    assert pinned["Vladimir Putin"][0] == rows["Vladimir Putin"][0]
    assert pairs(reader, "actor=joe-biden") == pairs(reader)
    assert len(pairs(reader)) == 15


def test_an_actor_without_a_contact_can_be_pinned(reader: Client, cast: Cast) -> None:
    assert table(reader, "actor=kremlin")["Kremlin"] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    "query",
    ["actor=Nobody", "topic=nothing", "kind=cal", "from=never", "country=Nowhere", "status=held"],
)
def test_what_is_not_understood_is_an_error_and_shows_nothing(
    reader: Client, cast: Cast, query: str
) -> None:
    response = reader.get(f"{MATRIX}?{query}")
    [problem] = response.context["asked"].problems
    assert "matrix" not in response.context
    assert "Emmanuel Macron and" not in response.content.decode()
    if problem.name:
        [same] = reader.get(f"/exchanges/?{query}").context["listing"].problems
        assert problem.message == same.message


def test_a_period_before_its_beginning_is_an_error(reader: Client, cast: Cast) -> None:
    [problem] = reader.get(f"{MATRIX}?from=2022&to=2021").context["asked"].problems
    assert problem.message == "This date is before the date from which to look."


def test_a_country_that_nobody_has_leaves_nothing(reader: Client, cast: Cast) -> None:
    page = reader.get(f"{MATRIX}?country=NZ").content.decode()
    assert "The archive has no contact that answers all of this." in page


def test_the_latest_years_are_one_step_away(reader: Client, cast: Cast) -> None:
    exchange(cast.putin, cast.biden, date="2019-05-03")
    page = reader.get(f"{MATRIX}?kind=call&from=2019&to=2019").content.decode()
    assert '<a href="?kind=call">All time</a>' in page
    assert '<a href="?from=2022&amp;to=2022&amp;kind=call">2022</a>' in page
    assert '<a href="?from=2019&amp;to=2019&amp;kind=call" aria-current="true">2019</a>' in page


def test_an_archive_of_nothing_has_no_table(reader: Client) -> None:
    page = reader.get(MATRIX).content.decode()
    assert "The archive has no contact." in page
    assert "<table" not in page


def test_names_cannot_break_the_page(reader: Client, cast: Cast) -> None:
    exchange(actor("<b>Somebody", "somebody"), cast.putin)
    assert "<b>Somebody" not in reader.get(MATRIX).content.decode()
