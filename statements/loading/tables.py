"""Rows from records: how a record's fields become the columns of its table."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from statements.loading.database import run

INSERT = """
INSERT INTO {table} (id, import_id, import_digest, {columns})
SELECT read.pk, read.id, read.digest, {values} FROM loading_{file} AS read {joins}
WHERE state = 'new' ORDER BY read.line
"""

UPDATE = """
UPDATE {table} AS kept SET import_id = read.id, import_digest = read.digest, {columns}
FROM loading_{file} AS read {joins} WHERE state = 'changed' AND kept.id = read.pk
"""


def said(name: str) -> str:
    """Give the expression of a text that the record may leave out."""
    return f"coalesce(record ->> '{name}', '')"


def perhaps(name: str, kind: str = "text") -> str:
    """Give the expression of a value that is NULL where the record leaves it out."""
    return f"(record ->> '{name}')::{kind}"


def target(*names: str, file: str) -> str:
    """Give the joins to the rows that the named fields refer to, each under the field's name."""
    return "".join(
        f" LEFT JOIN loading_target AS {name}"
        f" ON {name}.file = '{file}' AND {name}.id = record ->> '{name}'"
        for name in names
    )


@dataclass(frozen=True)
class Table:
    """A table with an import id, the file its rows come from, and an expression for each column.

    `anew` gives the columns that a new row has from the record alone; `again` gives those whose
    value in a changed row depends on the row as it is, called `kept`.
    """

    file: str
    name: str
    columns: Mapping[str, str]
    joins: str = ""
    anew: Mapping[str, str] = field(default_factory=dict)
    again: Mapping[str, str] = field(default_factory=dict)

    def write(self) -> None:
        """Change the rows of changed records, then make those of new ones."""
        self._update()
        columns = {**self.columns, **self.anew}
        run(
            INSERT.format(
                table=self.name,
                file=self.file,
                joins=self.joins,
                columns=", ".join(f'"{name}"' for name in columns),
                values=", ".join(columns.values()),
            )
        )

    def _update(self) -> None:
        columns = {**self.columns, **self.again}
        changes = ", ".join(f'"{name}" = {value}' for name, value in columns.items())
        run(UPDATE.format(table=self.name, file=self.file, joins=self.joins, columns=changes))
