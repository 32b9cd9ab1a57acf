"""Which sides of an exchange have no readout, and whose readout would be looked for."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, F, Q, Window
from django.db.models.functions import RowNumber

from actors.countries import country_name
from actors.models import Actor
from statements.querysets.sides import without_readout

# Offices of a country that are offered.
MOST_OFFICES = 5


@dataclass(frozen=True)
class Side:
    """A side without a readout, and what it is called.

    `actors` are the keys and names of those whose readout may be missing, the likeliest first:
    offices of the country, then those who took part.
    """

    called: str
    actors: list[tuple[int, str]]


def missing_sides(exchanges: Iterable[int]) -> dict[int, list[Side]]:
    """Give the sides without a readout of each of the exchanges (keys), in two queries."""
    missing = without_readout().filter(exchange__in=list(exchanges)).select_related("actor")
    sides: dict[int, dict[str, list[Actor]]] = defaultdict(lambda: defaultdict(list))
    for part in missing.order_by("pk"):
        if actor := part.actor:
            sides[part.exchange_id][actor.country or str(actor.pk)].append(actor)
    offices = _offices({key for found in sides.values() for key in found})
    return {
        exchange: [_side(key, people, offices.get(key, [])) for key, people in found.items()]
        for exchange, found in sides.items()
    }


def _side(key: str, people: list[Actor], offices: list[tuple[int, str]]) -> Side:
    """Give the side that these people are on; `key` is their country, if they have one."""
    names = " and ".join(actor.name for actor in people)
    called = f"{country_name(key)} ({names})" if people[0].country else names
    own = [(actor.pk, actor.name) for actor in people]
    return Side(called, list(dict.fromkeys([*offices, *own])))


def _offices(countries: Iterable[str]) -> dict[str, list[tuple[int, str]]]:
    """Give the offices, organisations and states of countries with most readouts, most first."""
    published = Count("readouts", filter=Q(readouts__document__isnull=False))
    ranked = (
        Actor.objects.of_countries(countries)
        .exclude(kind=Actor.Kind.PERSON)
        .annotate(published=published)
        .annotate(
            place=Window(
                RowNumber(), partition_by="country", order_by=[F("published").desc(), "kind", "pk"]
            )
        )
        .filter(place__lte=MOST_OFFICES)
        .order_by("country", "place")
    )
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for country, pk, name in ranked.values_list("country", "pk", "name"):
        found[country].append((pk, name))
    return found
