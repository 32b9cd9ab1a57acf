"""A cursor names a row by its place, and nothing else is taken for one."""

import json
from base64 import urlsafe_b64encode
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from reading.cursors import CursorError, Order, Place, a_date, a_number, a_position, a_text

NEWEST = Order("newest", "Newest", "day", a_date, descending=True)
RELEVANCE = Order("relevance", "Relevance", "rank", a_number, descending=True)
BY_NAME = Order("name", "Name", "name", a_text)
AS_WRITTEN = Order("as-written", "As written", "start", a_position)


def row(**values: Any) -> Any:
    return SimpleNamespace(**values)


def encoded(*parts: object) -> str:
    return urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    ("order", "at", "place"),
    [
        (NEWEST, row(pk=7, day=date(2022, 2, 21)), Place(date(2022, 2, 21), 7)),
        (NEWEST, row(pk=7, day=None), Place(None, 7)),
        (RELEVANCE, row(pk=1, rank=0.06079271), Place(0.06079271, 1)),
        (RELEVANCE, row(pk=1, rank=0.0), Place(0.0, 1)),
        (BY_NAME, row(pk=2**63 - 1, name="Élysée Palace"), Place("Élysée Palace", 2**63 - 1)),
        (AS_WRITTEN, row(pk=3, start=0), Place(0, 3)),
    ],
)
def test_a_cursor_gives_the_place_of_its_row_again(order: Order, at: Any, place: Place) -> None:
    assert order.place(order.cursor(at)) == place


@pytest.mark.parametrize(
    "cursor",
    [
        "",
        "x",
        "é",
        "\x00",
        "\udcff",
        "A" * 10_000,
        encoded("newest"),
        encoded("newest", "2022-02-21", 7, 8),
        encoded("oldest", "2022-02-21", 7),
        encoded("newest", "2022-02-30", 7),
        encoded("newest", 20220221, 7),
        encoded("newest", ["2022-02-21"], 7),
        encoded("newest", "2022-02-21", 0),
        encoded("newest", "2022-02-21", -1),
        encoded("newest", "2022-02-21", 2**63),
        encoded("newest", "2022-02-21", 1.5),
        encoded("newest", "2022-02-21", True),
        encoded("newest", "2022-02-21", "7"),
        urlsafe_b64encode(b"[" * 400).decode(),
        urlsafe_b64encode(b"\xff\xfe").decode(),
        urlsafe_b64encode(b"null").decode(),
    ],
)
def test_anything_else_is_refused(cursor: str) -> None:
    with pytest.raises(CursorError):
        NEWEST.place(cursor)


@pytest.mark.parametrize(
    ("order", "value"),
    [
        (RELEVANCE, float("nan")),
        (RELEVANCE, float("inf")),
        (RELEVANCE, 10**400),
        (RELEVANCE, "1"),
        (RELEVANCE, True),
        (BY_NAME, "\x00"),
        (BY_NAME, "\ud800"),
        (BY_NAME, 1),
        (AS_WRITTEN, -1),
        (AS_WRITTEN, 2**31),
        (AS_WRITTEN, 1.0),
    ],
)
def test_a_value_that_the_column_cannot_have_is_refused(order: Order, value: object) -> None:
    with pytest.raises(CursorError):
        order.place(encoded(order.name, value, 1))
