"""The quote finder: whether a mangled quotation is found, first of all, and how soon."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any
from urllib.parse import quote

import psycopg

from bench.archive import Archive
from bench.databases import Connection
from bench.mangling import FEWEST, KINDS, joined, passage, repunctuated, words_of
from bench.measuring import medians
from bench.ours import FINDER, FOUND, Verbatim, verbatim
from bench.progress import say
from bench.vocabulary import languages

ACROSS = "across two statements"
EACH = 20
WARM_UPS = 5
FIRST_ANSWER = re.compile(r'<article class="card answer.*?</article>', re.DOTALL)

# A statement and the one behind it in its document, with their texts, by their places there.
NEIGHBOURS = """
SELECT id, public_id, text, language, next_id, next_text FROM (
    SELECT id, public_id, text, language, lead(public_id) OVER source AS next_id,
        lead(text) OVER source AS next_text
    FROM statements_statement WHERE document_id IN (
        SELECT document_id FROM statements_statement WHERE id = ANY (%(ids)s)
    ) AND snapshot_id IS NOT NULL AND editorial_status = 'published'
    WINDOW source AS (PARTITION BY document_id ORDER BY anchor_start)
) AS placed WHERE id = ANY (%(ids)s) AND next_id IS NOT NULL
"""
BOUNDS = "SELECT min(id), max(id) FROM statements_statement"


@dataclass(frozen=True)
class Mangled:
    """A quotation as somebody remembers it, how it was mangled, and who carries it."""

    kind: str
    text: str
    answers: frozenset[str]


def mangled(connection: Connection, seed: int, each: int = EACH) -> list[Mangled]:
    """Give so many quotations of each kind, from statements of all languages."""
    random = Random(f"quotations {seed}")  # noqa: S311, nothing is kept secret with it
    least, most = connection.execute(BOUNDS).fetchone() or (1, 0)
    there = range(least, most + 1)
    ids = random.sample(there, min(len(there), 40 * each * (len(KINDS) + 1)))
    found = {row[0]: row[1:] for row in connection.execute(NEIGHBOURS, {"ids": ids}).fetchall()}
    rows = (found[one] for one in ids if one in found)
    long_enough = (row for row in rows if min(_length(row[1]), _length(row[4])) >= FEWEST)
    kinds = [kind for kind in (*KINDS, ACROSS) for _ in range(each)]
    return [_mangled(random, kind, row) for kind, row in zip(kinds, long_enough, strict=False)]


def _length(text: str) -> int:
    return len(words_of(text))


def _mangled(random: Random, kind: str, row: tuple[Any, ...]) -> Mangled:
    public_id, text, tag, next_id, next_text = row
    if kind == ACROSS:
        both = _across(random, words_of(text), words_of(next_text))
        return Mangled(kind, joined(both), frozenset((public_id, next_id)))
    others = next(one.words for one in languages() if one.tag == tag)
    words = KINDS[kind](random, passage(random, words_of(text)), others)
    return Mangled(kind, joined(words), frozenset((public_id,)))


def _across(random: Random, words: list[str], behind: list[str]) -> list[str]:
    """Give the end of one and the beginning of the other, with other signs."""
    ends, begins = random.randint(8, FEWEST), random.randint(8, FEWEST)
    return repunctuated(random, words[-ends:] + behind[:begins], ())


def first_of(page: str) -> set[str]:
    """Give the public ids of the statements in the first answer of the page."""
    found = FIRST_ANSWER.search(page)
    return set(FOUND.findall(found[0])) if found else set()


def measure(archive: Archive, seed: int) -> dict[str, Any]:
    """Ask for all quotations twice; give how many came first, by kind, and the times.

    The finder keeps no answers: the second time tells what it takes on a warm database.
    """
    with psycopg.connect(archive.url, autocommit=True) as connection:
        warm_ups = mangled(connection, seed + 1, 1)
        asked = mangled(connection, seed)
    with verbatim(archive) as site:
        say(f"Quote finder: {len(asked)} quotations")
        for one in warm_ups:
            _ask(site, one)
        answers = [(one, *_ask(site, one)) for one in asked]
        again = [_ask(site, one)[0] for one in asked]
    seconds = [taken for _, taken, _ in answers]
    return {
        "asked": len(asked),
        "first": sum(first for *_, first in answers),
        "kinds": dict(_by_kind(answers)),
        "median": medians(seconds),
        "worst": max(seconds) * 1000,
        "median_again": medians(again),
        "worst_again": max(again) * 1000,
    }


def _ask(site: Verbatim, one: Mangled) -> tuple[float, bool]:
    answer = site.page(f"{FINDER}?quote={quote(one.text)}")
    return answer.seconds, bool(first_of(answer.text) & one.answers)


def _by_kind(answers: list[tuple[Mangled, float, bool]]) -> Iterator[tuple[str, list[int]]]:
    """Give each kind with how many came first, and how many were asked for."""
    for kind in (*KINDS, ACROSS):
        own = [first for one, _, first in answers if one.kind == kind]
        yield kind, [sum(own), len(own)]
