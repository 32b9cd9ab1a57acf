"""Filters that are typed in the search box."""

from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client

from tests.cast import Cast, actor, document, statement
from tests.pages.conftest import listing, problems, shown

LIST = "/statements/"


def ask(reader: Client, typed: str, path: str = LIST, more: str = "") -> Any:
    return reader.get(f"{path}?q={quote(typed)}{more}")


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("speaker:vladimir-putin", "speaker=vladimir-putin"),
        ('speaker:"Vladimir Putin" escalation', "q=escalation&speaker=vladimir-putin"),
        ("with:macron-x", ""),
        ("with:emmanuel-macron topic:donbass", "counterpart=emmanuel-macron&topic=donbass"),
        ("from:2022-02 to:2022-02-21 line", "q=line&from=2022-02&to=2022-02-21"),
        ("in:english", "language=en"),
        ("in:EN kind:call", "kind=call&language=en"),
    ],
)
def test_a_prefix_is_the_filter_that_it_stands_for(
    reader: Client, cast: Cast, typed: str, query: str
) -> None:
    if not query:
        assert problems(ask(reader, typed))
        return
    typed_in, filtered = ask(reader, typed), reader.get(f"{LIST}?{query}")
    assert listing(typed_in).chosen == listing(filtered).chosen
    assert shown(typed_in) == shown(filtered) != []


def test_a_wrong_value_is_said_at_its_filter_and_stays_to_be_mended(
    reader: Client, cast: Cast
) -> None:
    response = ask(reader, "speaker:Putain escalation")
    assert problems(response) == {"speaker": "The archive knows nobody by the name “Putain”."}
    page = response.content.decode()
    assert 'value="Putain"' in page
    assert 'value="escalation"' in page


@pytest.mark.parametrize(
    "typed", ["speaker:", "-speaker:vladimir-putin", 'line "of', "100% speaker:"]
)
def test_what_cannot_be_read_is_said_and_nothing_is_lost(
    reader: Client, cast: Cast, typed: str
) -> None:
    response = ask(reader, typed, more="&kind=call")
    assert set(problems(response)) == {"q"}
    box = listing(response).search_box
    assert box.typed == [typed]


def test_what_only_looks_like_a_prefix_is_searched_for_and_said(reader: Client, cast: Cast) -> None:
    known = statement(document(), "The word spaeker is here with putin.")
    response = ask(reader, "spaeker:putin")
    assert shown(response) == [known]
    assert "Is “speaker:” meant?" in listing(response).note


def test_values_are_added_to_those_that_are_ticked(reader: Client, cast: Cast) -> None:
    response = ask(reader, "speaker:vladimir-putin", more="&speaker=emmanuel-macron")
    assert listing(response).chosen.getlist("speaker") == ["emmanuel-macron", "vladimir-putin"]


def test_a_date_is_not_given_twice(reader: Client, cast: Cast) -> None:
    assert "from" in problems(ask(reader, "from:2022", more="&from=2021"))


def test_exchanges_have_prefixes_too(reader: Client, cast: Cast) -> None:
    response = ask(reader, "with:joe-biden with:emmanuel-macron", "/exchanges/")
    assert shown(response) == [cast.biden_call]


@pytest.mark.parametrize("name", ["Putin", "PUTIN", "Путин", "vladimir putin"])
def test_a_surname_of_one_person_is_enough(reader: Client, cast: Cast, name: str) -> None:
    assert listing(ask(reader, f'speaker:"{name}"')).chosen.getlist("speaker") == ["vladimir-putin"]


@pytest.mark.parametrize("name", ["utin", "%utin", "_utin", "Vladimir", "Palace"])
def test_a_piece_of_a_name_is_no_name(reader: Client, cast: Cast, name: str) -> None:
    assert "speaker" in problems(ask(reader, f'speaker:"{name}"'))


def test_a_surname_of_two_people_is_said_to_be_so(reader: Client, cast: Cast) -> None:
    actor("Igor Putin", "igor-putin")
    refused = problems(ask(reader, "speaker:putin"))
    assert refused == {"speaker": "“putin” is a name of several actors."}
