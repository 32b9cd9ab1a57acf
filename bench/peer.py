"""The peer: Datasette on a SQLite file of the same statements, in two layouts.

`plain` is what one of its users would make: one table with names in place of ids and topics as a
JSON array, for Datasette's facet of arrays; two tables beside it to filter through; FTS5 over the
words, and an index on all that is filtered, sorted or counted. In `apart` the texts and the titles
stand in tables of their own, and the page shows them as labels of foreign keys: the facet of
arrays, which copies whole rows, has less to copy then.
"""

import json
import os
import re
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from bench.databases import Connection
from bench.peer_rows import FILLED
from bench.progress import shown
from bench.serving import free_port, serving

QUICKLY = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
BESIDE = """
CREATE TABLE statement_topics (
    statement_id INTEGER REFERENCES statements (id), topic TEXT,
    PRIMARY KEY (topic, statement_id)
) WITHOUT ROWID;
CREATE TABLE statement_counterparts (
    statement_id INTEGER REFERENCES statements (id), counterpart TEXT,
    PRIMARY KEY (counterpart, statement_id)
) WITHOUT ROWID;
"""
PLAIN = """
CREATE TABLE statements (
    id INTEGER PRIMARY KEY, speaker TEXT, kind TEXT, language TEXT, type TEXT, date TEXT,
    date_latest TEXT, publisher TEXT, document TEXT, text TEXT, topics TEXT
);
"""
APART = """
CREATE TABLE documents (id INTEGER PRIMARY KEY, title TEXT);
CREATE TABLE texts (id INTEGER PRIMARY KEY, text TEXT);
CREATE TABLE statements (
    id INTEGER PRIMARY KEY, speaker TEXT, kind TEXT, language TEXT, type TEXT, date TEXT,
    date_latest TEXT, publisher TEXT, document INTEGER REFERENCES documents (id),
    text INTEGER REFERENCES texts (id), topics TEXT
);
INSERT INTO documents (title) SELECT DISTINCT document FROM plain.statements;
CREATE INDEX by_title ON documents (title);
INSERT INTO texts SELECT id, text FROM plain.statements;
INSERT INTO statements
SELECT record.id, speaker, kind, language, type, date, date_latest, publisher,
    documents.id, record.id, topics
FROM plain.statements AS record JOIN documents ON title = document ORDER BY record.id;
INSERT INTO statement_topics SELECT * FROM plain.statement_topics;
INSERT INTO statement_counterparts SELECT * FROM plain.statement_counterparts;
"""
INDEXES = """
CREATE INDEX by_speaker ON statements (speaker);
CREATE INDEX by_speaker_and_date ON statements (speaker, date);
CREATE INDEX by_kind ON statements (kind);
CREATE INDEX by_language ON statements (language);
CREATE INDEX by_type ON statements (type);
CREATE INDEX by_publisher ON statements (publisher);
CREATE INDEX by_date ON statements (date);
CREATE INDEX by_date_latest ON statements (date_latest);
CREATE VIRTUAL TABLE words USING fts5(
    text, content="{table}", content_rowid="id", tokenize='porter unicode61'
);
INSERT INTO words(words) VALUES ('rebuild');
INSERT INTO words(words) VALUES ('optimize');
ANALYZE;
"""
BATCH = 5000

# In milliseconds, or in kB for the cache; those that are not here are its own defaults.
SETTINGS = {
    "sql_time_limit_ms": "600000",
    "facet_time_limit_ms": "600000",
    "suggest_facets": "off",
    "default_page_size": "50",
    "default_facet_size": "10",
    "cache_size_kb": "262144",
}
WHERE_WORDS_ARE = {"statements": {"fts_table": "words", "fts_pk": "id"}}
COUNT = re.compile(r"<h3>\s*([\d,]+) row")


@dataclass(frozen=True)
class Files:
    """The SQLite files of an archive, one of each layout."""

    folder: Path

    @property
    def plain(self) -> Path:
        """One wide table."""
        return self.folder / "plain.db"

    @property
    def apart(self) -> Path:
        """Texts and titles in tables of their own."""
        return self.folder / "apart.db"


def build(url: str, folder: Path) -> None:
    """Write both SQLite files of an archive into a folder."""
    folder.mkdir()
    files = Files(folder)
    with shown("Building the SQLite file for Datasette"):
        _build_plain(url, files.plain)
    with shown("Building another one with texts apart"):
        _build_apart(files)


def _build_plain(url: str, path: Path) -> None:
    with psycopg.connect(url) as source, closing(sqlite3.connect(path)) as target:
        target.executescript(QUICKLY + PLAIN + BESIDE)
        for table, (query, columns) in FILLED.items():
            _fill(source, target, table, query, columns)
        target.executescript(INDEXES.format(table="statements"))


def _build_apart(files: Files) -> None:
    with closing(sqlite3.connect(files.apart)) as target:
        target.execute("ATTACH ? AS plain", [str(files.plain)])
        target.executescript(QUICKLY + BESIDE + APART)
        target.executescript(INDEXES.format(table="texts"))


def _fill(
    source: Connection, target: sqlite3.Connection, table: str, query: str, columns: int
) -> None:
    places = ", ".join("?" * columns)
    with source.cursor(name=f"bench_{table}") as cursor:
        cursor.itersize = BATCH
        cursor.execute(query)
        while rows := cursor.fetchmany(BATCH):
            target.executemany(f"INSERT INTO {table} VALUES ({places})", rows)  # noqa: S608
    target.commit()


@contextmanager
def served(path: Path) -> Iterator[tuple[str, int]]:
    """Serve a file while the body runs; give the path of its page and the port.

    As immutable: it counts the whole table once, and need not look whether the file has changed.
    """
    port = free_port()
    metadata = path.with_suffix(".json")
    metadata.write_text(json.dumps({"databases": {path.stem: {"tables": WHERE_WORDS_ARE}}}))
    options = [part for name, value in SETTINGS.items() for part in ("--setting", name, value)]
    options += ["--metadata", str(metadata), "--immutable", str(path)]
    command = [sys.executable, "-m", "datasette", "serve", "--port", str(port), *options]
    with serving(command, port, "/-/versions.json", dict(os.environ), path.with_suffix(".log")):
        yield f"/{path.stem}/statements", port


def count_on(page: str) -> int:
    """Give the number of rows that a page says it has; raises where it says none."""
    found = COUNT.search(page)
    if found is None:
        raise RuntimeError("Datasette's page gives no number of rows")
    return int(found[1].replace(",", ""))
