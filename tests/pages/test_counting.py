"""Where very many records have the words: the rows come first, and the numbers later or not."""

from typing import Any

import pytest
from django.test import Client

from statements.filters import counted, first_look
from tests.cast import Cast, document, statement
from tests.pages.conftest import listing, shown

LIST = "/statements/?q=gas"
AS_SCRIPT = {"hx-request": "true"}


@pytest.fixture
def many(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take a few records for many."""
    source = document()
    for number in range(130):
        speaker = cast.putin if number % 3 else cast.macron
        statement(source, "Gas.", speaker=speaker, date=f"2022-02-{number % 9 + 1:02}")
    monkeypatch.setattr(counted, "MANY", 3)
    monkeypatch.setattr(first_look, "LOOKED_AT", (5, 60, 100))
    # What the planner knows of a table that was only just filled is not worth a test.
    monkeypatch.setattr(counted, "estimated", lambda *_: 10)


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize(
    "query", ["", "&sort=oldest", "&speaker=emmanuel-macron", "&to=2022-02-02"]
)
def test_the_rows_that_come_first_are_those_of_the_whole_page(reader: Client, query: str) -> None:
    whole = reader.get(LIST + query)
    first = reader.get(LIST + query, headers=AS_SCRIPT)
    assert (listing(first).counting, listing(first).count) == ("later", None)
    assert listing(whole).count is not None
    assert shown(first) == shown(whole)
    assert listing(first).page == listing(whole).page


@pytest.mark.usefixtures("many")
def test_the_numbers_are_asked_for_by_the_page_that_lacks_them(reader: Client) -> None:
    page = reader.get(LIST, headers=AS_SCRIPT).content.decode()
    assert 'hx-get="/statements/?q=gas" hx-trigger="load"' in page
    assert "Counting statements" in page
    whole = reader.get(LIST, headers=AS_SCRIPT | {"verbatim-whole": "yes"})
    assert listing(whole).count == 130
    assert "hx-trigger" not in whole.content.decode()


@pytest.mark.usefixtures("many")
def test_what_is_ranked_is_counted_at_once_as_all_of_it_is_known(reader: Client) -> None:
    assert listing(reader.get(f"{LIST}&sort=relevance", headers=AS_SCRIPT)).count == 130


@pytest.mark.usefixtures("many")
def test_without_a_script_the_numbers_are_in_the_page(reader: Client) -> None:
    assert listing(reader.get(LIST)).count == 130


@pytest.mark.usefixtures("many")
def test_what_would_take_too_long_is_not_counted_and_the_page_says_so(
    reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counted, "MOST_COUNTED", 5)
    expected = shown(reader.get("/statements/?q=gas&speaker=emmanuel-macron&sort=newest"))
    response = reader.get("/statements/?q=gas&speaker=emmanuel-macron&sort=relevance")
    found = listing(response)
    assert (found.counting, found.count, found.chart) == ("too many", None, None)
    assert shown(response) == expected
    page = response.content.decode()
    assert "Very many statements" in page
    assert "at most 45 answer" in page
    control = next(one for one in found.controls if one.name == "speaker")
    assert {choice.count for choice in control.offered} == {None}


@pytest.mark.usefixtures("many")
def test_every_page_of_what_is_not_counted_is_found(
    reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = [row.pk for row in _walk(reader, LIST)]
    monkeypatch.setattr(counted, "MOST_COUNTED", 5)
    assert [row.pk for row in _walk(reader, LIST)] == everything
    assert len(everything) == 130


def _walk(reader: Client, address: str) -> list[Any]:
    rows: list[Any] = []
    after: str | None = ""
    while after is not None:
        page = reader.get(f"{address}&after={after}")
        rows += shown(page)
        after = listing(page).page.after
    return rows
