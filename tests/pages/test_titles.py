"""The title of a list says what is asked, so that tabs, history and bookmarks can be told apart."""

import re
from html import unescape

import pytest
from django.test import Client

from tests.cast import Cast, actor


def title(reader: Client, address: str) -> str:
    """Give the title of the page, as a browser shows it."""
    page = reader.get(address).content.decode()
    found = re.search("<title>(.*?)</title>", page, re.DOTALL)
    assert found
    return unescape(found[1])


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/statements/", "Statements"),
        (
            "/statements/?q=escalation&speaker=vladimir-putin",
            "“escalation”, Vladimir Putin · Statements",
        ),
        ("/statements/?q=speaker:putin", "Vladimir Putin · Statements"),
        ('/statements/?q="line of contact"', '"line of contact" · Statements'),
        (
            "/statements/?from=2022-02&to=2023&kind=call",
            "from February 2022, to 2023, Call · Statements",
        ),
        (
            "/exchanges/?actor=emmanuel-macron&topic=donbass",
            "Emmanuel Macron, Donbass · Calls, meetings and other exchanges",
        ),
        ("/actors/?q=macron", "“macron” · Actors"),
        ("/documents/?kind=readout", "Readout · Documents"),
        ("/statements/?speaker=Nobody", "Error: Statements"),
    ],
)
def test_a_title_says_what_is_asked(
    reader: Client, cast: Cast, address: str, expected: str
) -> None:
    assert title(reader, address) == f"{expected} · Verbatim"


def test_a_long_search_has_a_short_title(reader: Client, cast: Cast) -> None:
    words = "provocations " * 35
    actor("Somebody of a Name", "somebody")
    found = title(
        reader,
        f"/statements/?q={words}&speaker=vladimir-putin&speaker=somebody&speaker=emmanuel-macron",
    )
    assert found.startswith("“provocations provocations ")
    assert "…”, Vladimir Putin, Somebody of a Name, … ·" in found
    assert found.endswith(" · Statements · Verbatim")
    assert len(found) < 120


def test_a_title_carries_no_markup(reader: Client, cast: Cast) -> None:
    page = reader.get("/statements/?q=</title><script>alert(1)</script>").content.decode()
    assert "<script>alert" not in page
