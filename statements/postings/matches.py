"""The records that answer words: asked of the database once for an index, and kept with it."""

from __future__ import annotations

from threading import Lock
from typing import Any, TypeVar

from django.db.models import QuerySet
from pyroaring import BitMap

from statements.postings.index import Index, ids_in
from statements.querysets.ids import PackedIds
from statements.querysets.tsqueries import answering, estimate, meanings
from statements.querysets.words import PIECE

Found = TypeVar("Found")

# Each takes at most an eighth of a byte for each record of the archive.
MOST_KEPT = 16
# Several threads share an index.
_lock = Lock()


def means_nothing(index: Index, words: str) -> bool:
    """Tell whether words are too common to be looked for, in every language there is."""
    return bool(index.languages) and not _meanings(index, words)


def estimated(index: Index, rows: QuerySet[Any], words: str) -> int:
    """Give about how many records the database would have to be asked for."""
    if words in index.matches:
        return 0
    asked = _meanings(index, _unwanted(words) or words)
    return estimate(answering(rows, meaning) for meaning in asked)


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
    _keep(index.matches, words, answer)
    return answer


def _found(index: Index, rows: QuerySet[Any], words: str) -> BitMap:
    """Ask for each meaning apart, without the language of the rows, which the postings know."""
    found = BitMap()
    for meaning, languages in _meanings(index, words).items():
        asked = answering(rows, meaning).order_by().aggregate(ids=PackedIds("pk"))
        found |= ids_in(asked["ids"]) & index.written_in(languages)
    return found


def _meanings(index: Index, words: str) -> dict[str, list[str]]:
    kept: dict[str, dict[str, list[str]]] = index.kept.setdefault("meanings", {})
    if (found := kept.get(words)) is None:
        found = meanings(words, index.languages)
        _keep(kept, words, found)
    return found


def _keep(kept: dict[str, Found], words: str, found: Found) -> None:
    with _lock:
        while len(kept) >= MOST_KEPT:
            del kept[next(iter(kept))]
        kept[words] = found


def _unwanted(words: str) -> str:
    """Give the words of a search for records without them, as alternatives; else nothing."""
    pieces = PIECE.findall(words)
    if not all(piece.startswith("-") for piece in pieces):
        return ""
    return " or ".join(piece.lstrip("-") for piece in pieces)
