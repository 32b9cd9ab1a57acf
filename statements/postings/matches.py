"""The records that answer words: asked of the database once for an index, and kept with it."""

from __future__ import annotations

from threading import Lock
from typing import Any

from django.db.models import QuerySet
from pyroaring import BitMap

from statements.postings.index import Index, ids_in
from statements.querysets.ids import PackedIds
from statements.querysets.tsqueries import answering, estimate, meanings
from statements.querysets.words import PIECE

# Each takes at most an eighth of a byte for each record of the archive.
MOST_KEPT = 16
# Several threads share an index.
_lock = Lock()


def estimated(index: Index, rows: QuerySet[Any], words: str) -> int:
    """Give about how many records the database would have to be asked for."""
    if words in index.matches:
        return 0
    asked = meanings(_unwanted(words) or words, index.languages)
    return sum(estimate(answering(rows, meaning)) for meaning in asked)


def matches(index: Index, rows: QuerySet[Any], words: str) -> BitMap:
    """Give the records of the index that answer the words, each in its own language.

    `rows` are all records of the sort. Without a word that has to be there no index of the
    database helps: then those are found that have none of the words, and the others given.
    """
    if (kept := index.matches.get(words)) is not None:
        return kept
    unwanted = _unwanted(words)
    found = _found(index, rows, unwanted or words)
    answer = index.everything - found if unwanted else found
    with _lock:
        while len(index.matches) >= MOST_KEPT:
            del index.matches[next(iter(index.matches))]
        index.matches[words] = answer
    return answer


def _found(index: Index, rows: QuerySet[Any], words: str) -> BitMap:
    """Ask for each meaning apart, without the language of the rows, which the postings know."""
    found = BitMap()
    for meaning, languages in meanings(words, index.languages).items():
        asked = answering(rows, meaning).order_by().aggregate(ids=PackedIds("pk"))
        found |= ids_in(asked["ids"]) & index.written_in(languages)
    return found


def _unwanted(words: str) -> str:
    """Give the words of a search for records without them, as alternatives; else nothing."""
    pieces = PIECE.findall(words)
    if not all(piece.startswith("-") for piece in pieces):
        return ""
    return " or ".join(piece.lstrip("-") for piece in pieces)
