"""A first load: what would be done for each row, and can be done once for all, is done behind them.

The archive's largest tables get their indexes when the rows are there, and their foreign keys and
unique ids are checked all at once; triggers that an import goes without are switched off rather
than called for each row, to find that they are not wanted. The transaction takes all of it back, or
ends with all of it in place. Until then it locks these tables and those that they lead to, so that
pages wait: that is for an archive that has next to nothing to show.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from time import sleep

import pgtrigger
from django.db import OperationalError, transaction
from pgtrigger.registry import registered
from psycopg.errors import LockNotAvailable

from statements.loading.database import rows, run
from statements.loading.reading import Progress

FEWEST = 10_000
"""New statements for which it pays: fewer are in the indexes within a second or two."""

TIMES_AS_MANY = 10
"""How many statements a first load brings for each record that the archive has."""

LARGEST = (
    "statements_document", "statements_snapshot", "statements_statement",
    "statements_statement_topics", "statements_addressee", "statements_attribution",
    "statements_translation",
)  # fmt: skip

# All tables are locked before anything is changed, and at no time is one waited for as long as
# PostgreSQL lets two wait for each other (deadlock_timeout, a second): no reader is refused.
LOCK = "SET LOCAL lock_timeout = '500ms'; LOCK TABLE {}; SET LOCAL lock_timeout TO DEFAULT"
TRIES, PAUSE = 60, 0.2
"""How often the locks are asked for, and the seconds in between, in which readers come through."""

NEW = "SELECT count(*) FROM loading_identity WHERE file = 'statements' AND state = 'new'"

KEPT = """
SELECT (SELECT count(*) FROM statements_statement) + (SELECT count(*) FROM statements_exchange)
    + (SELECT count(*) FROM statements_document)
"""

# The tables and those that they lead to, and whether all of them are the role's own.
LOCKED = """
SELECT array_agg(oid::regclass::text ORDER BY oid), bool_and(pg_has_role(relowner, 'USAGE'))
FROM pg_class WHERE oid = ANY (%s::regclass[]) OR oid IN (
    SELECT confrelid FROM pg_constraint WHERE conrelid = ANY (%s::regclass[]) AND contype = 'f'
)
"""

# What takes a part of a table away, and what puts it back. Of what is unique the ids of bundles and
# those in addresses alone go: rows are written with the help of the others. For a trigger that
# notes inserts PostgreSQL keeps a copy of all rows, even where the trigger is disabled.
NOTES = """
SELECT format('DROP TRIGGER %%I ON %%s', tgname, tgrelid::regclass), pg_get_triggerdef(oid)
FROM pg_trigger WHERE tgrelid = ANY (%s::regclass[]) AND tgname ~ '^note_[a-z]+_insert$'
ORDER BY tgrelid, tgname
"""
INDEXES = """
SELECT format('DROP INDEX %%s', indexrelid::regclass), pg_get_indexdef(indexrelid)
FROM pg_index WHERE indrelid = ANY (%s::regclass[]) AND NOT indisunique
ORDER BY indrelid, indexrelid
"""
CONSTRAINTS = """
SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname),
    format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s',
        conrelid::regclass, conname, pg_get_constraintdef(oid))
FROM pg_constraint WHERE conrelid = ANY (%s::regclass[]) AND (
    contype = 'f' OR pg_get_constraintdef(oid) IN ('UNIQUE (import_id)', 'UNIQUE (public_id)')
)
ORDER BY conrelid, contype <> 'f', conname
"""

# In place of what was not noted; whoever keeps something of the archive in memory reads it anew.
NOTE_ALL = """
INSERT INTO statements_change (record, first_id, last_id)
SELECT record, 0, 9223372036854775807 FROM unnest(ARRAY['statement', 'exchange']) AS record
"""


@contextmanager
def first_load(progress: Progress, ignored: Iterable[str]) -> Iterator[None]:
    """Let the body write the rows of a bundle; `ignored` are triggers that the import ignores.

    Where it is no first load, or the tables cannot be had, nothing is done but the body. When the
    body has ended, no check may wait for the end of the transaction any more.
    """
    if not (is_first() and _locked()):
        yield
        return
    largest = list(LARGEST)
    queries = (NOTES, CONSTRAINTS, INDEXES)
    parts = [part for query in queries for part in rows(query, [largest])]
    without = [uri for uri in ignored if _is_of_largest(uri)]
    _run_all(drop for drop, _ in parts)
    pgtrigger.disable(*without)
    yield
    run(NOTE_ALL)
    pgtrigger.enable(*without)
    _put_back([make for _, make in reversed(parts)], progress)


def is_first() -> bool:
    """Tell whether the staged records are a first load."""
    [(new,)] = rows(NEW)
    if new < FEWEST:
        return False
    [(kept,)] = rows(KEPT)
    return bool(new >= TIMES_AS_MANY * kept)


def _locked() -> bool:
    """Lock the tables, and tell whether that could be done."""
    [(tables, owned)] = rows(LOCKED, [list(LARGEST), list(LARGEST)])
    return owned and any(_lock(tables) for _ in range(TRIES))


def _lock(tables: list[str]) -> bool:
    try:
        with transaction.atomic():
            run(LOCK.format(", ".join(tables)))
    except OperationalError as error:
        if not isinstance(error.__cause__, LockNotAvailable):
            raise
        sleep(PAUSE)
        return False
    return True


def _is_of_largest(uri: str) -> bool:
    return any(model._meta.db_table in LARGEST for model, _ in registered(uri))


def _put_back(parts: list[str], progress: Progress) -> None:
    for done, part in enumerate(parts, start=1):
        _run_all([part])
        progress("Building the indexes", done, len(parts))


def _run_all(statements: Iterable[str]) -> None:
    for statement in statements:
        run(statement.replace("%", "%%"))
