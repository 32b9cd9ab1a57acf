"""Roles: how often each of two actors initiated or hosted their contacts, and how often is unknown.

An editor's record of a participant's role counts. Where there is none, what the readouts claim of
who initiated counts as far as they agree. An office, organisation or state stands for the one of
the two that is of its country.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import QuerySet
from pyroaring import BitMap

from actors.models import Actor
from statements.models import Exchange, Participation, Readout
from statements.querysets.ids import Among
from statements.querysets.readouts import may_be_seen


class Who(StrEnum):
    """Who of two actors had a role in a contact."""

    ONE = "one"
    OTHER = "other"
    BOTH = "both"
    SOMEBODY_ELSE = "somebody else"
    DISPUTED = "disputed"
    NOT_KNOWN = "not known"


@dataclass(frozen=True)
class Tally:
    """In how many contacts who had a role; of these, in how many by what readouts claim alone."""

    counts: Mapping[Who, int]
    claimed: int = 0

    @property
    def known(self) -> int:
        """In how many contacts anything is known of it."""
        return sum(count for who, count in self.counts.items() if who is not Who.NOT_KNOWN)


# The exchange, and the id, kind and country of whoever had the role there.
Row = tuple[int, int, str, str]
OF_ACTOR = ("id", "kind", "country")


def initiators(contacts: BitMap, one: Actor, other: Actor) -> Tally:
    """Tell how often who initiated the contacts; two queries."""
    recorded = _recorded(contacts, Participation.Role.INITIATOR)
    return _tally(contacts, _sides(recorded, one, other), _sides(_claimed(contacts), one, other))


def hosts(contacts: BitMap, one: Actor, other: Actor) -> Tally:
    """Tell how often who hosted the contacts; one query."""
    return _tally(contacts, _sides(_recorded(contacts, Participation.Role.HOST), one, other), {})


def _recorded(contacts: BitMap, role: str) -> Iterable[Row]:
    parts = Participation.objects.filter(exchange__in=_among(contacts), role=role)
    known = parts.exclude(actor=None).order_by()
    return known.values_list("exchange", *(f"actor__{name}" for name in OF_ACTOR))


def _claimed(contacts: BitMap) -> Iterable[Row]:
    """Give what readouts claim that readers may see."""
    readouts = Readout.objects.filter(may_be_seen(), exchange__in=_among(contacts))
    claims = readouts.exclude(claimed_initiator=None).order_by()
    return claims.values_list("exchange", *(f"claimed_initiator__{name}" for name in OF_ACTOR))


def _among(contacts: BitMap) -> QuerySet[Exchange]:
    return Exchange.objects.public().filter(Among(contacts)).order_by()


def _sides(rows: Iterable[Row], one: Actor, other: Actor) -> dict[int, set[Who]]:
    """Give who had the role in each exchange, as `ONE`, `OTHER` or `SOMEBODY_ELSE`."""
    found: dict[int, set[Who]] = defaultdict(set)
    for exchange, pk, kind, country in rows:
        found[exchange].add(_side(pk, kind, country, one, other))
    return found


def _side(pk: int, kind: str, country: str, one: Actor, other: Actor) -> Who:
    if pk in (one.pk, other.pk):
        return Who.ONE if pk == one.pk else Who.OTHER
    if kind == Actor.Kind.PERSON or not country or one.country == other.country:
        return Who.SOMEBODY_ELSE
    sides = {one.country: Who.ONE, other.country: Who.OTHER}
    return sides.get(country, Who.SOMEBODY_ELSE)


def _tally(
    contacts: BitMap, recorded: Mapping[int, set[Who]], claims: Mapping[int, set[Who]]
) -> Tally:
    found = Counter(
        _of_record(recorded[pk]) if pk in recorded else _of_claims(claims.get(pk, set()))
        for pk in contacts
    )
    return Tally(found, sum(1 for pk in claims if pk not in recorded))


def _of_record(sides: set[Who]) -> Who:
    """Say who had a role that one or several have by the record."""
    ours = sides - {Who.SOMEBODY_ELSE}
    if len(ours) > 1:
        return Who.BOTH
    return next(iter(ours or sides))


def _of_claims(sides: set[Who]) -> Who:
    """Say who had a role by what the sides claim."""
    if len(sides) > 1:
        return Who.DISPUTED
    return next(iter(sides), Who.NOT_KNOWN)
