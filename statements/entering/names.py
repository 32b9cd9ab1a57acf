"""Known names in a text, however they are written there.

Words are folded by the database as the stored names are; the longest name at a place is the one
that is meant there. A name of several actors is theirs all: who is meant is not decided here.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db import connection

# In characters: a long transcript names those who matter long before. Its foot is read too, where
# a publisher may stand.
HEAD, FOOT = 60_000, 2_000
# In words, as "Presidential Executive Office of Russia" has five.
LONGEST = 8

CHUNK = re.compile(r"\S+")
POSSESSIVE = re.compile(r"['’]s?(?=\W*$)")

FOLDED = "SELECT chunk, fold_name(chunk) FROM unnest(%s::text[]) AS chunk"
BEARERS = """
WITH named AS (SELECT unnest(%s::text[]) AS folded)
SELECT folded, id, name, kind, country FROM (
    SELECT actor.folded, actor.id, actor.name, actor.kind, country
    FROM named JOIN actors_actor AS actor USING (folded)
    UNION
    SELECT other.folded, actor.id, actor.name, actor.kind, country
    FROM named JOIN actors_actorname AS other USING (folded)
    JOIN actors_actor AS actor ON actor.id = other.actor_id
) AS found ORDER BY folded, name, id
"""


@dataclass(frozen=True)
class Bearer:
    """An actor who has the name."""

    pk: int
    name: str
    kind: str
    country: str

    def __str__(self) -> str:
        return f"{self.name} — {', '.join(filter(None, [self.kind, self.country]))}"


@dataclass(frozen=True)
class Mention:
    """A known name as it is printed at a place, with everybody who bears it."""

    printed: str
    start: int
    bearers: tuple[Bearer, ...]

    @property
    def only(self) -> Bearer | None:
        """Who is meant, where one alone bears the name."""
        return self.bearers[0] if len(self.bearers) == 1 else None


@dataclass(frozen=True)
class Word:
    """A folded word, also without the ending of a possessive, and where its chunk stands."""

    folded: str
    bare: str
    start: int
    end: int
    begins_name: bool


def mentions_in(text: str) -> list[Mention]:
    """Give the known names of the text in its order, each place once. Two queries."""
    words = _words(text)
    bearers = _bearers(_phrases(words))
    return list(_longest(text, words, bearers))


def unique(mentions: Iterable[Mention]) -> list[Mention]:
    """Leave out who was named before, by this name or another."""
    first: dict[tuple[Bearer, ...], Mention] = {}
    for mention in mentions:
        first.setdefault(mention.bearers, mention)
    return list(first.values())


def _words(text: str) -> list[Word]:
    chunks = [*CHUNK.finditer(text, 0, HEAD)]
    chunks += CHUNK.finditer(text, max(HEAD, len(text) - FOOT))
    bare = {chunk[0]: POSSESSIVE.sub("", chunk[0]) for chunk in chunks}
    folded = _folded({*bare, *bare.values()})
    return [
        Word(
            word,
            _last(folded[bare[chunk[0]]], word),
            chunk.start(),
            chunk.end(),
            _may_begin(chunk[0]),
        )
        for chunk in chunks
        for word in folded[chunk[0]].split()
    ]


def _last(bare: str, word: str) -> str:
    """Give the word without its ending, where it is the one that has it."""
    ends = bare.split()
    return ends[-1] if ends and word.startswith(ends[-1]) else word


def _may_begin(chunk: str) -> bool:
    """Tell whether a name may begin here: with a capital, or in a script that has none."""
    return any(
        sign.isalpha() and (sign.isupper() or sign.lower() == sign.upper()) for sign in chunk
    )


def _folded(chunks: Iterable[str]) -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(FOLDED, [sorted(chunks)])
        return dict(cursor.fetchall())


def _phrases(words: Sequence[Word]) -> set[str]:
    return {phrase for first in range(len(words)) for _, phrase in _phrases_at(words, first)}


def _phrases_at(words: Sequence[Word], first: int) -> Iterator[tuple[int, str]]:
    """Give what a name that begins at the word may be, the longest first, with its last word."""
    if not words[first].begins_name:
        return
    for last in range(min(first + LONGEST, len(words)) - 1, first - 1, -1):
        before = [word.folded for word in words[first:last]]
        yield last, " ".join([*before, words[last].folded])
        if words[last].bare != words[last].folded:
            yield last, " ".join([*before, words[last].bare])


def _bearers(phrases: set[str]) -> Mapping[str, tuple[Bearer, ...]]:
    found: dict[str, list[Bearer]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(BEARERS, [sorted(phrases)])
        for folded, *bearer in cursor.fetchall():
            found[folded].append(Bearer(*bearer))
    return {folded: tuple(bearers) for folded, bearers in found.items()}


def _longest(
    text: str, words: Sequence[Word], bearers: Mapping[str, tuple[Bearer, ...]]
) -> Iterator[Mention]:
    behind = 0
    for first in range(len(words)):
        if first < behind:
            continue
        for last, phrase in _phrases_at(words, first):
            if phrase in bearers:
                printed = _printed(text[words[first].start : words[last].end])
                yield Mention(printed, words[first].start, bearers[phrase])
                behind = last + 1
                break


def _printed(text: str) -> str:
    """Give a name as printed, without the punctuation about it."""
    return re.sub(r"^\W+|\W+$", "", POSSESSIVE.sub("", " ".join(text.split())))
