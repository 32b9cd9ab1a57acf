"""What the sides claim of an exchange itself, and whether they contradict each other.

Of each fact a side says something or nothing. Sides that are silent contradict nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Any, Protocol

from actors.models import Actor
from dates.edtf import ImpreciseDate
from dates.intervals import may_be_same_day


class Claims(Protocol):
    """What one readout claims of the exchange; None is nothing."""

    claimed_date: ImpreciseDate | None
    claimed_minutes: int | None
    claimed_initiator: Actor | None


class Verdict(StrEnum):
    """How the claims of the sides stand to each other."""

    DISPUTED = "disputed"
    AGREED = "agreed"
    SINGLE = "only one gives it"


@dataclass(frozen=True)
class Fact:
    """One fact: its name, what each side says of it, and how that stands.

    `claims` has a list for each side, in their order; it is empty where the side says nothing.
    """

    name: str
    claims: list[list[Any]]
    verdict: Verdict

    @property
    def is_disputed(self) -> bool:
        """Whether claims contradict each other."""
        return self.verdict is Verdict.DISPUTED


def disputed_facts(sides: Sequence[Sequence[Claims]]) -> list[Fact]:
    """Compare what the sides claim; each has one readout or more. Facts nobody claims are left out.

    A side whose own readouts contradict each other makes a fact disputed too.
    """
    facts = [
        _fact("Day", sides, lambda one: one.claimed_date, may_be_same_day),
        _fact("Length", sides, lambda one: one.claimed_minutes, int.__eq__),
        _fact("Who initiated", sides, lambda one: one.claimed_initiator, is_same_side),
    ]
    return [fact for fact in facts if any(fact.claims)]


def is_same_side(one: Actor, other: Actor) -> bool:
    """Tell whether two who are said to have initiated can both be right.

    An office, organisation or state stands for the people of its country; two people are not the
    same.
    """
    if one.pk == other.pk:
        return True
    both_people = one.kind == other.kind == Actor.Kind.PERSON
    return bool(one.country) and one.country == other.country and not both_people


def _fact(
    name: str,
    sides: Sequence[Sequence[Claims]],
    claimed: Callable[[Claims], Any],
    agree: Callable[[Any, Any], bool],
) -> Fact:
    claims = [_distinct(claimed(readout) for readout in side) for side in sides]
    said = [claim for side in claims for claim in side]
    if not all(agree(one, other) for one, other in combinations(said, 2)):
        return Fact(name, claims, Verdict.DISPUTED)
    several = sum(map(bool, claims)) > 1
    return Fact(name, claims, Verdict.AGREED if several else Verdict.SINGLE)


def _distinct(claims: Any) -> list[Any]:  # noqa: ANN401, dates, numbers or actors
    return list(dict.fromkeys(claim for claim in claims if claim is not None))
