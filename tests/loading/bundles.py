"""Bundles to try the importer on, and what somebody sees who imports one."""

import json
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import psycopg
from django.core.management import call_command
from django.db import connection

Record = dict[str, Any]

ANN: Record = {"id": "ann", "name": "Ann Lee", "kind": "person"}
BEN: Record = {"id": "ben", "name": "Ben Roy", "kind": "person"}
OFFICE: Record = {"id": "office", "name": "The Office", "kind": "office"}
CALL: Record = {
    "id": "call",
    "kind": "call",
    "title": "Call",
    "date": "2022-02-20",
    "participants": [{"name": "Ann Lee", "actor": "ann"}, {"name": "Ben Roy", "actor": "ben"}],
}
PAPER: Record = {
    "id": "paper",
    "kind": "readout",
    "title": "Readout",
    "publisher": "The Office",
    "language": "en",
    "text": "Ann Lee said: “We agree.” Ben Roy said: “We do not.”",
}
WORDS: Record = {
    "id": "words",
    "speaker": "Ann Lee",
    "text": "We agree.",
    "language": "en",
    "document": "paper",
    "exchange": "call",
    "quote_type": "direct",
}
# One record of each file, and all that they refer to.
WHOLE: dict[str, list[Record]] = {
    "actors": [ANN, BEN, OFFICE],
    "tenures": [{"id": "post", "person": "ann", "title": "Head of A", "start": "2020"}],
    "topics": [{"id": "peace", "name": "Peace"}],
    "exchanges": [{**CALL, "topics": ["Peace"]}],
    "documents": [{**PAPER, "exchange": "call", "side": "office"}],
    "readouts": [{"id": "none", "exchange": "call", "side": "ben", "none_found_on": "2022-03-01"}],
    "statements": [WORDS],
}


def folder(at: Path, **files: list[Record] | str | bytes) -> Path:
    """Write a bundle into a folder: each file's records, or its text or bytes as they are."""
    at.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (at / f"{name}.jsonl").write_bytes(as_bytes(content))
    return at


def somebody_else() -> "psycopg.Connection[tuple[Any, ...]]":
    """Connect to the same database as another person's program would."""
    params = connection.get_connection_params()
    known = ("host", "port", "user", "password", "dbname")
    return psycopg.connect(**{name: params[name] for name in known if name in params})


def as_bytes(content: list[Record] | str | bytes) -> bytes:
    """Give the bytes of a file."""
    if isinstance(content, list):
        content = "".join(json.dumps(record) + "\n" for record in content)
    return content.encode() if isinstance(content, str) else content


@dataclass(frozen=True)
class Seen:
    """How the command ended, and what it said."""

    status: int
    out: str
    err: str

    @property
    def problems(self) -> list[str]:
        """The lines about the bundle, without progress and the line that sums up."""
        lines = self.err.splitlines()
        return [line for line in lines if not line.endswith("…") and "imported" not in line]


def run(path: Path, *flags: str) -> Seen:
    """Import the bundle as by hand."""
    out, err, status = StringIO(), StringIO(), 0
    try:
        call_command("import_bundle", str(path), *flags, stdout=out, stderr=err)
    except SystemExit as end:
        status = int(str(end.code))
    return Seen(status, out.getvalue(), err.getvalue())


def imported(at: Path, **files: list[Record] | str | bytes) -> Seen:
    """Write a bundle and import it, which has to work."""
    seen = run(folder(at, **files))
    assert seen.status == 0, seen.err
    return seen


def row(seen: Seen, name: str) -> tuple[int, ...]:
    """Give made, changed, unchanged and unresolved of a row of the table."""
    [line] = [line for line in seen.out.splitlines() if line.startswith(f"{name} ")]
    return tuple(int(cell.replace(",", "")) for cell in line.split()[1:])
