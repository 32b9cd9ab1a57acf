"""Who initiated or hosted: by record, by claim, by neither."""

import pytest
from pyroaring import BitMap

from actors.models import Actor
from statements.figures.roles import Tally, Who, hosts, initiators
from statements.models import Exchange, Participation, Readout
from tests.cast import actor, document, exchange

pytestmark = pytest.mark.django_db


@pytest.fixture
def one() -> Actor:
    return actor("One", "one", country="FR")


@pytest.fixture
def other() -> Actor:
    return actor("Other", "other", country="RU")


def took(call: Exchange, who: Actor, role: str) -> None:
    Participation.objects.update_or_create(exchange=call, actor=who, defaults={"role": role})


def claim(call: Exchange, side: Actor, initiator: Actor, status: str = "published") -> None:
    source = document(editorial_status=status)
    Readout.objects.create(exchange=call, side=side, document=source, claimed_initiator=initiator)


def tallied(calls: list[Exchange], one: Actor, other: Actor) -> Tally:
    return initiators(BitMap([call.pk for call in calls]), one, other)


def test_nobody_is_known_where_nothing_is_said(one: Actor, other: Actor) -> None:
    found = tallied([exchange(one, other), exchange(one, other)], one, other)
    assert found == Tally({Who.NOT_KNOWN: 2})
    assert found.known == 0


def test_the_record_says_who_it_was(one: Actor, other: Actor) -> None:
    third = actor("Third", "third", country="FR")
    calls = [exchange(one, other, third) for _ in range(4)]
    took(calls[0], one, "initiator")
    took(calls[1], other, "initiator")
    took(calls[2], one, "initiator")
    took(calls[2], other, "initiator")
    took(calls[3], third, "initiator")
    counts = {Who.ONE: 1, Who.OTHER: 1, Who.BOTH: 1, Who.SOMEBODY_ELSE: 1}
    assert tallied(calls, one, other) == Tally(counts)


def test_a_claim_counts_where_the_record_says_nothing_and_is_told_apart(
    one: Actor, other: Actor
) -> None:
    claimed, recorded = exchange(one, other), exchange(one, other)
    claim(claimed, other, one)
    took(recorded, one, "initiator")
    claim(recorded, other, other)
    assert tallied([claimed, recorded], one, other) == Tally({Who.ONE: 2}, claimed=1)


def test_sides_that_claim_differently_do_not_agree(one: Actor, other: Actor) -> None:
    call = exchange(one, other)
    claim(call, one, other)
    claim(call, other, one)
    assert tallied([call], one, other) == Tally({Who.DISPUTED: 1}, claimed=1)


@pytest.mark.parametrize(
    ("kind", "country", "who"),
    [
        ("office", "FR", Who.ONE),
        ("state", "RU", Who.OTHER),
        ("person", "FR", Who.SOMEBODY_ELSE),
        ("office", "US", Who.SOMEBODY_ELSE),
        ("organisation", "", Who.SOMEBODY_ELSE),
    ],
)
def test_an_office_stands_for_the_one_of_its_country(
    one: Actor, other: Actor, kind: str, country: str, who: Who
) -> None:
    call = exchange(one, other)
    claim(call, one, actor("It", "it", kind=kind, country=country))
    assert tallied([call], one, other) == Tally({who: 1}, claimed=1)


def test_an_office_of_both_their_countries_stands_for_neither(one: Actor) -> None:
    fellow, office = actor("F", "f", country="FR"), actor("O", "o", kind="office", country="FR")
    call = exchange(one, fellow)
    claim(call, office, office)
    assert tallied([call], one, fellow).counts == {Who.SOMEBODY_ELSE: 1}


def test_what_a_draft_claims_is_not_known(one: Actor, other: Actor) -> None:
    call = exchange(one, other)
    claim(call, one, one, status="draft")
    assert tallied([call], one, other) == Tally({Who.NOT_KNOWN: 1})


def test_hosts_are_counted_by_record(one: Actor, other: Actor) -> None:
    call, unknown = exchange(one, other), exchange(one, other)
    took(call, other, "host")
    found = hosts(BitMap([call.pk, unknown.pk]), one, other)
    assert found == Tally({Who.OTHER: 1, Who.NOT_KNOWN: 1})
