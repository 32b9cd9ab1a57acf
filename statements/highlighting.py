"""Snippets: the words of a page's rows with what was searched for marked, safe to print.

PostgreSQL sets two signs around each word that answers, signs that are taken out of the text
beforehand. Only when everything is escaped do they become <mark>: no other markup gets through.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from statements.querysets.phrases import is_phrase, wanted_in
from statements.querysets.stemming import configuration
from statements.querysets.words import WITHOUT_SPACES, sound, unspaced
from statements.quoting.words import UNSPACED, Words, words_of

# The first two are of the private-use area. The third parts the letters of scripts without spaces:
# the parser takes it for a space, and here it is taken out again.
START, STOP, APART = "\ue000", "\ue001", "\x1f"
# In characters. What stands further on is never looked at: it would take too long.
LONGEST = 20_000
# In characters: some ninety words. Shorter texts are given whole.
SHORT = 600
# In characters, to see whether a piece is the last one.
END = 20

SIGNS: Final = f"StartSel={START}, StopSel={STOP}"
WHOLE: Final = f"HighlightAll=true, {SIGNS}"
PIECES: Final = f'MaxFragments=3, MaxWords={{}}, MinWords={{}}, FragmentDelimiter=" … ", {SIGNS}'
OF_WORDS = PIECES.format(35, 15)
# A single letter is a short word, which would be dropped at both ends of a piece.
OF_LETTERS = f"{PIECES.format(90, 40)}, ShortWord=0"

# The text with what answers marked, how it begins, and how it ends. Three times `replace` takes a
# tenth of the time of `translate`, which looks at each letter.
SNIPPET = f"""
SELECT id, ts_headline(config, separated(clean, %(apart)s),
        websearch_to_tsquery(config, separated(%(words)s, ' ')),
        CASE WHEN length(clean) <= {SHORT} THEN %(whole)s ELSE %(pieces)s END),
    left(clean, {SHORT}), length(clean) > {SHORT}, right(clean, {END})
FROM {{table}} AS record,
    LATERAL (SELECT {{config}} AS config,
        replace(replace(replace(left({{text}}, {LONGEST}), %(start)s, ''), %(stop)s, ''),
            %(apart)s, '') AS clean OFFSET 0) AS record_text
WHERE id = ANY (%(ids)s)
"""  # noqa: S608, made of constants
_ENGLISH = f"'{configuration('en')}'::regconfig"
STATEMENTS = SNIPPET.format(
    table="statements_statement", text="text", config="search_config(language)"
)
TITLES, SUMMARIES = (
    SNIPPET.format(table="statements_exchange", text=text, config=_ENGLISH)
    for text in ("title", "summary")
)
# A mark around a single letter of a script without spaces.
LETTER = re.compile(f"{START}([{UNSPACED}][^{START}{STOP}]*){STOP}")
RUN = re.compile(f"[{UNSPACED}]+")


@dataclass(frozen=True)
class ExchangeSnippet:
    """Title and summary of an exchange."""

    title: SafeString
    summary: SafeString


def snippets(ids: Sequence[int], words: str) -> dict[int, SafeString]:
    """Give the text of each statement with what answers the words within <mark>, by its id.

    One query. Short texts are whole; of longer ones the stretches around the words are given. A
    statement of which no word is marked (its speaker's name answered, say) has its beginning.
    """
    return dict(_snippets(STATEMENTS, ids, words))


def exchange_snippets(ids: Sequence[int], words: str) -> dict[int, ExchangeSnippet]:
    """Give title and summary of each exchange with what answers the words within <mark>.

    Two queries.
    """
    summaries = dict(_snippets(SUMMARIES, ids, words))
    return {
        pk: ExchangeSnippet(title, summaries[pk])
        for pk, title in _snippets(TITLES, ids, words)
        if pk in summaries
    }


def _snippets(query: str, ids: Sequence[int], words: str) -> Iterator[tuple[int, SafeString]]:
    runs, phrases = _runs(words), _phrases(words)
    with connection.cursor() as cursor:
        cursor.execute(query, _parameters(ids, words))
        for pk, found, begins, is_long, ends in cursor.fetchall():
            marked = _phrases_marked(_runs_marked(found.replace(APART, ""), runs), phrases)
            yield pk, _safe(_with_gaps(marked, begins, ends) if is_long else marked)


def _parameters(ids: Sequence[int], words: str) -> dict[str, Any]:
    return {
        "ids": list(ids),
        "words": unspaced(sound(words)),
        "start": START,
        "stop": STOP,
        "apart": APART,
        "whole": WHOLE,
        "pieces": OF_LETTERS if WITHOUT_SPACES.search(words) else OF_WORDS,
    }


def _runs(words: str) -> re.Pattern[str] | None:
    """Give the expression of what was typed in scripts without spaces, if anything was."""
    pieces = (RUN.findall(piece) for piece in wanted_in(words))
    runs = sorted({run for piece in pieces for run in piece}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, runs))) if runs else None


def _phrases(words: str) -> list[list[str]]:
    """Give the words of each phrase, if nothing but phrases was asked for."""
    wanted = wanted_in(words)
    return [words_of(piece).keys for piece in wanted] if all(map(is_phrase, wanted)) else []


def _phrases_marked(marked: str, phrases: Sequence[Sequence[str]]) -> str:
    """Give the text with marks around whole phrases, instead of their words anywhere.

    As it is, where none of them stands to the letter: in the printed name, perhaps.
    """
    plain = marked.replace(START, "").replace(STOP, "")
    found = words_of(plain)
    spans = sorted(span for phrase in phrases for span in _spans(found, phrase))
    pieces, behind = [], 0
    for start, end in spans:
        if start >= behind:
            pieces += [plain[behind:start], START, plain[start:end], STOP]
            behind = end
    return "".join([*pieces, plain[behind:]]) if pieces else marked


def _spans(found: Words, phrase: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Give where in a text the words of a phrase stand one behind the other."""
    for at in range(len(found) - len(phrase) + 1) if phrase else ():
        if found.keys[at] == phrase[0] and found.keys[at : at + len(phrase)] == list(phrase):
            yield found.spans[at][0], found.spans[at + len(phrase) - 1][1]


def _runs_marked(text: str, runs: re.Pattern[str] | None) -> str:
    """Give the text with marks around runs of letters instead of around each letter of them."""
    if not runs:
        return text
    return runs.sub(f"{START}\\g<0>{STOP}", LETTER.sub(r"\1", text))


def _with_gaps(marked: str, begins: str, ends: str) -> str:
    """Give the pieces of a long text with signs where something is left out."""
    if START not in marked:
        return f"{begins.rpartition(' ')[0] or begins} …"
    plain = marked.replace(START, "").replace(STOP, "")
    before = "" if begins.startswith(plain[:END]) else "… "
    after = "" if plain.endswith(ends) else " …"
    return f"{before}{marked}{after}"


def _safe(marked: str) -> SafeString:
    escaped = escape(marked).replace(START, "<mark>").replace(STOP, "</mark>")
    return mark_safe(escaped)  # noqa: S308, all is escaped but the marks set here
