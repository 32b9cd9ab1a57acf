"""The floor of an import: the same rows by COPY, then the same indexes.

The rows come in PostgreSQL's own binary form, into tables of the same columns, defaults, generated
columns and storage. What an import does beside that is not in it: reading and checking JSON,
finding out who is meant, finding words in their sources, constraints, triggers and foreign keys.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import psycopg
from psycopg import sql

from bench import products
from bench.archive import Archive
from bench.databases import Connection
from bench.progress import say, shown

SCHEMA = "floor"

TABLES = """
SELECT relname, coalesce(array_to_string(reloptions, ', '), ''),
    ARRAY(
        SELECT attname::text FROM pg_attribute
        WHERE attrelid = relation.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
        ORDER BY attnum
    ),
    ARRAY(SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename = relname)
FROM pg_class AS relation
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
    AND relname ~ '^(actors|statements)_' AND relname <> 'statements_change'
ORDER BY relname
"""


@dataclass(frozen=True)
class Table:
    """A table of the archive: its name, options, columns that are written, and indexes."""

    name: str
    options: str
    columns: list[str]
    indexes: list[str]

    @property
    def listed(self) -> sql.Composed:
        """The columns, as COPY takes them."""
        return sql.SQL(", ").join(map(sql.Identifier, self.columns))


def measure(archive: Archive, figures: Path) -> None:
    """Write how long the floor takes, in seconds: the rows and the indexes, and how many rows."""
    folder = archive.folder / "rows"
    products.remove(folder)
    folder.mkdir()
    with psycopg.connect(archive.url, autocommit=True) as connection:
        tables = list(_tables(connection))
        with shown("Reading all rows for the floor of the import"):
            rows = sum(_dump(connection, table, folder) for table in tables)
        _make_tables(connection, tables)
        took = _load(connection, tables, folder)
        connection.execute(f"DROP SCHEMA {SCHEMA} CASCADE")
    products.remove(folder)
    products.written(figures, {"rows": rows, **took})


def _tables(connection: Connection) -> Iterator[Table]:
    """Give the tables that have rows."""
    for row in connection.execute(TABLES).fetchall():
        table = Table(*row)
        query = sql.SQL("SELECT EXISTS (SELECT FROM {})").format(sql.Identifier(table.name))
        found = connection.execute(query).fetchone()
        if found and found[0]:
            yield table


def _dump(connection: Connection, table: Table, folder: Path) -> int:
    """Write the rows of a table to a file, and give how many they are."""
    query = sql.SQL("COPY {} ({}) TO STDOUT (FORMAT binary)").format(
        sql.Identifier(table.name), table.listed
    )
    with (
        connection.cursor() as cursor,
        cursor.copy(query) as copied,
        (folder / table.name).open("wb") as file,
    ):
        for piece in copied:
            file.write(piece)
    counted = connection.execute(
        sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table.name))
    ).fetchone()
    return counted[0] if counted else 0


def _make_tables(connection: Connection, tables: list[Table]) -> None:
    connection.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
    connection.execute(f"CREATE SCHEMA {SCHEMA}")
    for table in tables:
        connection.execute(
            f'CREATE TABLE {SCHEMA}."{table.name}" (LIKE public."{table.name}" INCLUDING DEFAULTS '
            "INCLUDING GENERATED INCLUDING STORAGE INCLUDING COMPRESSION)"
            + (f" WITH ({table.options})" if table.options else "")
        )


def _load(connection: Connection, tables: list[Table], folder: Path) -> dict[str, float]:
    began = monotonic()
    for table in tables:
        _fill(connection, table, folder)
    copied = monotonic()
    for table in tables:
        for index in table.indexes:
            connection.execute(index.replace(" ON public.", f" ON {SCHEMA}.", 1))
    ended = monotonic()
    say(f"Floor: {copied - began:.0f} s for the rows, {ended - copied:.0f} s for the indexes")
    return {"copy": copied - began, "indexes": ended - copied}


def _fill(connection: Connection, table: Table, folder: Path) -> None:
    query = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT binary)").format(
        sql.Identifier(SCHEMA, table.name), table.listed
    )
    with (
        connection.cursor() as cursor,
        cursor.copy(query) as copied,
        (folder / table.name).open("rb") as file,
    ):
        while piece := file.read(2**20):
            copied.write(piece)
