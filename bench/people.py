"""Who is in the archive: persons, offices, states, publishers, and the posts that persons held."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

from bench.chance import Weighted, shares, zipf

Record = dict[str, Any]

_COUNTRIES = """
US:United_States RU:Russia FR:France DE:Germany UA:Ukraine GB:United_Kingdom CN:China TR:Türkiye
IL:Israel IR:Iran PL:Poland IT:Italy IN:India JP:Japan SA:Saudi_Arabia EG:Egypt ES:Spain
BR:Brazil CA:Canada KR:South_Korea HU:Hungary BY:Belarus KZ:Kazakhstan AZ:Azerbaijan AM:Armenia
GE:Georgia MD:Moldova RO:Romania CZ:Czechia SK:Slovakia FI:Finland SE:Sweden NO:Norway DK:Denmark
NL:Netherlands BE:Belgium AT:Austria CH:Switzerland GR:Greece RS:Serbia BG:Bulgaria EE:Estonia
LV:Latvia LT:Lithuania SY:Syria IQ:Iraq JO:Jordan QA:Qatar AE:Emirates ZA:South_Africa NG:Nigeria
ET:Ethiopia KE:Kenya MX:Mexico AR:Argentina VE:Venezuela CU:Cuba PK:Pakistan AF:Afghanistan
ID:Indonesia VN:Vietnam AU:Australia
"""
COUNTRIES = {pair[:2]: pair[3:].replace("_", " ") for pair in _COUNTRIES.split()}

OFFICES = ("Presidential Office of", "Foreign Ministry of", "Defence Ministry of")
POSTS = ("President of", "Prime Minister of", "Foreign Minister of", "Defence Minister of")
OUTLETS = ("Tribune", "Herald", "News Agency", "Daily", "Television", "Review", "Gazette", "Wire")
PERSONS, PUBLISHERS, UNKNOWN = 3000, 150, 400

STARTS = "B D F G K L M N P R S T V Z Ch Sh Br Dr Gr Kr Tr St"
MIDDLES = "a e i o u ai ei ia oa"
ENDS = "n r l s k v d m rn lt nov lin ko ski ard ez mann idze"


@dataclass(frozen=True)
class Actor:
    """Somebody: the id in the bundle, the name, the kind and the country."""

    id: str
    name: str
    kind: str
    country: str


@dataclass(frozen=True)
class People:
    """Everybody, and how often each speaks: the weights are those of the whole archive."""

    persons: tuple[Actor, ...]
    offices: tuple[Actor, ...]
    states: tuple[Actor, ...]
    publishers: tuple[Actor, ...]
    unknown: tuple[str, ...]

    @property
    def everyone(self) -> tuple[Actor, ...]:
        """All who have a record."""
        return self.persons + self.offices + self.states + self.publishers


@dataclass(frozen=True)
class Casting:
    """How often each is chosen: a few persons, offices and publishers most of the time."""

    persons: Weighted[Actor]
    offices: Weighted[Actor]
    states: Weighted[Actor]
    publishers: Weighted[Actor]
    unknown: Weighted[str]


@cache
def people() -> People:
    """Give everybody; they are the same in every archive."""
    random = Random("people")  # noqa: S311, nothing is kept secret with it
    names, countries = _names(random), zipf(list(COUNTRIES), 0.8)
    return People(
        tuple(
            Actor(f"bench:person-{n}", next(names), "person", countries.one(random))
            for n in range(PERSONS)
        ),
        tuple(_offices()),
        tuple(Actor(f"bench:{code}", name, "state", code) for code, name in COUNTRIES.items()),
        tuple(
            Actor(
                f"bench:outlet-{n}", _outlet(next(names), n), "organisation", countries.one(random)
            )
            for n in range(PUBLISHERS)
        ),
        tuple(next(names) for _ in range(UNKNOWN)),
    )


@cache
def casting() -> Casting:
    """Give how often each of the people is chosen."""
    known = people()
    return Casting(
        zipf(known.persons, 1.05),
        zipf(known.offices, 1.0),
        zipf(known.states, 1.0),
        zipf(known.publishers, 0.9),
        zipf(known.unknown, 0.8),
    )


def _offices() -> Iterator[Actor]:
    for place, office in enumerate(OFFICES):
        for code, country in COUNTRIES.items():
            yield Actor(f"bench:{code}-office-{place}", f"{office} {country}", "office", code)


def _outlet(name: str, number: int) -> str:
    return f"{name.split()[1]} {OUTLETS[number % len(OUTLETS)]}"


def _names(random: Random) -> Iterator[str]:
    """Give names of a person, no family name twice, so that each resolves to one."""
    taken: set[str] = set()
    while True:
        family = _name(random, 2) + random.choice(ENDS.split())
        if family not in taken:
            taken.add(family)
            yield f"{_name(random, 1)}{random.choice('aeio')} {family}"


def _name(random: Random, syllables: int) -> str:
    starts, middles = STARTS.split(), MIDDLES.split()
    parts = [random.choice(starts) + random.choice(middles) for _ in range(syllables)]
    return "".join(parts).capitalize() + random.choice("nrlsm")


def actor_records() -> Iterator[Record]:
    """Give the records of `actors.jsonl`."""
    random = Random("aliases")  # noqa: S311, nothing is kept secret with it
    for actor in people().everyone:
        record: Record = {"id": actor.id, "name": actor.name, "kind": actor.kind}
        record["country"] = actor.country
        if actor.kind == "person" and random.random() < 0.4:
            given, family = actor.name.split()
            record["names"] = [{"name": f"{family} {given}", "kind": "catalogue"}]
        yield record


def tenure_records() -> Iterator[Record]:
    """Give the records of `tenures.jsonl`: a person has none, one or several posts in a row."""
    random = Random("posts")  # noqa: S311, nothing is kept secret with it
    how_many = shares(**{"0": 25, "1": 45, "2": 20, "3": 10})
    for person in people().persons:
        year = random.randint(1990, 2015)
        for number in range(int(how_many.one(random))):
            end = year + random.randint(1, 6)
            yield {
                "id": f"{person.id}-post-{number}",
                "person": person.id,
                "title": f"{random.choice(POSTS)} {COUNTRIES[person.country]}",
                "country": person.country,
                "start": f"{year}-{random.randint(1, 12):02}",
                "end": f"{end}-01-15",
            }
            year = end
