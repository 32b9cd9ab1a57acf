"""Which facts of an exchange the sides dispute."""

from dataclasses import dataclass

import pytest

from actors.models import Actor
from dates.edtf import ImpreciseDate, parse
from statements.disputed import Fact, Verdict, disputed_facts, is_same_side


@dataclass
class Claimed:
    """What a readout claims."""

    claimed_date: ImpreciseDate | None = None
    claimed_minutes: int | None = None
    claimed_initiator: Actor | None = None


def days(*claims: str) -> Fact:
    """Give what becomes of the days that the sides give, "" for none."""
    readouts = [[Claimed(parse(claim) if claim else None)] for claim in claims]
    (fact,) = disputed_facts(readouts)
    return fact


def somebody(pk: int, kind: str = "person", country: str = "") -> Actor:
    return Actor(pk=pk, name=f"A{pk}", kind=kind, country=country)


@pytest.mark.parametrize(
    ("claims", "verdict"),
    [
        (["2022-02-20", "2022-02-20"], Verdict.AGREED),
        (["2022-02-20", "2022-02-21"], Verdict.DISPUTED),
        (["2022-02", "2022-02-28"], Verdict.AGREED),
        (["2022-02", "2022-03-01"], Verdict.DISPUTED),
        (["2022-02-20/2022-02-21", "2022-02-21"], Verdict.AGREED),
        (["2022", "2022-02-20", "2022-02-21"], Verdict.DISPUTED),
        (["2022-02-20", ""], Verdict.SINGLE),
        (["", "2022-02-20", "2022-02"], Verdict.AGREED),
    ],
)
def test_days_contradict_each_other_where_they_cannot_be_the_same(
    claims: list[str], verdict: Verdict
) -> None:
    fact = days(*claims)
    assert (fact.name, fact.verdict, fact.is_disputed) == (
        "Day",
        verdict,
        verdict is Verdict.DISPUTED,
    )
    assert [[str(claim) for claim in side] for side in fact.claims] == [
        [claim] if claim else [] for claim in claims
    ]


def test_lengths_agree_to_the_minute() -> None:
    (fact,) = disputed_facts([[Claimed(claimed_minutes=45)], [Claimed(claimed_minutes=46)]])
    assert (fact.name, fact.claims, fact.verdict) == ("Length", [[45], [46]], Verdict.DISPUTED)
    (fact,) = disputed_facts([[Claimed(claimed_minutes=45)], [Claimed(claimed_minutes=45)]])
    assert fact.verdict is Verdict.AGREED


def test_a_side_may_contradict_itself() -> None:
    own = [Claimed(claimed_minutes=45), Claimed(claimed_minutes=45), Claimed(claimed_minutes=60)]
    (fact,) = disputed_facts([own, [Claimed()]])
    assert (fact.claims, fact.verdict) == ([[45, 60], []], Verdict.DISPUTED)


def test_a_side_that_says_the_same_twice_is_one_side() -> None:
    (fact,) = disputed_facts([[Claimed(claimed_minutes=45), Claimed(claimed_minutes=45)]])
    assert (fact.claims, fact.verdict) == ([[45]], Verdict.SINGLE)


def test_what_nobody_claims_is_left_out() -> None:
    putin = somebody(1)
    claimed = [[Claimed(claimed_initiator=putin)], [Claimed()]]
    assert [fact.name for fact in disputed_facts(claimed)] == ["Who initiated"]
    assert disputed_facts([[Claimed()], []]) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (somebody(1, country="RU"), somebody(1, country="RU"), True),
        (somebody(1, country="RU"), somebody(2, "office", "RU"), True),
        (somebody(1, "state", "RU"), somebody(2, "office", "RU"), True),
        (somebody(1, country="RU"), somebody(2, country="RU"), False),
        (somebody(1, country="RU"), somebody(2, "office", "FR"), False),
        (somebody(1), somebody(2, "organisation"), False),
    ],
)
def test_an_office_stands_for_the_people_of_its_country(
    one: Actor, other: Actor, same: bool
) -> None:
    assert is_same_side(one, other) is same
    assert is_same_side(other, one) is same
