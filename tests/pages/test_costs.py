"""What a hostile search costs is bounded, and refused beside its field."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast, document, statement
from tests.pages.conftest import listing, problems


@pytest.mark.parametrize("name", ["speaker", "counterpart", "publisher", "topic"])
def test_no_more_names_are_taken_than_can_be_looked_up(
    reader: Client, cast: Cast, name: str
) -> None:
    names = [f"Nobody {number}" for number in range(11)]
    response = reader.get("/statements/", {name: names})
    assert problems(response) == {name: "At most 10 values can be taken here."}


def test_only_the_first_refused_names_are_compared_with_those_known(
    reader: Client, cast: Cast
) -> None:
    names = [f"Macro {number}" for number in range(10)]
    response = reader.get("/statements/", {"speaker": names})
    found = listing(response).problems
    assert [bool(problem.fixes) for problem in found] == [True] * 3 + [False] * 7


@pytest.mark.parametrize("path", ["/actors/", "/documents/"])
def test_too_many_words_are_an_error_beside_the_field(
    reader: Client, cast: Cast, path: str
) -> None:
    response = reader.get(path, {"q": "a " * 240})
    assert problems(response)["q"].startswith("These are 240 words; at most ")
    assert 'id="error-q"' in response.content.decode()


def test_a_word_given_twice_is_looked_for_once(reader: Client, cast: Cast) -> None:
    with CaptureQueriesContext(connection) as queries:
        reader.get("/actors/", {"q": "ma ma ma"})
    assert max(query["sql"].count("actors_actorname") for query in queries) == 1


@pytest.mark.parametrize("path", ["/statements/", "/exchanges/"])
@pytest.mark.parametrize("words", ["the", "-the", "to the"])
def test_very_common_words_alone_are_an_error(
    reader: Client, cast: Cast, path: str, words: str
) -> None:
    response = reader.get(path, {"q": words})
    message = f"“{words}” is only very common words; give other words too."
    assert problems(response) == {"q": message}


@pytest.mark.parametrize("words", ["the", "-the", "of the", "I"])
def test_very_common_words_alone_are_an_error_beside_a_language_that_has_none(
    reader: Client, cast: Cast, words: str
) -> None:
    statement(document(), "乌克兰总统", language="zh")
    response = reader.get("/statements/", {"q": words})
    message = f"“{words}” is only very common words; give other words too."
    assert problems(response) == {"q": message}


def test_a_common_word_of_one_language_is_a_word_of_another(reader: Client, cast: Cast) -> None:
    french = statement(document(), "Du thé, the vert.", language="fr")
    assert [card.pk for card in listing(reader.get("/statements/?q=the")).page.rows] == [french.pk]
