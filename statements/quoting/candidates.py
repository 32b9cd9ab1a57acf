"""The texts that may hold a quotation, by the indexes of their words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from statements.querysets.editorial import PUBLIC
from statements.quoting.plans import Plan
from statements.quoting.terms import Term
from statements.quoting.verdicts import Piece
from statements.quoting.words import Words

Params = Mapping[str, Any]

# Rows whose words are counted, those of them whose neighbours are, and those that are read.
MOST_COUNTED = 5000
MOST_BESIDE = 1000
MOST_READ = 30
MOST_TRANSLATIONS = 300
# Neighbouring words that are looked for in each row.
MOST_PAIRS = 10
# Copies that are read, and how many characters of them, in all and of each.
MOST_COPIES = 200
MOST_CHARACTERS = 2_000_000
INDEXED = 300_000
# Statements that are looked through where no index has any of the words.
MOST_NEWEST = 15_000
# In characters: how far around a statement a quotation may run on.
REACH = 3000
MOST_TOUCHED = 200

SHARED = "length(search) - length(ts_delete(search, %(lexemes)s::text[]))"
# Of common words, and of stop words, which no index has, it is their neighbours that tell.
BESIDE = """(
    SELECT count(*) FROM unnest(%(pairs)s::text[]) AS pair,
        lower(left(text, 20000) COLLATE "C") AS written
    WHERE strpos(written, pair) > 0
)"""
LIKEST = f"""
SELECT statement, translation, text, number FROM (
    SELECT statement, translation, text, count(*) OVER () AS number, {SHARED} AS shared
    FROM (
        (SELECT id AS statement, NULL::bigint AS translation, text, search
        FROM statements_statement
        WHERE search @@ %(query)s::tsquery AND editorial_status = ANY (%(public)s)
        LIMIT %(most)s)
        UNION ALL
        (SELECT statement_id, made.id, made.text, made.search FROM statements_translation AS made
        JOIN statements_statement AS statement ON statement.id = statement_id
        WHERE made.search @@ %(query)s::tsquery AND editorial_status = ANY (%(public)s)
        LIMIT %(most_translations)s)
    ) AS found
    ORDER BY shared DESC LIMIT {MOST_BESIDE}
) AS likely
ORDER BY shared + {BESIDE} DESC LIMIT %(read)s
"""  # noqa: S608, made of constants
NEWEST = f"""
SELECT id, NULL, text, 0 FROM (
    SELECT id, text FROM statements_statement WHERE editorial_status = ANY (%(public)s)
    ORDER BY date_earliest DESC NULLS LAST, id LIMIT %(most)s
) AS found
ORDER BY {BESIDE} DESC LIMIT %(read)s
"""  # noqa: S608, made of constants

COPIES = """
SELECT id, document_id, 0, text FROM (
    SELECT copy.id, document_id, left(text, %(indexed)s) AS text,
        sum(least(length, %(indexed)s)) OVER (ORDER BY copy.id) AS characters
    FROM (
        SELECT copy.id, document_id, text, length FROM statements_snapshot AS copy
        JOIN statements_document AS document ON document.id = document_id
        WHERE copy_words(text) @@ %(query)s::tsquery AND editorial_status = ANY (%(public)s)
        LIMIT %(most)s
    ) AS copy
) AS found
WHERE characters <= %(characters)s OR characters <= %(indexed)s
"""
AROUND = """
SELECT copy.id, copy.document_id, greatest(anchor_start - %(reach)s, 0),
    substr(copy.text, greatest(anchor_start - %(reach)s, 0) + 1,
        anchor_end - anchor_start + 2 * %(reach)s)
FROM statements_statement AS statement
JOIN statements_snapshot AS copy ON copy.id = snapshot_id
JOIN statements_document AS document ON document.id = copy.document_id
WHERE statement.id = ANY (%(statements)s) AND document.editorial_status = ANY (%(public)s)
"""
TOUCHED = f"""
SELECT span.at, statement.id, anchor_start, anchor_end
FROM unnest(%(copies)s::bigint[], %(starts)s::int[], %(ends)s::int[]) WITH ORDINALITY
    AS span (copy, start, behind, at)
JOIN statements_statement AS statement
    ON snapshot_id = copy AND anchor_start < behind AND anchor_end > start
WHERE editorial_status = ANY (%(public)s)
ORDER BY span.at, anchor_start, anchor_end DESC, statement.id LIMIT {MOST_TOUCHED}
"""  # noqa: S608, made of constants


@dataclass(frozen=True, slots=True)
class Held:
    """The text of a statement, or of a translation of it."""

    statement: int
    translation: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a copy of a document, from its character `offset` on."""

    snapshot: int
    document: int
    offset: int
    text: str


def texts_by(plan: Plan, words: Words, terms: Sequence[Term]) -> list[Held]:
    """Give the public statements and translations that have most of the terms, by the plan.

    Where more rows than can be counted answer the plan, a stricter one is taken.
    """
    params = {
        "query": plan.query,
        "lexemes": [lexeme for term in terms for lexeme in term.lexemes],
        "most": MOST_COUNTED,
        "most_translations": MOST_TRANSLATIONS,
    }
    found, number = _texts(LIKEST, words, params)
    if number >= MOST_COUNTED and (stricter := plan.stricter):
        return found + texts_by(stricter, words, terms)
    return found


def newest_texts(words: Words) -> list[Held]:
    """Give those of the newest public statements that have most pairs of the words.

    For words so common that no index has them.
    """
    return _texts(NEWEST, words, {"most": MOST_NEWEST})[0]


def copies_by(plan: Plan) -> list[Stretch]:
    """Give the copies of public documents that have the plan's terms, each from its beginning."""
    params = {
        "query": plan.query,
        "most": MOST_COPIES,
        "indexed": INDEXED,
        "characters": MOST_CHARACTERS,
    }
    found = [Stretch(*row) for row in _rows(COPIES, params)]
    if len(found) >= MOST_COPIES and (stricter := plan.stricter):
        return copies_by(stricter)
    return found


def around(statements: Sequence[int]) -> list[Stretch]:
    """Give what stands around the statements in the copies of their documents, if public."""
    return [Stretch(*row) for row in _rows(AROUND, {"statements": statements, "reach": REACH})]


def pieces_within(spans: Sequence[tuple[int, int, int]]) -> list[list[Piece]]:
    """Give for each span, a copy with a start and an end, the public statements that it touches."""
    copies, starts, ends = (list(column) for column in zip(*spans, strict=True))
    found: list[list[Piece]] = [[] for _ in spans]
    for at, *piece in _rows(TOUCHED, {"copies": copies, "starts": starts, "ends": ends}):
        found[at - 1].append(Piece(*piece))
    return found


def _texts(query: str, words: Words, params: Params) -> tuple[list[Held], int]:
    """Give the texts that are read, and how many there were."""
    rows = _rows(query, {**params, "pairs": _pairs(words), "read": MOST_READ})
    return [Held(*row[:3]) for row in rows], rows[0][3] if rows else 0


def _pairs(words: Words) -> list[str]:
    """Give some pairs of neighbours all over the text, as they are mostly written."""
    step = -(-len(words) // MOST_PAIRS)
    firsts = range(0, len(words) - 1, step or 1)
    return [_pair(words, at) for at in firsts]


def _pair(words: Words, at: int) -> str:
    """Give a word and the next, with one space between if there is anything."""
    (first, behind), (then, last) = words.spans[at : at + 2]
    space = " " if behind < then else ""
    return f"{words.text[first:behind]}{space}{words.text[then:last]}".lower()


def _rows(query: str, params: Params) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, {**params, "public": list(PUBLIC)})
        return cursor.fetchall()
