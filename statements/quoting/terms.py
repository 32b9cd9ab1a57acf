"""What the indexes know of a quotation's words."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from django.db import connection

from statements.quoting.words import Words, is_unspaced, seen, words_of

# One tag for each configuration of `search_config`; the last is that of all other languages.
TAGS = (
    "ar", "hy", "eu", "ca", "da", "nl", "en", "fi", "fr", "de", "el", "hi", "hu", "id", "ga", "it",
    "lt", "ne", "no", "pt", "ro", "ru", "sr", "es", "sv", "ta", "tr", "yi", "und",
)  # fmt: skip
PLAIN = "und"
# More words would find no more.
MOST = 48
# A language is likely whose stop words are nearly as many as those of the likeliest.
LIKELY = 0.6
# The words that are not among the frequent ones differ widely; most are rarer than the rarest of
# those, and in a language that few statements are in, none is as frequent as that share of all.
RARE = 1 / 3
RAREST = 0.006
# In characters: what stands around a word without a space between.
LONGEST_PIECE = 80

# Each word as the index of each configuration has it, and the share of the statements that have
# it: known of the thousand most frequent, from what ANALYZE saw of a sample.
FORMS = """
SELECT at - 1, tag, lexeme, share FROM (
    WITH form AS MATERIALIZED (
        SELECT at, tag, lexeme
        FROM unnest(%s::text[]) WITH ORDINALITY AS word (word, at), unnest(%s::text[]) AS tag
        LEFT JOIN LATERAL unnest(tsvector_to_array(search_words(tag, word))) AS lexeme ON true
    ), frequent AS (
        SELECT lexeme, share FROM pg_stats,
            unnest(most_common_elems::text::text[], most_common_elem_freqs)
                AS known (lexeme, share)
        WHERE schemaname = 'public' AND tablename = 'statements_statement'
            AND attname = 'search' AND lexeme = ANY (SELECT lexeme FROM form)
    )
    SELECT at, tag, lexeme, share FROM form LEFT JOIN frequent USING (lexeme)
) AS known
"""
SIZES = """
SELECT greatest(statements.reltuples, 0), greatest(copies.reltuples, 0), (
    SELECT min(share) FROM pg_stats, unnest(most_common_elem_freqs[:cardinality(
        most_common_elem_freqs) - 2]) AS share
    WHERE schemaname = 'public' AND tablename = 'statements_statement' AND attname = 'search'
), (
    SELECT jsonb_object_agg(tag, share) FROM pg_stats,
        unnest(most_common_vals::text::text[], most_common_freqs) AS known (tag, share)
    WHERE schemaname = 'public' AND tablename = 'statements_statement' AND attname = 'language'
)
FROM pg_class AS statements, pg_class AS copies
WHERE statements.oid = 'public.statements_statement'::regclass
    AND copies.oid = 'public.statements_snapshot'::regclass
"""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a quotation as lexemes, any of which may stand for it, and how frequent it is.

    `share` is the part of the rows that have it, from 0 to 1; for a rare word, a guess.
    """

    lexemes: tuple[str, ...]
    share: float


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a quotation: its terms, the rarest first, and how many rows there are.

    Only rows in the languages that the quotation may be in are counted, and shares are of them;
    where the planner knows nothing of the archive yet, they are 0.
    """

    terms: list[Term]
    statements: float
    copies: float

    @property
    def in_copies(self) -> list[Term]:
        """The terms with their shares of the copies, each of which holds many statements."""
        each = self.statements / max(self.copies, 1)
        return [replace(term, share=1 - (1 - term.share) ** each) for term in self.terms]


Forms = dict[tuple[str, str], set[str]]


def known_of(words: Words) -> Known:
    """Give the words by which a quotation can be found, and where they are looked for.

    Words that are stop words in a likely language are left out: none may be left.
    """
    units = _units(words)
    parts = (part for piece in units.values() for part in _parts(piece))
    forms, shares = _forms([*dict.fromkeys([*units, *units.values(), *parts])])
    likely = _likely(forms, units)
    statements, copies, least, languages = _sizes()
    spoken = _spoken(languages, likely)
    rare = min((least or 0) * RARE / spoken, RAREST)
    terms = {}
    for word, piece in units.items():
        if lexemes := _lexemes(forms, word, piece, likely):
            share = sum(shares.get(lexeme, 0) for lexeme in lexemes) / spoken
            terms[lexemes] = Term(lexemes, min(max(share, rare), 1))
    ordered = sorted(terms.values(), key=lambda term: term.share)
    return Known(ordered, statements * spoken, copies * spoken)


def _sizes() -> tuple[float, float, float | None, dict[str, float]]:
    """Give how many statements and copies there are, and the least share that is known.

    Then the share of each language. All that as the planner knows it.
    """
    with connection.cursor() as cursor:
        cursor.execute(SIZES)
        statements, copies, least, languages = cursor.fetchone()
    return statements, copies, least, json.loads(languages or "{}")


def _spoken(languages: Mapping[str, float], likely: Collection[str]) -> float:
    """Give the share of the statements that are in a likely language; 1 where none is known."""
    tags = {language: language.lower().split("-")[0] for language in languages}
    there = (
        share
        for language, share in languages.items()
        if (tags[language] if tags[language] in TAGS else PLAIN) in likely
    )
    return sum(there) or 1


def _units(words: Words) -> dict[str, str]:
    """Give some words from all over the text, each with what is written around it (U.S., 2.5)."""
    step = -(-len(words) // MOST)
    units = {}
    for start, end in words.spans[:: step or 1]:
        word = seen(words.text[start:end])
        first = words.text.rfind(" ", 0, start) + 1
        piece = words.text[first:].split(" ", 1)[0]
        units[word] = word if is_unspaced(word) else seen(piece[:LONGEST_PIECE])
    return units


def _parts(piece: str) -> list[str]:
    """Give the words of what is written without a space."""
    return [piece[start:end] for start, end in words_of(piece).spans]


def _forms(texts: list[str]) -> tuple[Forms, dict[str, float]]:
    """Give the lexemes of each text in each configuration, and the shares of frequent ones."""
    forms: Forms = defaultdict(set)
    shares = {}
    with connection.cursor() as cursor:
        cursor.execute(FORMS, [texts, list(TAGS)])
        for at, tag, lexeme, share in cursor.fetchall():
            if lexeme is not None:
                forms[texts[at], tag].add(lexeme)
                shares[lexeme] = share or 0
    return forms, shares


def _likely(forms: Forms, words: Collection[str]) -> list[str]:
    """Give the configurations that have most of the words as stop words, and the plain one.

    No language with a configuration of its own is written without spaces.
    """
    if 2 * sum(map(is_unspaced, words)) > len(words):
        return [PLAIN]
    stops = {tag: sum(not forms[word, tag] for word in words) for tag in TAGS}
    most = max(stops.values())
    return [tag for tag in TAGS if stops[tag] >= LIKELY * most or tag == PLAIN]


def _lexemes(forms: Forms, word: str, piece: str, likely: list[str]) -> tuple[str, ...]:
    """Give what may stand for a word in the index; nothing for a stop word."""
    own = [forms[word, tag] for tag in likely]
    whole = set().union(*(forms[piece, tag] for tag in likely))
    more = whole.difference(*(forms[part, tag] for part in _parts(piece) for tag in likely))
    return tuple(sorted(set().union(*own, more))) if all(own) or more else ()
