"""Finding the words of each statement in the copy of its document."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from statements.anchoring import Copy
from statements.loading.database import Row, copy, run, streamed
from statements.loading.reading import Progress
from statements.loading.staging import settle

# The words that a statement has when all is written.
TEXT = """
CASE WHEN state = 'unchanged' THEN kept.text
    ELSE coalesce(nullif(record ->> 'text', ''), kept.text) END
"""

# Statements whose words are new, and those whose document has a new copy.
WANTED = f"""
INSERT INTO loading_wanted
SELECT source.pk, read.pk, line FROM loading_statements AS read
JOIN loading_target AS source
    ON source.file = 'documents' AND source.id = record ->> 'document'
LEFT JOIN statements_statement AS kept ON kept.id = read.pk AND kept.document_id = source.pk
WHERE {TEXT} <> '' AND (
    state IN ('new', 'changed')
    OR source.pk IN (SELECT document FROM loading_snapshot WHERE fresh)
)
"""  # noqa: S608, made of constants

# The copy of the text that the bundle brings, or else the last one.
COPIES = """
INSERT INTO loading_snapshot
SELECT DISTINCT ON (document) document, kept.id, false
FROM (SELECT DISTINCT document FROM loading_wanted) AS wanted
LEFT JOIN (SELECT pk AS document, sha256_hex(body) AS sha256 FROM loading_documents)
    AS read USING (document)
JOIN statements_snapshot AS kept ON kept.document_id = document
WHERE document NOT IN (SELECT document FROM loading_snapshot)
ORDER BY document, (kept.sha256 = read.sha256) DESC NULLS LAST, retrieved_at DESC, kept.id DESC
"""

TEXTS = """
SELECT pk, text FROM (SELECT DISTINCT document FROM loading_wanted) AS wanted
JOIN loading_snapshot USING (document) JOIN statements_snapshot ON id = pk ORDER BY document
"""

WORDS = f"""
SELECT document, statement, {TEXT} FROM loading_wanted JOIN loading_snapshot USING (document)
JOIN loading_statements AS read USING (line)
LEFT JOIN statements_statement AS kept ON kept.id = statement AND kept.document_id = document
ORDER BY document, line
"""  # noqa: S608, made of constants

# A copy may be as long as a line of a bundle, a statement has a thousandth of that.
COPIES_AT_A_TIME = 5
STATEMENTS_AT_A_TIME = 500


def find_anchors(progress: Progress) -> None:
    """Stage the anchor of every statement that is written, or whose document has a new copy."""
    total = run(WANTED)
    settle("wanted")
    run(COPIES)
    settle("snapshot")
    waiting: list[Row] = []
    for done, anchor in enumerate(_anchors(), start=1):
        progress("Finding the words in their sources", done, total)
        waiting += [anchor] if anchor else []
        if len(waiting) >= STATEMENTS_AT_A_TIME:
            _stage(waiting)
            waiting = []
    _stage(waiting)
    settle("anchor")


def _stage(anchors: list[Row]) -> None:
    copy("loading_anchor", "statement, snapshot, first, behind, exact", anchors)


def _anchors() -> Iterator[Row | None]:
    """Give the anchor of each statement, or None; the copies pass by beside their statements."""
    texts = streamed(TEXTS, "loading_texts", COPIES_AT_A_TIME)
    words = streamed(WORDS, "loading_words", STATEMENTS_AT_A_TIME)
    by_document = groupby(words, key=itemgetter(0))
    for (snapshot, text), (_, statements) in zip(texts, by_document, strict=True):
        yield from _within(snapshot, Copy(text), statements)


def _within(snapshot: int, source: Copy, statements: Iterable[Row]) -> Iterator[Row | None]:
    for _, statement, text in statements:
        if span := source.find(text):
            exact = source.text[slice(*span)]
            yield statement, snapshot, *span, exact if exact != text else None
        else:
            yield None
