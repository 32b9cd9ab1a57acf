"""Which sides of an exchange have no readout: the page's rule, compared with the desk's."""

from typing import Any

import pytest

from actors.models import Actor, Tenure
from statements.models import Exchange, Participation, Readout
from statements.querysets.sides import without_readout
from statements.silence import silent_sides
from tests.cast import actor, document, exchange

pytestmark = pytest.mark.django_db


def silent(call: Exchange) -> list[str]:
    """Give what the silent sides are called, after both rules were found to agree on them."""
    found = Exchange.objects.for_page().get(pk=call.pk)
    people = [part.actor for part in found.participations.all() if part.actor]
    heard = [one.side for one in found.readouts.all() if one.side]
    sides = silent_sides(people, heard, found.date)
    of_desk = without_readout().filter(exchange=call).values_list("actor", flat=True)
    assert {one.pk for side in sides for one in side.people} == set(of_desk)
    return [side.called for side in sides]


def heard(call: Exchange, side: Actor, **fields: Any) -> None:
    given = fields or {"document": document()}
    Readout.objects.create(exchange=call, side=side, **given)


def test_a_side_is_the_people_of_a_country_and_its_offices_speak_for_it() -> None:
    putin = actor("Vladimir Putin", "putin", country="RU")
    lavrov = actor("Sergei Lavrov", "lavrov", country="RU")
    macron = actor("Emmanuel Macron", "macron", country="FR")
    call = exchange(putin, lavrov, macron, date="2022-02-20")
    assert silent(call) == [
        "Russia (Vladimir Putin and Sergei Lavrov)",
        "France (Emmanuel Macron)",
    ]
    heard(call, actor("Kremlin", "kremlin", kind="office", country="RU"))
    assert silent(call) == ["France (Emmanuel Macron)"]
    heard(call, macron, none_found_on="2022-03-01")
    assert silent(call) == []


def test_a_person_speaks_for_the_country_who_took_part() -> None:
    putin = actor("Vladimir Putin", "putin", country="RU")
    lavrov = actor("Sergei Lavrov", "lavrov", country="RU")
    call = exchange(putin, date="2022-02-20")
    heard(call, lavrov)
    assert silent(call) == ["Russia (Vladimir Putin)"]
    Participation.objects.create(exchange=call, actor=lavrov)
    assert silent(call) == []


@pytest.mark.parametrize(
    ("start", "end", "speaks"),
    [
        ("2014-10", "2022-02-20", True),
        ("2014-10", "2022-02-19", False),
        ("2022-02-20", None, True),
        ("2022-02-21", None, False),
        (None, None, True),
    ],
)
def test_an_organisation_speaks_for_who_held_a_post_in_it_that_day(
    start: str | None, end: str | None, speaks: bool
) -> None:
    nato = actor("NATO", "nato", kind="organisation")
    head = actor("Jens Stoltenberg", "stoltenberg", country="NO")
    Tenure.objects.create(person=head, title="Head", organisation=nato, start=start, end=end)
    call = exchange(head, date="2022-02-20")
    heard(call, nato)
    assert silent(call) == ([] if speaks else ["Norway (Jens Stoltenberg)"])


def test_who_has_no_country_is_a_side_alone() -> None:
    one, other = actor("Pope Francis", "francis"), actor("Another", "another")
    call = exchange(one, other, date="2022-02-20")
    heard(call, one)
    assert silent(call) == ["Another"]
