"""`{% load aligning %}`: who else says what a passage of an exchange says."""

from collections import Counter
from dataclasses import dataclass, field

from django import template

from statements.aligning import Alignment
from statements.models import Statement

register = template.Library()

ANOTHER, THIS = "another side", "this side"


@dataclass(frozen=True)
class SaidAlike:
    """What is told of a passage: the number of its point with the others that make it, or nothing.

    `others` are the names of their sides and the addresses of the passages on the page. `alone`:
    only `side` says it. Of what could not be compared neither is told.
    """

    side: str
    number: int | None = None
    others: list[tuple[str, str]] = field(default_factory=list)
    alone: bool = False


@register.simple_tag
def said_alike(alignment: Alignment | None, statement: Statement) -> SaidAlike:
    """Tell who else says what a passage says."""
    if alignment is None:
        return SaidAlike(THIS)
    place = alignment.places.get(statement.pk)
    side = (place.side if place else "") or THIS
    point = alignment.point_of(statement.pk)
    if point is None:
        return SaidAlike(side, alone=statement.pk in alignment.alone)
    return SaidAlike(side, point.number, _others(alignment, point.passages, statement.pk))


def _others(alignment: Alignment, passages: tuple[int, ...], own: int) -> list[tuple[str, str]]:
    """Name the passages of the point that stand on other sides; a side's second is told apart."""
    told: list[tuple[str, str]] = []
    times: Counter[str] = Counter()
    for passage in passages:
        place = alignment.places[passage]
        if passage == own or place.number == alignment.places[own].number:
            continue
        name = place.side or ANOTHER
        times[name] += 1
        more = f" ({times[name]})" if times[name] > 1 else ""
        told.append((f"{name}{more}", place.address))
    return told
