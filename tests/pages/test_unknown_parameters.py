"""Pages without filters refuse what they do not know, as the lists do."""

import pytest
from django.test import Client

from tests.cast import Cast

PAGES = ("pair", "actor", "topic", "document", "exchange")
# What has words before it is asked for anything, but no list of cards.
WITHOUT_CARDS = ("document", "exchange")


def address(cast: Cast, name: str) -> str:
    return {
        "pair": "/actors/vladimir-putin/with/emmanuel-macron/",
        "actor": cast.putin.get_absolute_url(),
        "topic": cast.guarantees.get_absolute_url(),
        "document": cast.kremlin_readout.get_absolute_url(),
        "exchange": cast.monday_call.get_absolute_url(),
    }[name]


@pytest.mark.parametrize("name", PAGES)
def test_an_unknown_name_is_an_error_without_results(reader: Client, cast: Cast, name: str) -> None:
    assert '<article class="card' in plain(reader, address(cast, name)) or name in WITHOUT_CARDS
    page = plain(reader, f"{address(cast, name)}?speaker=x")
    assert "“speaker” is no filter of this list." in page
    assert '<article class="card' not in page
    assert 'class="passage' not in page
    assert "<title>Error: " in page


@pytest.mark.parametrize("name", ["pair", "document"])
@pytest.mark.parametrize("query", ["after=nonsense", "after=%00", "after=a&after=b"])
def test_a_page_that_is_not_there_is_an_error_without_results(
    reader: Client, cast: Cast, name: str, query: str
) -> None:
    page = plain(reader, f"{address(cast, name)}?{query}")
    what = "address" if name == "document" else "search"
    assert f"This {what} cannot be understood" in page
    assert '<article class="card' not in page
    assert 'class="passage' not in page


def plain(reader: Client, path: str) -> str:
    """Give the page, which is shown."""
    response = reader.get(path)
    assert response.status_code == 200
    return response.content.decode()
