"""Names that wait for somebody to say who is meant."""

import pghistory.models
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from actors.models import Actor, ActorName
from statements.models import (
    Addressee,
    Attribution,
    Document,
    Participation,
    Statement,
    UnresolvedName,
)
from statements.waiting import Linked, link, link_waiting
from tests.statements.makers import actor, document, exchange, statement

pytestmark = pytest.mark.django_db

NAME = "The Guest"


@pytest.fixture
def ann() -> Actor:
    return actor("Ann Lee")


def waiting_everywhere(name: str = NAME) -> Statement:
    """Have a name wait in every place where one can."""
    source = document(publisher_as_printed=name)
    words = statement(source, speaker_as_printed=name)
    Participation.objects.create(exchange=exchange(date="2022"), name_as_printed=name)
    Addressee.objects.create(statement=words, name_as_printed=name)
    Attribution.objects.create(statement=words, name_as_printed=name, role="agency")
    return words


def test_one_step_links_the_name_wherever_it_waits(ann: Actor) -> None:
    waiting_everywhere()
    waiting_everywhere("The guest")
    assert link(NAME, ann) == Linked(1, 1, 1, 1, 1, doubled=0)
    assert Statement.objects.get(speaker=ann).speaker_as_printed == NAME
    assert Document.objects.get(publisher=ann).publisher_as_printed == NAME
    for model in (Participation, Addressee, Attribution):
        assert model._default_manager.get(actor=ann).name_as_printed == NAME
    assert [row.name for row in UnresolvedName.objects.all()] == ["The guest"]


def test_the_name_becomes_an_alias_unless_it_is_a_name_already(ann: Actor) -> None:
    link(NAME, ann)
    link("the  guest", ann)
    link("ANN LEE", ann)
    assert list(ann.names.values_list("name", "kind")) == [(NAME, "alias")]


def test_a_doubled_participant_or_addressee_goes(ann: Actor) -> None:
    words = waiting_everywhere()
    call = Participation.objects.get().exchange
    Participation.objects.create(exchange=call, actor=ann)
    Addressee.objects.create(statement=words, actor=ann)
    linked = link(NAME, ann)
    assert linked == Linked(statements=1, documents=1, attributions=1, doubled=2)
    assert linked.total == 5
    assert call.participations.count() == words.addressed.count() == 1
    events = pghistory.models.Events.objects.filter(pgh_label="delete")
    assert events.count() == 2


def test_what_is_linked_already_is_left(ann: Actor) -> None:
    ben = actor("Ben Roy")
    statement(document(), speaker_as_printed=NAME, speaker=ben)
    assert link(NAME, ann).total == 0
    assert Statement.objects.get().speaker == ben


def test_names_that_fit_somebody_by_now_are_linked(ann: Actor) -> None:
    waiting_everywhere("President of France Ann Lee")
    waiting_everywhere("Nobody Known")
    assert link_waiting({ann.pk}) == Linked(1, 1, 1, 1, 1, doubled=0)
    assert [row.name for row in UnresolvedName.objects.all()] == ["Nobody Known"]
    assert not ActorName.objects.exists()


def test_of_two_names_of_one_actor_in_one_exchange_the_first_stays(ann: Actor) -> None:
    call = exchange()
    for name in ("Mr Ann Lee", "President Ann Lee", "Ann Lee"):
        Participation.objects.create(exchange=call, name_as_printed=name)
    assert link_waiting({ann.pk}) == Linked(participations=1, doubled=2)
    assert call.participations.get().name_as_printed == "Mr Ann Lee"


def test_the_queries_do_not_grow_with_the_names(ann: Actor) -> None:
    def count() -> int:
        everybody = set(Actor.objects.values_list("pk", flat=True))
        with CaptureQueriesContext(connection) as queries:
            link_waiting(everybody)
        return len(queries)

    waiting_everywhere("Dr Ann Lee")
    first = count()
    for at in range(20):
        actor(f"A{at} B")
        waiting_everywhere(f"Dr A{at} B")
    assert count() == first
    assert not UnresolvedName.objects.exists()


def test_a_name_without_letters_is_linked_where_it_stands_and_no_alias(ann: Actor) -> None:
    waiting_everywhere("—")
    assert link("—", ann).statements == 1
    assert not ann.names.exists()
    waiting_everywhere("***")
    assert link_waiting({ann.pk}) == Linked()


def test_a_name_that_fits_somebody_else_goes_on_waiting(ann: Actor) -> None:
    waiting_everywhere("Ann Lee")
    assert link_waiting({actor("Ben Roy").pk}) == Linked()
    assert link_waiting(set()) == Linked()
