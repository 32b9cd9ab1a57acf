"""A first load: what would be done for each row, and can be done once for all, is done behind them.

The archive's largest tables get their indexes when the rows are there, and their foreign keys are
checked all at once; triggers that an import goes without are switched off rather than called for
each row, to find that they are not wanted. The transaction takes all of it back, or ends with all
of it in place. Until then it locks the tables, so that pages wait: that is for an archive that has
next to nothing to show.
"""

from collections.abc import Iterable, Iterator
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

# What takes a part of a table away, and what puts it back. Unique indexes stay: rows are written
# with their help.
INDEXES = """
SELECT format('DROP INDEX %%s', indexrelid::regclass), pg_get_indexdef(indexrelid)
FROM pg_index WHERE indrelid = ANY (%s::regclass[]) AND NOT indisunique
ORDER BY indrelid, indexrelid
"""
FOREIGN_KEYS = """
SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname),
    format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s',
        conrelid::regclass, conname, pg_get_constraintdef(oid))
FROM pg_constraint WHERE conrelid = ANY (%s::regclass[]) AND contype = 'f'
ORDER BY conrelid, conname
"""


@contextmanager
def first_load(progress: Progress, without: tuple[str, ...]) -> Iterator[None]:
    """Let the body write the rows of a bundle; `without` are triggers that the import ignores.

    Where the archive has statements enough, nothing is done but the body. When the body has ended,
    no check may wait for the end of the transaction any more.
    """
    if not is_first():
        yield
        return
    parts = [part for query in (FOREIGN_KEYS, INDEXES) for part in rows(query, [list(LARGEST)])]
    _run_all(drop for drop, _ in parts)
    pgtrigger.disable(*without)
    yield
    pgtrigger.enable(*without)
    _put_back([make for _, make in reversed(parts)], progress)


def is_first() -> bool:
    """Tell whether the staged records are a first load."""
    [(new, kept)] = rows(NEW_AND_KEPT)
    return bool(new >= max(FEWEST, TIMES_AS_MANY * kept))


def _put_back(parts: list[str], progress: Progress) -> None:
    for done, part in enumerate(parts, start=1):
        _run_all([part])
        progress("Building the indexes", done, len(parts))


def _run_all(statements: Iterable[str]) -> None:
    for statement in statements:
        run(statement.replace("%", "%%"))
