"""Known names are found in a text however they are written; whose they are is not decided."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from actors.models import Actor, ActorName
from statements.entering.names import mentions_in, unique
from tests.statements.makers import actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> dict[str, Actor]:
    putin, macron = actor("Vladimir Putin", country="RU"), actor("Emmanuel Macron", country="FR")
    office = actor("Presidential Executive Office of Russia", kind="office")
    russia = actor("Russia", kind="state")
    ActorName.objects.create(actor=putin, name="Владимир Путин")
    ActorName.objects.create(actor=macron, name="Micron", kind="misspelling")
    ActorName.objects.create(actor=office, name="The Kremlin", kind="metonym")
    ActorName.objects.create(actor=office, name="Putin’s office")
    return {"putin": putin, "macron": macron, "office": office, "russia": russia}


def found(text: str) -> list[tuple[str, str]]:
    return [(one.printed, "/".join(b.name for b in one.bearers)) for one in mentions_in(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("said VLADIMIR PUTIN, and", [("VLADIMIR PUTIN", "Vladimir Putin")]),
        ("Владимир  Путин заявил", [("Владимир Путин", "Vladimir Putin")]),
        ("Vladimir Putin’s aide", [("Vladimir Putin", "Vladimir Putin")]),
        ("Putin’s office said", [("Putin’s office", "Presidential Executive Office of Russia")]),
        ("“Micron”: no", [("Micron", "Emmanuel Macron")]),
        ("Emmanuel\nMacron.", [("Emmanuel Macron", "Emmanuel Macron")]),
        ("Vladimir\u00a0Putin", [("Vladimir Putin", "Vladimir Putin")]),
        ("micron", []),
        ("Microns", []),
        ("", []),
        ("🙈 — …", []),
    ],
)
def test_a_name_is_found(people: object, text: str, names: list[tuple[str, str]]) -> None:
    assert found(text) == names


def test_the_longest_name_is_meant(people: object) -> None:
    text = "The Presidential Executive Office of Russia, and Russia"
    names = [whose for _, whose in found(text)]
    assert names == ["Presidential Executive Office of Russia", "Russia"]


def test_a_name_of_several_is_offered_for_all(people: dict[str, Actor]) -> None:
    other = actor("Another Macron", country="FR")
    ActorName.objects.create(actor=other, name="Micron")
    (mention,) = mentions_in("Micron said")
    assert mention.only is None
    assert {one.pk for one in mention.bearers} == {people["macron"].pk, other.pk}


def test_somebody_named_in_two_ways_is_given_once(people: object) -> None:
    named = unique(mentions_in("Emmanuel Macron, Micron, Vladimir Putin, Emmanuel Macron"))
    assert [one.printed for one in named] == ["Emmanuel Macron", "Vladimir Putin"]


def test_two_queries_however_long_the_text(people: object) -> None:
    with CaptureQueriesContext(connection) as asked:
        mentions_in("Vladimir Putin met Emmanuel Macron. " * 3_000)
    assert len(asked) == 2
