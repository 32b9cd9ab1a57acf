"""A first load: what would be done for each row, and can be done once for all, is done behind them.

The archive's largest tables get their indexes when the rows are there, and triggers that an import
goes without are switched off rather than called for each row, to find that they are not wanted.
Both are taken back with the transaction. Both lock the tables until it ends, so that pages wait:
that is for an archive that has next to nothing to show.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pgtrigger

from statements.loading.database import rows, run
from statements.loading.reading import Progress

FEWEST = 10_000
"""New statements for which it pays: fewer are in the indexes within a second or two."""

TIMES_AS_MANY = 10
"""How many times as many statements a first load brings as the archive has."""

LARGEST = (
    "statements_document", "statements_snapshot", "statements_statement",
    "statements_statement_topics", "statements_translation",
)  # fmt: skip

NEW_AND_KEPT = """
SELECT (SELECT count(*) FROM loading_identity WHERE file = 'statements' AND state = 'new'),
    (SELECT count(*) FROM statements_statement)
"""

# Those that hold a rule stay: what follows is written with their help.
INDEXES = """
SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid)
FROM pg_index
WHERE indrelid = ANY (%s::regclass[]) AND NOT indisunique ORDER BY indrelid, indexrelid
"""


@contextmanager
def first_load(progress: Progress, without: tuple[str, ...]) -> Iterator[None]:
    """Let the body write the rows of a bundle; `without` are triggers that the import ignores.

    Where the archive has statements enough, nothing is done but the body. No check may wait for
    the end of the transaction when the body has ended.
    """
    if not is_first():
        yield
        return
    indexes = _without_indexes()
    pgtrigger.disable(*without)
    yield
    pgtrigger.enable(*without)
    _with_indexes(indexes, progress)


def is_first() -> bool:
    """Tell whether the staged records are a first load."""
    [(new, kept)] = rows(NEW_AND_KEPT)
    return bool(new >= max(FEWEST, TIMES_AS_MANY * kept))


def _without_indexes() -> list[str]:
    """Drop the indexes of the largest tables; give the statements that make them."""
    found = rows(INDEXES, [list(LARGEST)])
    for name, _ in found:
        run(f"DROP INDEX {name}")
    return [definition for _, definition in found]


def _with_indexes(definitions: list[str], progress: Progress) -> None:
    for done, definition in enumerate(definitions):
        progress("Building the indexes", done, len(definitions))
        run(definition.replace("%", "%%"))
    progress("Building the indexes", len(definitions), len(definitions))
