"""A list that is empty: which filters stand in the way, each with what is there without it."""

from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext

from statements.filters import counted
from statements.filters.indexed import IndexedFilters
from tests.cast import Cast, document, exchange, statement
from tests.pages.conftest import listing

LIST = "/statements/"
NO_SINGLE = "No filter stands in the way alone"


def without(response: Any) -> dict[str, int]:
    """Give what the empty page says is there without each filter."""
    assert listing(response).count == 0
    return {one.label: one.count for one in listing(response).eased}


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            "/statements/?q=escalation&speaker=emmanuel-macron",
            {"Words: escalation": 1, "Speaker: Emmanuel Macron": 1},
        ),
        ("/statements/?q=speaker:vladimir-putin+from:2023", {"From: 2023": 1}),
        ("/statements/?from=2023&to=2024", {"From: 2023": 3}),
        ("/statements/?from=2020&to=2021", {"To: 2021": 3}),
        (
            "/statements/?speaker=joe-biden&speaker=vladimir-putin&q=invade",
            {"Words: invade": 1, "Speaker: Joe Biden, Vladimir Putin": 1},
        ),
        (
            "/exchanges/?actor=vladimir-putin&actor=joe-biden&kind=call",
            {"Took part: Vladimir Putin": 1, "Took part: Joe Biden": 2, "Kind: Call": 1},
        ),
        ("/statements/?speaker=joe-biden&type=mixed", {}),
    ],
)
def test_each_filter_is_named_without_which_there_are_results(
    reader: Client, cast: Cast, address: str, expected: dict[str, int]
) -> None:
    response = reader.get(address)
    assert without(response) == expected
    path = address.partition("?")[0]
    for one in listing(response).eased:
        assert listing(reader.get(f"{path}?{one.query.urlencode()}")).count == one.count


def test_the_page_says_it_in_links(reader: Client, cast: Cast) -> None:
    page = unescape(reader.get(f"{LIST}?speaker=vladimir-putin&from=2023").content.decode())
    link = '<a href="?speaker=vladimir-putin">Without “<bdi>From: 2023</bdi>”</a>: 1 statement<'
    assert link in page
    assert "Take a filter away" not in page


def test_the_order_outlasts_the_removal(reader: Client, cast: Cast) -> None:
    response = reader.get(f"{LIST}?from=2023&sort=oldest")
    assert [one.query for one in listing(response).eased] == [QueryDict("sort=oldest")]


def test_where_no_filter_alone_stands_in_the_way_the_page_says_so(
    reader: Client, cast: Cast
) -> None:
    assert NO_SINGLE in reader.get(f"{LIST}?speaker=joe-biden&type=mixed").content.decode()
    assert NO_SINGLE not in reader.get(f"{LIST}?speaker=joe-biden").content.decode()


def test_drafts_are_promised_to_nobody(reader: Client, cast: Cast) -> None:
    draft = {"editorial_status": "draft"}
    statement(document(**draft), "Gas flows.", speaker=cast.biden, date="2020", **draft)
    exchange(cast.biden, date="2020", **draft)
    assert without(reader.get(f"{LIST}?speaker=joe-biden&q=gas")) == {}
    assert without(reader.get("/exchanges/?actor=joe-biden&to=2020")) == {"To: 2020": 2}


def test_where_results_are_not_counted_nothing_is_promised(
    reader: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counted, "MANY", 0)
    monkeypatch.setattr(counted, "MOST_COUNTED", 5)
    monkeypatch.setattr(counted, "estimated", lambda *_: 10)
    monkeypatch.setattr(counted, "len", lambda _: 10, raising=False)
    response = reader.get(f"{LIST}?q=escalation&from=2023")
    assert listing(response).page.rows == []
    assert listing(response).count is None
    assert listing(response).eased is None
    assert "Without “" not in response.content.decode()


def test_a_list_that_does_not_know_promises_nothing(reader: Client, cast: Cast) -> None:
    page = reader.get("/documents/?q=xylophone&kind=readout").content.decode()
    assert "Take a filter away" in page
    assert NO_SINGLE not in page


@pytest.mark.parametrize("query", ["speaker=joe-biden&from=2022", "q=escalation&from=2023"])
def test_what_is_there_without_a_filter_costs_no_query(
    reader: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    address = f"{LIST}?{query}"
    reader.get(address)
    with CaptureQueriesContext(connection) as queries:
        reader.get(address)
    monkeypatch.setattr(IndexedFilters, "eased", lambda self: None)
    with CaptureQueriesContext(connection) as before:
        reader.get(address)
    assert len(queries) == len(before)
