"""The bundle in the database's own temporary tables, where its records are checked and joined.

They are made in the transaction, and dropped or rolled back with it. No more of a bundle is in
Python's memory than the record that is read.
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection
from psycopg import Copy

from statements.loading.bundle import FILES
from statements.loading.database import run
from statements.loading.forms import Record
from statements.loading.notes import Reference

# The text of a document stands in `body`, apart from its record: a record is unpacked as a whole
# for each field that is read. What a record refers to comes beside it, in `named`, as field, file
# and id; loading_reference has that as rows. loading_identity says which row of the archive a
# record is, loading_target the same for any id that is referred to, loading_meant whom a printed
# name means, loading_anchor where a statement stands in a copy: with the words that stand there,
# unless they are its own to the letter.
TABLES = """
CREATE TEMP TABLE loading_record (
    file text, line int, id text, digest text, record jsonb, body text, named jsonb
) PARTITION BY LIST (file);
CREATE TEMP TABLE loading_reference (
    file text, line int, field text, target text, id text
);
CREATE TEMP TABLE loading_identity (
    file text, line int, id text, pk bigint, state text
) PARTITION BY LIST (file);
CREATE TEMP TABLE loading_target (file text, id text, pk bigint);
CREATE TEMP TABLE loading_meant (name text, pk bigint);
CREATE TEMP TABLE loading_slug (file text, line int, slug text);
CREATE INDEX ON loading_slug (file, line);
CREATE TEMP TABLE loading_topic (folded text, pk bigint);
CREATE TEMP TABLE loading_wanted (document bigint, statement bigint, line int);
CREATE TEMP TABLE loading_snapshot (document bigint, pk bigint, fresh boolean);
CREATE TEMP TABLE loading_anchor (
    statement bigint, snapshot bigint, first int, behind int, exact text
);
"""

# The planner takes joins on several columns for far smaller than they are.
INDEXES = {
    "record": ("file, line",),
    "identity": ("file, line", "pk"),
    "target": ("file, id",),
    "meant": ("name",),
    "anchor": ("statement",),
}

# Each file has its own part, so that who asks for a hundred topics does not read all statements.
OF_FILE = """
CREATE TEMP TABLE loading_record_{file} PARTITION OF loading_record FOR VALUES IN ('{file}');
CREATE TEMP TABLE loading_identity_{file} PARTITION OF loading_identity FOR VALUES IN ('{file}');
CREATE TEMP VIEW loading_{file} AS
SELECT line, loading_record.id, digest, record, body, pk, state
FROM loading_record JOIN loading_identity USING (file, line) WHERE file = '{file}';
"""

COPY = "COPY loading_record (file, line, id, digest, record, body, named) FROM STDIN"

REFERENCES = """
INSERT INTO loading_reference
SELECT file, line, reference ->> 0, reference ->> 1, reference ->> 2
FROM loading_record, jsonb_array_elements(named) AS reference
"""

DROP = """
DROP TABLE loading_record, loading_reference, loading_identity, loading_target, loading_meant,
    loading_slug, loading_topic, loading_wanted, loading_snapshot, loading_anchor CASCADE
"""


def create() -> None:
    """Make the tables, and for each file a view `loading_<file>` of its records and their rows."""
    run(TABLES + "".join(OF_FILE.format(file=file) for file in FILES))


def drop() -> None:
    """Drop the tables, and the views on them."""
    run(DROP)


def settle(*names: str) -> None:
    """Make the indexes of tables that are filled, and let the planner know how large they are."""
    for name in names:
        for columns in INDEXES.get(name, ()):
            run(f"CREATE INDEX ON loading_{name} ({columns})")
        run(f"ANALYZE loading_{name}")


CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
"""Gives a record as it is staged, and as it is compared with when it comes again."""


@dataclass(frozen=True)
class Staging:
    """Records on their way into the staging tables: the database reads one while the next is made.

    They are there when the `with` has ended that `staging` is used in.
    """

    out: Copy

    def put(self, file: str, line: int, record: Record, references: list[Reference]) -> None:
        """Take a record that was read; an unsound one has its id at least."""
        said = CANONICAL(record)
        digest = hashlib.sha256(said.encode()).hexdigest()
        body = record.get("text") if file == "documents" else None
        if body is not None:
            said = CANONICAL({key: value for key, value in record.items() if key != "text"})
        self.out.write_row(
            (file, line, record.get("id"), digest, said, body, CANONICAL(references))
        )


@contextmanager
def staging() -> Iterator[Staging]:
    """Stage the records that the body puts, and what they refer to."""
    with connection.cursor() as cursor, cursor.copy(COPY) as out:
        yield Staging(out)
    run(REFERENCES)
