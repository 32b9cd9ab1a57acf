"""Where readers find what was merged: old addresses, filters and counts, at once."""

import re

import pytest

from actors.merging import merge, undo
from actors.models import Actor
from statements.models import Exchange, Participation, Topic
from tests.cast import Cast, actor, document, exchange, person_with, signed_in, statement, the_cast
from tests.cast import topic as a_topic

# Of the form that signs out: another one on each page.
TOKEN = re.compile(r'value="[A-Za-z0-9]{64}"')

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return the_cast()


def test_filters_see_a_merge_and_its_undo_at_once(cast: Cast) -> None:
    reader, chief = signed_in("reader"), person_with("chief")
    twin = actor("V. Putin", "v-putin")
    said = statement(document(), speaker=twin, topics=[cast.security])
    call = exchange(twin, cast.biden, date="2022-03-01")
    apart = reader.get("/statements/?speaker=vladimir-putin").context["listing"].count
    assert reader.get("/statements/?speaker=v-putin").context["listing"].count == 1

    done = merge(Actor, cast.putin.pk, twin.pk, chief, "The same.")
    for slug in ("vladimir-putin", "v-putin"):
        assert reader.get(f"/statements/?speaker={slug}").context["listing"].count == apart + 1
        calls = reader.get(f"/exchanges/?actor={slug}")
        assert call.get_absolute_url() in calls.content.decode()
    moved = reader.get("/actors/v-putin/?x=1")
    assert (moved.status_code, moved.headers["Location"]) == (301, "/actors/vladimir-putin/?x=1")

    undo(done, chief)
    assert reader.get("/statements/?speaker=vladimir-putin").context["listing"].count == apart
    assert reader.get("/statements/?speaker=v-putin").context["listing"].count == 1
    assert reader.get("/actors/v-putin/").status_code == 200
    assert said.get_absolute_url() in reader.get("/actors/v-putin/").content.decode()


def test_topics_lead_on_in_addresses_and_filters(cast: Cast) -> None:
    reader, chief = signed_in("reader"), person_with("chief")
    twin = a_topic("Donbas", parent=cast.security)
    statement(document(), topics=[twin])
    before = reader.get("/statements/?topic=donbass").context["listing"].count
    done = merge(Topic, cast.donbass.pk, twin.pk, chief, "The same.")
    for slug in ("donbass", "donbas"):
        assert reader.get(f"/statements/?topic={slug}").context["listing"].count == before + 1
    moved = reader.get("/topics/donbas/")
    assert (moved.status_code, moved.headers["Location"]) == (301, "/topics/donbass/")
    undo(done, chief)
    assert reader.get("/topics/donbas/").status_code == 200
    assert reader.get("/statements/?topic=donbass").context["listing"].count == before


def test_a_topic_is_found_under_a_slug_that_it_had(cast: Cast) -> None:
    reader = signed_in("reader")
    for slug in ("donetsk", "donbas", "donetsk"):
        Topic.objects.filter(pk=cast.donbass.pk).update(slug=slug)
    assert reader.get("/topics/donbass/").headers["Location"] == "/topics/donetsk/"
    assert reader.get("/topics/donbas/").headers["Location"] == "/topics/donetsk/"
    assert reader.get("/topics/donetsk/").status_code == 200
    before = reader.get("/statements/?topic=donetsk").context["listing"].count
    assert reader.get("/statements/?topic=donbas").context["listing"].count == before > 0
    Topic.objects.create(name="New", slug="donbas")
    assert reader.get("/topics/donbas/").status_code == 200
    assert reader.get("/topics/nothing/").status_code == 404


def twin_of(call: Exchange, status: str) -> Exchange:
    """Make an exchange that says nothing that the other does not."""
    made = exchange(title="Again", date="2022-02-21", editorial_status=status)
    for part in call.participations.all():
        Participation.objects.create(
            exchange=made, actor=part.actor, name_as_printed=part.name_as_printed
        )
    return made


def test_the_address_of_an_exchange_that_was_public_leads_on(cast: Cast) -> None:
    reader, chief = signed_in("reader"), person_with("chief")
    twin = twin_of(cast.monday_call, "published")
    said = statement(document(), exchange=twin, speaker=cast.putin)
    done = merge(Exchange, cast.monday_call.pk, twin.pk, chief, "The same.")
    moved = reader.get(f"{twin.get_absolute_url()}?x=1")
    assert moved.status_code == 301
    assert moved.headers["Location"] == f"{cast.monday_call.get_absolute_url()}?x=1"
    page = reader.get(cast.monday_call.get_absolute_url()).content.decode()
    assert said.get_absolute_url() in page
    undo(done, chief)
    assert reader.get(twin.get_absolute_url()).status_code == 200


def test_the_address_of_a_draft_tells_readers_nothing(cast: Cast) -> None:
    twin = twin_of(cast.monday_call, "draft")
    merge(Exchange, cast.monday_call.pk, twin.pk, person_with("chief"), "The same.")
    reader = signed_in("reader")
    nothing, answer = (
        TOKEN.sub("", reader.get(place).content.decode()).replace(place, "")
        for place in ("/exchanges/zzzzzzzzzzzz/", twin.get_absolute_url())
    )
    assert answer == nothing
    assert reader.get(twin.get_absolute_url()).status_code == 404
    assert signed_in("editor").get(twin.get_absolute_url()).status_code == 301


def test_an_address_that_leads_to_a_draft_tells_readers_nothing(cast: Cast) -> None:
    twin = twin_of(cast.monday_call, "published")
    merge(Exchange, cast.monday_call.pk, twin.pk, person_with("chief"), "The same.")
    Exchange.objects.filter(pk=cast.monday_call.pk).update(editorial_status="draft")
    assert signed_in("reader").get(twin.get_absolute_url()).status_code == 404
    assert signed_in("editor").get(twin.get_absolute_url()).status_code == 301


def test_addresses_lead_on_through_several_merges(cast: Cast) -> None:
    chief, reader = person_with("chief"), signed_in("reader")
    one, two = actor("P1", "p1"), actor("P2", "p2")
    merges = [
        merge(Actor, two.pk, one.pk, chief, "The same."),
        merge(Actor, cast.putin.pk, two.pk, chief, "The same."),
    ]
    for slug in ("p1", "p2"):
        assert reader.get(f"/actors/{slug}/").headers["Location"] == "/actors/vladimir-putin/"
    undo(merges[1], chief)
    assert reader.get("/actors/p1/").headers["Location"] == "/actors/p2/"
