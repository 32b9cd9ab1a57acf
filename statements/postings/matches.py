"""The records that answer words: asked of the database once for an index, and kept with it."""

from __future__ import annotations

from threading import Lock
from typing import Any, TypeVar

from django.db.models import QuerySet
from pyroaring import BitMap

from statements.postings.index import Index, ids_in
from statements.querysets.ids import PackedIds
from statements.querysets.phrases import Alternative, alternatives
from statements.querysets.tsqueries import answering, estimate, meanings

Found = TypeVar("Found")

# Each takes at most an eighth of a byte for each record of the archive.
MOST_KEPT = 16
# Several threads share an index.
_lock = Lock()


def means_nothing(index: Index, rows: QuerySet[Any], words: str) -> bool:
    """Tell whether words are too common to be looked for.

    They are so in every language there is; or in some, and no record in another language has them.
    """
    parts = [part for one in alternatives(words) for part in _looked_for(one)]
    if not index.languages or any(_means_all(index, part) for part in parts):
        return False
    return not any(_asked(index, rows, part) for part in parts)


def _means_all(index: Index, part: Alternative) -> bool:
    """Tell whether words mean something in every language."""
    known = _meanings(index, part.asked).values()
    return sum(map(len, known)) == len(index.languages)


def estimated(index: Index, rows: QuerySet[Any], words: str) -> int:
    """Give about how many records the database would have to be asked for."""
    if words in index.matches:
        return 0
    parts = (part for one in alternatives(words) for part in _looked_for(one))
    asked = (meaning for part in parts for meaning in _meanings(index, part.asked))
    return estimate(answering(rows, meaning) for meaning in asked)


def matches(index: Index, rows: QuerySet[Any], words: str) -> BitMap:
    """Give the records of the index that answer the words, each in its own language.

    `rows` are all records of the sort.
    """
    if (kept := index.matches.get(words)) is None:
        kept = BitMap.union(BitMap(), *(_found(index, rows, one) for one in alternatives(words)))
        _keep(index.matches, words, kept)
    return kept


def _found(index: Index, rows: QuerySet[Any], one: Alternative) -> BitMap:
    """Give what answers one of several alternatives.

    Without a word that has to be there no index of the database helps: then those are found that
    have one of the unwanted words, and the others given.
    """
    found = BitMap.union(BitMap(), *(_asked(index, rows, part) for part in _looked_for(one)))
    return found if one.wanted else index.everything - found


def _looked_for(one: Alternative) -> list[Alternative]:
    """Give what the database is asked for: an alternative, or each word that must not be there."""
    return [one] if one.wanted else [Alternative((piece,), ()) for piece in one.unwanted]


def _asked(index: Index, rows: QuerySet[Any], one: Alternative) -> BitMap:
    """Ask for each meaning apart, without the language of the rows, which the postings know."""
    found, phrases = BitMap(), one.says(rows.searched)  # type: ignore[attr-defined]
    for meaning, languages in _meanings(index, one.asked).items():
        asked = answering(rows, meaning, phrases).order_by().aggregate(ids=PackedIds("pk"))
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
