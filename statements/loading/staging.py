"""The bundle in the database's own temporary tables, where its records are checked and joined.

They are made in the transaction, and dropped or rolled back with it. No more of a bundle is in
Python's memory than what waits to be copied.
"""

import hashlib
import json
from dataclasses import dataclass, field

from statements.loading.bundle import FILES
from statements.loading.database import Row, copy, run
from statements.loading.forms import Record
from statements.loading.notes import Reference

MOST_WAITING = 4 * 2**20
"""Characters of records that are held before they are copied."""

# The text of a document stands in `body`, apart from its record: a record is unpacked as a whole
# for each field that is read. loading_identity says which row of the archive a record is,
# loading_target the same for any id that is referred to, loading_meant whom a printed name means.
TABLES = """
CREATE TEMP TABLE loading_record (
    file text, line int, id text, digest text, record jsonb, body text
);
CREATE TEMP TABLE loading_reference (
    file text, line int, field text, target text, id text
);
CREATE TEMP TABLE loading_identity (
    file text, line int, id text, pk bigint, state text
);
CREATE TEMP TABLE loading_target (file text, id text, pk bigint);
CREATE TEMP TABLE loading_meant (name text, pk bigint);
CREATE TEMP TABLE loading_slug (file text, line int, slug text);
CREATE TEMP TABLE loading_topic (folded text, pk bigint);
CREATE TEMP TABLE loading_snapshot (document bigint, pk bigint, fresh boolean);
CREATE TEMP TABLE loading_anchor (
    statement bigint, snapshot bigint, first int, behind int, exact text
);
"""

# The planner takes joins on several columns for far smaller than they are.
INDEXES = """
CREATE INDEX ON loading_record (file, line);
CREATE INDEX ON loading_identity (file, line);
CREATE INDEX ON loading_identity (pk);
CREATE INDEX ON loading_target (file, id);
CREATE INDEX ON loading_meant (name);
CREATE INDEX ON loading_slug (file, line);
CREATE INDEX ON loading_anchor (statement);
"""

VIEW = """
CREATE TEMP VIEW loading_{file} AS
SELECT line, loading_record.id, digest, record, body, pk, state
FROM loading_record JOIN loading_identity USING (file, line) WHERE file = '{file}';
"""

DROP = """
DROP TABLE loading_record, loading_reference, loading_identity, loading_target, loading_meant,
    loading_slug, loading_topic, loading_snapshot, loading_anchor CASCADE
"""


def create() -> None:
    """Make the tables, and for each file a view `loading_<file>` of its records and their rows."""
    run(TABLES + INDEXES + "".join(VIEW.format(file=file) for file in FILES))


def drop() -> None:
    """Drop the tables, and the views on them."""
    run(DROP)


def settle(*names: str) -> None:
    """Let the planner know the tables: without it, it takes them for small ones."""
    run("".join(f"ANALYZE loading_{name};" for name in names))


CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
"""Gives a record as it is staged, and as it is compared with when it comes again."""


@dataclass
class Staging:
    """Rows on their way into the staging tables, copied in large pieces."""

    records: list[Row] = field(default_factory=list)
    references: list[Row] = field(default_factory=list)
    waiting: int = 0

    def put(self, file: str, line: int, record: Record, references: list[Reference]) -> None:
        """Take a record that was read; an unsound one has its id at least."""
        said = CANONICAL(record)
        digest = hashlib.sha256(said.encode()).hexdigest()
        self.waiting += len(said)
        body = record.get("text") if file == "documents" else None
        if body is not None:
            said = CANONICAL({key: value for key, value in record.items() if key != "text"})
        self.records.append((file, line, record.get("id"), digest, said, body))
        self.references += [(file, line, ref.field, ref.file, ref.id) for ref in references]
        if self.waiting > MOST_WAITING:
            self.flush()

    def flush(self) -> None:
        """Copy what waits."""
        copy("loading_record", "file, line, id, digest, record, body", self.records)
        copy("loading_reference", "file, line, field, target, id", self.references)
        self.records, self.references, self.waiting = [], [], 0
