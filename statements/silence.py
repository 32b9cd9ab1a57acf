"""The sides of one exchange that have no readout, worked out from what its page has fetched.

`statements/querysets/sides.py` says what a side is and asks the same of all exchanges; a test
compares the two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from actors.countries import country_name
from actors.models import Actor
from actors.titles import covers
from dates.edtf import ImpreciseDate


@dataclass(frozen=True)
class SilentSide:
    """A side without a readout: its country, or "" where it has none, and who took part for it."""

    country: str
    people: list[Actor]

    @property
    def called(self) -> str:
        """What the side is called."""
        names = " and ".join(actor.name for actor in self.people)
        return f"{country_name(self.country)} ({names})" if self.country else names


def silent_sides(
    took_part: Iterable[Actor], heard: Iterable[Actor], when: ImpreciseDate | None
) -> list[SilentSide]:
    """Give the sides of those who took part of which none of the sides that were heard is one.

    Those who took part come with their tenures; `when` is the day of the exchange.
    """
    people, voices = list(took_part), list(heard)
    sides: dict[str, list[Actor]] = defaultdict(list)
    for actor in people:
        if not any(_speaks_for(voice, actor, people, when) for voice in voices):
            sides[actor.country or str(actor.pk)].append(actor)
    return [SilentSide(actors[0].country, actors) for actors in sides.values()]


def _speaks_for(
    voice: Actor, actor: Actor, people: list[Actor], when: ImpreciseDate | None
) -> bool:
    """Tell whether a readout by `voice` is one of the side that `actor` is on."""
    if voice.pk == actor.pk:
        return True
    mates = [mate for mate in people if _are_mates(mate, actor)]
    official = voice.kind != Actor.Kind.PERSON or any(voice.pk == mate.pk for mate in people)
    if voice.country and voice.country == actor.country and official:
        return True
    return any(_held_post_in(voice, mate, when) for mate in mates)


def _are_mates(one: Actor, other: Actor) -> bool:
    return one.pk == other.pk or (bool(one.country) and one.country == other.country)


def _held_post_in(organisation: Actor, person: Actor, when: ImpreciseDate | None) -> bool:
    posts = (post for post in person.tenures.all() if post.organisation_id == organisation.pk)
    return any(when is None or covers(post, when.earliest, when.latest) for post in posts)
