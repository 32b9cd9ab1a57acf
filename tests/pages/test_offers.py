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
        assert "Hidden" not in response.content.decode()
        countries = next(one for one in listing(response).controls if one.name == "country")
        assert not {"BE", "NO"} & {choice.value for choice in countries.offered}
