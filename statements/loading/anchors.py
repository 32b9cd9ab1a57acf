"""Finding the words of each statement in the copy of its document."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from statements.anchoring import Copy
from statements.cuts import Span
from statements.loading.database import Row, copy, run, streamed
from statements.loading.reading import Progress
from statements.loading.staging import settle
from statements.reanchoring import AROUND, Former, find_again

# The words that a statement has when all is written.
TEXT = """
CASE WHEN state = 'unchanged' THEN kept.text
    ELSE coalesce(nullif(record ->> 'text', ''), kept.text) END
"""

# Statements whose words are new, and those whose document has a new copy: also those that the
# bundle does not know.
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
UNION ALL
SELECT document, kept.id, NULL FROM loading_snapshot
JOIN statements_statement AS kept ON kept.document_id = document
WHERE fresh AND kept.text <> '' AND NOT EXISTS (
    SELECT FROM loading_identity WHERE file = 'statements' AND pk = kept.id
)
"""  # noqa: S608, made of constants

# The latest copy, and the one of the text that the bundle brings where that is an earlier one.
COPIES = """
INSERT INTO loading_snapshot
SELECT document, id, false FROM (
    SELECT document, kept.id, kept.sha256 = read.sha256 AS brought,
        row_number() OVER (PARTITION BY document ORDER BY retrieved_at DESC, kept.id DESC) AS place
    FROM (SELECT DISTINCT document FROM loading_wanted) AS wanted
    LEFT JOIN (SELECT pk AS document, sha256_hex(body) AS sha256 FROM loading_documents)
        AS read USING (document)
    JOIN statements_snapshot AS kept ON kept.document_id = document
    WHERE document NOT IN (SELECT document FROM loading_snapshot)
) AS copies WHERE place = 1 OR brought
"""

TEXTS = """
SELECT document, pk, text FROM (SELECT DISTINCT document FROM loading_wanted) AS wanted
JOIN loading_snapshot USING (document) JOIN statements_snapshot ON id = pk
ORDER BY document, retrieved_at DESC, pk DESC
"""

# With words that are anchored already comes where they stand, and what is around them.
WORDS = f"""
SELECT document, statement, {TEXT}, kept.anchor_exact, kept.anchor_start,
    substr(former.text, greatest(kept.anchor_start - {AROUND - 1}, 1),
        least(kept.anchor_start, {AROUND})),
    substr(former.text, kept.anchor_end + 1, {AROUND})
FROM loading_wanted LEFT JOIN loading_statements AS read USING (line)
LEFT JOIN statements_statement AS kept ON kept.id = statement AND kept.document_id = document
LEFT JOIN statements_snapshot AS former ON former.id = kept.snapshot_id AND kept.text = {TEXT}
WHERE document IN (SELECT document FROM loading_snapshot)
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
    by_document = (groupby(rows, key=itemgetter(0)) for rows in (texts, words))
    for (_, copies), (_, statements) in zip(*by_document, strict=True):
        yield from _within([(key, Copy(text)) for _, key, text in copies], statements)


def _within(copies: list[tuple[int, Copy]], statements: Iterable[Row]) -> Iterator[Row | None]:
    """Look for each statement in the latest copy, and then in the other one."""
    for _, statement, text, *former in statements:
        found = ((key, source, _span(source, text, former)) for key, source in copies)
        place = next(((key, source, span) for key, source, span in found if span), None)
        if place:
            key, source, span = place
            exact = source.text[slice(*span)]
            yield statement, key, *span, exact if exact != text else None
        else:
            yield None


def _span(source: Copy, text: str, former: list) -> Span | None:
    """Find the words; those that stood somewhere before, where the same is around them."""
    exact, start, before, behind = former
    if before is None:
        return source.find(text)
    return find_again(source, text, Former(exact, start, before, behind))
