"""A list that is kept is shown as long as nothing that it shows has changed, and no longer."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from actors.models import Actor, ActorName, Tenure
from actors.models.actor import FormerAddress
from statements.filters import counted
from statements.models import Document, Exchange, Statement, Topic, Word
from statements.vocabulary import count_words
from tests.cast import SIGNED_IN, Cast, actor, document, signed_in, statement, topic
from tests.pages.conftest import listing

PATHS = ("/statements/?speaker=Putin&topic=Donbass", "/exchanges/?actor=Micron&actor=Putin")


@pytest.fixture(autouse=True)
def keeping(no_list_is_kept: None, settings: Any) -> None:
    memory = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "kept"}
    settings.CACHES = {**settings.CACHES, "lists": memory}
    caches["lists"].clear()


def pages(reader: Client) -> list[str]:
    return [reader.get(path).content.decode().partition("<main")[2] for path in PATHS]


def renamed(cast: Cast) -> None:
    Actor.objects.filter(pk=cast.putin.pk).update(name="V. Putin")


def other_title(cast: Cast) -> None:
    Exchange.objects.filter(pk=cast.monday_call.pk).update(title="Another title")


def other_source(cast: Cast) -> None:
    Document.objects.filter(pk=cast.kremlin_readout.pk).update(title="Another source")


def other_words(cast: Cast) -> None:
    Statement.objects.filter(pk=cast.escalation.pk).update(attribution_as_printed="so they say")


def another_post(cast: Cast) -> None:
    Tenure.objects.create(person=cast.putin, title="Chairman", start="2020")


def no_post(cast: Cast) -> None:
    Tenure.objects.all().delete()


def other_topic(cast: Cast) -> None:
    Topic.objects.filter(pk=cast.donbass.pk).update(name="The Donbass")


def another_of_the_name(cast: Cast) -> None:
    actor("Igor Putin", "igor-putin")


def no_such_name(cast: Cast) -> None:
    ActorName.objects.filter(name="Micron").delete()


def another_topic(cast: Cast) -> None:
    topic("Donbass again", aliases=["Donbass"])


def said_more(cast: Cast) -> None:
    statement(document(), speaker=cast.putin, exchange=cast.monday_call)


@pytest.mark.parametrize(
    "change",
    [
        renamed, other_title, other_source, other_words, another_post, no_post, other_topic,
        said_more, another_of_the_name, no_such_name, another_topic,
    ],
    ids=lambda change: change.__name__,
)  # fmt: skip
def test_a_list_is_made_anew_when_something_it_shows_has_changed(
    reader: Client, cast: Cast, change: Callable[[Cast], None], settings: Any
) -> None:
    before = pages(reader)
    assert pages(reader) == before
    change(cast)
    kept = pages(reader)
    caches["lists"].clear()
    assert kept == pages(reader)
    assert kept != before


def test_a_kept_list_has_the_title_that_it_had(reader: Client, cast: Cast) -> None:
    for path in PATHS:
        made, kept = (reader.get(path).content.decode().partition("</title>")[0] for _ in "12")
        assert "Vladimir Putin" in made
        assert kept == made


@pytest.mark.parametrize("path", PATHS)
def test_a_kept_list_costs_a_look_at_what_has_changed(
    reader: Client, cast: Cast, path: str
) -> None:
    reader.get(path)
    with CaptureQueriesContext(connection) as queries:
        reader.get(path)
    assert len(queries) - SIGNED_IN == (1 if "statements" in path else 2)


def test_what_is_kept_for_one_is_shown_to_those_alone_who_may_read(
    reader: Client, cast: Cast
) -> None:
    assert "escalation" in reader.get(PATHS[0]).content.decode()
    assert signed_in(None).get(PATHS[0]).status_code == 403
    assert Client().get(PATHS[0]).status_code == 302


def test_who_is_signed_in_is_kept_for_nobody(reader: Client, editor: Client, cast: Cast) -> None:
    assert "The desk" in editor.get(PATHS[0]).content.decode()
    assert "The desk" not in reader.get(PATHS[0]).content.decode()


def test_what_cannot_be_understood_is_not_kept(reader: Client, cast: Cast) -> None:
    path = "/statements/?speaker=Nobody"
    assert listing(reader.get(path)).problems
    assert listing(reader.get(path)).problems


def test_what_a_script_is_shown_first_is_kept_for_scripts(
    reader: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counted, "MANY", 1)
    monkeypatch.setattr(counted, "estimated", lambda *_: 10)
    path = "/statements/?q=escalation"
    assert listing(reader.get(path, headers={"hx-request": "true"})).count is None
    assert "Counting statements" not in reader.get(path).content.decode()


def test_what_an_empty_list_suggests_is_not_kept(reader: Client, cast: Cast) -> None:
    Word.objects.all().delete()
    path = "/statements/?q=esclation"
    assert "?q=escalation" not in reader.get(path).content.decode()
    count_words()
    assert "?q=escalation" in reader.get(path).content.decode()


def test_a_former_address_that_is_gone_is_noticed(reader: Client, cast: Cast) -> None:
    for slug in ("first", "second"):
        Actor.objects.filter(pk=cast.putin.pk).update(slug=slug)
    path = "/statements/?speaker=first"
    assert not listing(reader.get(path)).problems
    FormerAddress.objects.all().delete()
    assert listing(reader.get(path)).problems


def test_other_pages_of_a_list_are_other_lists(reader: Client, cast: Cast) -> None:
    for number in range(60):
        statement(document(), f"Number {number}.")
    first = reader.get("/statements/")
    second = f"/statements/?after={listing(first).page.after}"
    assert reader.get(second).content != reader.get("/statements/").content
