"""However a row of a tracked table changes, every version of it can be rebuilt from the history."""

from collections.abc import Iterator
from typing import Any

import pgtrigger
import pytest
from django.db import connection, models

from actors.chronicle.tables import Table, table_named, tables
from actors.chronicle.versions import Row, rows_now
from tests.history.rows import SAMPLES, Sample

pytestmark = pytest.mark.django_db

UPDATE = 'UPDATE "{rows}" SET {column} = %s WHERE id = %s'
DELETE = 'DELETE FROM "{rows}" WHERE id = %s'
COPY_OUT = 'COPY (SELECT {columns} FROM "{rows}" WHERE id = {key}) TO STDOUT'
COPY_IN = 'COPY "{rows}" ({columns}) FROM STDIN'
TRUNCATE = 'SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE "{rows}" CASCADE'


@pytest.fixture(autouse=True)
def corrections_change() -> Iterator[None]:
    """Let corrections be changed as all else: their own rule is not what is tried here."""
    with pgtrigger.ignore("statements.Correction:kept"):
        yield


class Watched:
    """A row, all that it ever was, and ways to change it."""

    def __init__(self, table: Table, sample: Sample) -> None:
        self.table, self.sample = table, sample
        self.key = sample.make().pk
        self.seen: list[Row | None] = []
        self.look()

    def look(self) -> None:
        """Note the row as it stands; None where it is gone."""
        self.seen.append(rows_now(self.table, [self.key]).get(self.key))

    def run(self, query: str, params: list[Any]) -> None:
        with connection.cursor() as cursor:
            cursor.execute(query, params)
        self.look()

    @property
    def row(self) -> models.QuerySet[Any]:
        return self.table.model._base_manager.filter(pk=self.key)

    def with_update(self, value: object) -> None:
        self.row.update(**{self.sample.column: value})
        self.look()

    def with_bulk_update(self, value: object) -> None:
        record = self.row.get()
        setattr(record, self.sample.column, value)
        name = self.sample.column.removesuffix("_id")
        self.table.model._base_manager.bulk_update([record], [name])
        self.look()

    def with_sql(self, value: object) -> None:
        query = UPDATE.format(rows=self.table.rows, column=self.sample.column)
        self.run(query, [value, self.key])

    def delete_with_sql(self) -> None:
        self.run(DELETE.format(rows=self.table.rows), [self.key])

    def copied(self) -> str:
        """Give the row as COPY writes it."""
        query = COPY_OUT.format(columns=self._columns(), rows=self.table.rows, key=self.key)
        with connection.cursor() as cursor, cursor.copy(query) as copy:
            return "".join(bytes(part).decode() for part in copy)

    def copy(self, text: str) -> None:
        query = COPY_IN.format(columns=self._columns(), rows=self.table.rows)
        with connection.cursor() as cursor, cursor.copy(query) as copy:
            copy.write(text)
        self.look()

    def delete(self) -> None:
        self.row.delete()
        self.look()

    def bulk_create(self, row: Row) -> None:
        self.table.model._base_manager.bulk_create([self.table.model(**row)])
        self.look()

    def truncate(self) -> None:
        self.run(TRUNCATE.format(rows=self.table.rows), [])

    def rebuilt(self) -> list[Row | None]:
        """Give every version from the events and the row there now; None between two lives."""
        columns = [field.attname for field in self.table.fields]
        log = self.table.events._default_manager.filter(pgh_obj_id=self.key).order_by("pgh_id")
        return list(self._versions(log.values("pgh_label", *columns)))

    def _versions(self, log: models.QuerySet[Any, dict[str, Any]]) -> Iterator[Row | None]:
        alive, entered = False, None
        for event in log:
            label, row = event.pop("pgh_label"), event
            if label == "insert":
                alive, entered = True, row
                continue
            # What was entered is what the next event found.
            assert entered in (None, row)
            entered = None
            yield row
            if label == "delete":
                alive = False
                yield None
        if alive:
            now = rows_now(self.table, [self.key])[self.key]
            assert entered in (None, now)
            yield now

    def _columns(self) -> str:
        names = [f'"{f.column}"' for f in self.table.model._meta.concrete_fields if not f.generated]
        return ", ".join(names)


def test_there_is_a_row_of_every_tracked_table() -> None:
    assert {table.name for table in tables()} == {*SAMPLES}


@pytest.mark.parametrize("name", SAMPLES)
def test_every_version_can_be_rebuilt(name: str) -> None:
    table = table_named(name)
    assert table
    row = Watched(table, SAMPLES[name])
    first, second, third = row.sample.values()
    row.with_update(first)
    row.with_bulk_update(second)
    row.with_sql(third)
    kept, last = row.copied(), row.seen[-1]
    row.delete_with_sql()
    row.copy(kept)
    row.delete()
    assert last
    row.bulk_create(last)
    row.with_update(first)
    row.truncate()

    assert row.rebuilt() == row.seen
    assert len(row.seen) == 10


@pytest.mark.parametrize("name", SAMPLES)
def test_as_many_rows_are_recorded_as_changed(name: str) -> None:
    table = table_named(name)
    assert table
    key, sample = SAMPLES[name].make().pk, SAMPLES[name]
    log = table.events._default_manager
    before = log.filter(pgh_label="update").count()
    changed = 0
    query = UPDATE.format(rows=table.rows, column=sample.column)
    for value in sample.values():
        with connection.cursor() as cursor:
            cursor.execute(query, [value, key])
            changed += cursor.rowcount
    assert log.filter(pgh_label="update").count() - before == changed == 3
