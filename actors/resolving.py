"""Who is meant by a printed name: exactly one actor, or nobody.

Names are compared as the database folds them (`fold_name`). A printed name is an actor's where
it is one of the actor's names, honorifics aside; or where it ends in a name of a person and all
before that is a title. A name of several actors is nobody's: an editor says who is meant.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db import connection

from actors.leading_titles import is_title, without_honorifics
from actors.models import Actor

# What parts one name from the next as "and" does. Folding would lose it.
SEPARATORS = re.compile(r"[,;:/&+|]")

KNOWN_NAMES = """
SELECT id, kind, folded FROM actors_actor
UNION SELECT actor_id, actor.kind, other.folded
FROM actors_actorname AS other JOIN actors_actor AS actor ON actor.id = actor_id
"""

FOLDED = """
SELECT name, fold_name(name), fold_name(parted)
FROM unnest(%s::text[], %s::text[]) AS printed(name, parted)
"""

# One word alone is too little to find a person behind a title: it may be half a name.
SHORTEST = 2


@dataclass(frozen=True)
class Known:
    """The actors' folded names, each with the keys of those who bear it."""

    anyone: Mapping[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    persons: Mapping[str, set[int]] = field(default_factory=lambda: defaultdict(set))


def resolve(names: Iterable[str]) -> dict[str, int]:
    """Give the key of the one actor whom each name fits; names that fit none or several are absent.

    Two round trips, however many names.
    """
    printed = list(dict.fromkeys(names))
    if not printed:
        return {}
    known = _known_names()
    found = {name: _meant(whole, parted, known) for name, whole, parted in _folded(printed)}
    return {name: actor for name, actor in found.items() if actor is not None}


def _known_names() -> Known:
    known = Known()
    with connection.cursor() as cursor:
        cursor.execute(KNOWN_NAMES)
        for actor, kind, folded in cursor.fetchall():
            _add(known, actor, kind, folded)
    return known


def _add(known: Known, actor: int, kind: str, folded: str) -> None:
    if not folded:
        return
    known.anyone[_without_article(folded)].add(actor)
    if kind == Actor.Kind.PERSON:
        known.persons[" ".join(without_honorifics(folded.split()))].add(actor)


def _without_article(folded: str) -> str:
    return folded.removeprefix("the ")


def _folded(names: list[str]) -> list[tuple[str, str, str]]:
    """Give each name, its folded form, and that with "and" in place of what parts names."""
    parted = [SEPARATORS.sub(" and ", name) for name in names]
    with connection.cursor() as cursor:
        cursor.execute(FOLDED, [names, parted])
        return cursor.fetchall()


def _meant(whole: str, parted: str, known: Known) -> int | None:
    """Give the actor of a folded name."""
    if actors := known.anyone.get(_without_article(whole)):
        return _only(actors)
    words = without_honorifics(whole.split())
    if actors := known.persons.get(" ".join(words)):
        return _only(actors)
    return _after_title(parted.split(), known.persons)


def _only(actors: set[int]) -> int | None:
    return next(iter(actors)) if len(actors) == 1 else None


def _after_title(words: Sequence[str], persons: Mapping[str, set[int]]) -> int | None:
    """Give the person whose name ends the words, where all before it is a title."""
    for start in range(1, len(words) - SHORTEST + 1):
        actors = persons.get(" ".join(words[start:]))
        if actors:
            title = _without_last_honorific(words[:start])
            alone = is_title(title) and not _names_somebody(title, persons)
            return _only(actors) if alone else None
    return None


def _without_last_honorific(title: Sequence[str]) -> Sequence[str]:
    """Give the title without an honorific between it and the name: "Prime Minister Mr"."""
    for start in range(max(len(title) - 4, 1), len(title)):
        if not without_honorifics([*title[start:], "name"])[:-1]:
            return title[:start]
    return title


def _names_somebody(words: Sequence[str], persons: Mapping[str, set[int]]) -> bool:
    """Tell whether the name of a person stands somewhere in the words."""
    ends = range(SHORTEST, len(words) + 1)
    return any(
        " ".join(words[start:end]) in persons for end in ends for start in range(end - SHORTEST + 1)
    )
