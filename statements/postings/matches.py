"""The records that answer words: asked of the database once for an index, and kept with it."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from pyroaring import BitMap

from statements.postings.index import Index, ids_in
from statements.querysets.ids import PackedIds
from statements.querysets.tsqueries import answering, estimate, meanings

# Each takes at most an eighth of a byte for each record of the archive.
MOST_KEPT = 16


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
    if words not in index.matches:
        if len(index.matches) >= MOST_KEPT:
            index.matches.pop(next(iter(index.matches)), None)
        unwanted = _unwanted(words)
        found = _found(index, rows, unwanted or words)
        index.matches[words] = index.everything - found if unwanted else found
    return index.matches[words]


def _found(index: Index, rows: QuerySet[Any], words: str) -> BitMap:
    """Ask for each meaning apart, without the language of the rows, which the postings know."""
    found = BitMap()
    for meaning, languages in meanings(words, index.languages).items():
        asked = answering(rows, meaning).order_by().aggregate(ids=PackedIds("pk"))
        found |= ids_in(asked["ids"]) & index.written_in(languages)
    return found


def _unwanted(words: str) -> str:
    """Give the words of a search for records without them, as alternatives; else nothing."""
    pieces = words.split()
    alone = [piece.removeprefix("-") for piece in pieces]
    if '"' in words or any(piece == kept for piece, kept in zip(pieces, alone, strict=True)):
        return ""
    return " or ".join(alone)
