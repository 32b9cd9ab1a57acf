"""What a page suggests and offers occurs in public records."""

from django.test import Client

from tests.cast import Cast, actor, document, exchange, statement, topic
from tests.pages.conftest import listing


def test_what_only_a_draft_has_is_not_suggested(reader: Client, cast: Cast) -> None:
    hidden = topic("Hidden subject")
    somebody = actor("Hidden person", "hidden-person", country="BE")
    draft = {"editorial_status": "draft"}
    exchange(somebody, countries=["NO"], **draft).topics.add(hidden)
    statement(document(**draft), speaker=somebody, topics=[hidden], **draft)
    for path in ("/statements/", "/exchanges/"):
        response = reader.get(path)
        page = response.content.decode()
        assert "Hidden" not in page
        countries = next(one for one in listing(response).controls if one.name == "country")
        assert [choice.value for choice in countries.offered] == ["FR", "RU", "US"]


def test_topics_of_public_records_are_suggested_with_those_above(
    reader: Client, cast: Cast
) -> None:
    known = reader.get("/statements/").context["known_topics"]
    assert [one.name for one in known] == ["Donbass", "Security", "Security guarantees"]
