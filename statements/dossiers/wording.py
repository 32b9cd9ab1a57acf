"""How one speaks of an actor: of a person otherwise than of an office or a state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from actors.models import Actor
from statements.models import Statement

QUOTED = (Statement.Type.DIRECT, Statement.Type.MIXED)


@dataclass(frozen=True)
class Wording:
    """The words for an actor, and the types of quotation that are its own words."""

    they: str
    them: str
    their: str
    own_types: Sequence[str]


def wording_of(actor: Actor) -> Wording:
    """Give the words; what an office puts out as a readout is its own account."""
    if actor.kind == Actor.Kind.PERSON:
        return Wording("they", "them", "their", QUOTED)
    return Wording("it", "it", "its", (*QUOTED, Statement.Type.READOUT))
