"""Actors as somebody types a name: those with a name of which each word typed begins a word."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection

# In characters and words: more is no name.
LONGEST = 100
MOST_WORDS = 8

# Each table by its own trigram index. Of several names of an actor that fit, the best is given.
FOUND = """
WITH hits (actor_id, name, folded, is_other) AS (
    SELECT id, name, folded, false FROM actors_actor WHERE {condition}
    UNION ALL
    SELECT actor_id, name, folded, true FROM actors_actorname WHERE {condition}
), best AS (
    SELECT DISTINCT ON (actor_id) *, starts_with(folded, %(whole)s) AS begins,
        CASE WHEN folded = %(whole)s THEN 0 WHEN {words} THEN 2 ELSE 4 END
        + is_other::int AS distance
    FROM hits ORDER BY actor_id, distance, begins DESC, folded
)
SELECT actor_id, name, distance FROM best
ORDER BY distance, begins DESC, length(folded), folded, actor_id
LIMIT %(most)s
"""
# How many actors bear each of some folded names.
BEARERS = """
SELECT folded, count(DISTINCT actor_id) FROM (
    SELECT id, folded FROM actors_actor WHERE folded = ANY (%(names)s)
    UNION ALL SELECT actor_id, folded FROM actors_actorname WHERE folded = ANY (%(names)s)
) AS borne (actor_id, folded) GROUP BY folded
"""
BEGINS = "(folded LIKE %(first{0})s OR folded LIKE %(later{0})s)"
HOLDS = "folded LIKE %(inside{0})s"
IS_WORD = "' ' || folded || ' ' LIKE %(word{0})s"


@dataclass(frozen=True)
class Found:
    """An actor by id, and the name of theirs that fits what was typed.

    `distance` tells how it fits: 0 where it is what was typed, 2 where that is whole words of it,
    else 4; and 1 more for another name than the actor's own.
    """

    actor: int
    name: str
    distance: int = 0


def beginning_with(typed: str, most: int) -> list[Found]:
    """Give the actors with a name in which every word typed begins a word, the best first.

    First those with exactly this name, then those with all of it as words of their name, and each
    time by their own name before another one. Where no word begins so, those with a name in which
    the words occur anywhere.
    """
    words = folded_words(typed)
    return (_found(BEGINS, words, most) or _found(HOLDS, words, most)) if words else []


def folded_words(typed: str) -> list[str]:
    """Give the words as names are folded; those of a text that is too long for a name are cut."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT fold_name(%s)", [typed.replace("\x00", " ")[:LONGEST]])
        return str(cursor.fetchone()[0]).split()[:MOST_WORDS]


def bearers(names: Iterable[str]) -> dict[str, int]:
    """Give how many actors bear each of the folded names."""
    with connection.cursor() as cursor:
        cursor.execute(BEARERS, {"names": list(names)})
        return dict(cursor.fetchall())


def _found(condition: str, words: Sequence[str], most: int) -> list[Found]:
    every, as_words = (
        " AND ".join(one.format(place) for place in range(len(words)))
        for one in (condition, IS_WORD)
    )
    patterns = dict(_patterns(words))
    parameters: dict[str, str | int] = {"whole": " ".join(words), "most": most, **patterns}
    with connection.cursor() as cursor:
        cursor.execute(FOUND.format(condition=every, words=as_words), parameters)
        return [Found(*row) for row in cursor.fetchall()]


def _patterns(words: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Give the patterns of LIKE; nothing that means anything there is left in a folded word."""
    for place, word in enumerate(words):
        sound = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        yield f"first{place}", f"{sound}%"
        yield f"later{place}", f"% {sound}%"
        yield f"inside{place}", f"%{sound}%"
        yield f"word{place}", f"% {sound} %"
