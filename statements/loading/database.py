"""Statements to the database, and rows from it."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection

Row = tuple[Any, ...]
Params = Sequence[str | int | list[str] | list[int]]


def run(query: str, params: Params = ()) -> int:
    """Run the statement and give how many rows it touched; a per cent sign is written twice."""
    with connection.cursor() as cursor:
        cursor.execute(query, params)
        return int(cursor.rowcount)


def rows(query: str, params: Params = ()) -> list[Row]:
    """Give all rows of a query whose result is small."""
    with connection.cursor() as cursor:
        cursor.execute(query, params)
        return cursor.fetchall()


def streamed(query: str, name: str, at_a_time: int) -> Iterator[Row]:
    """Give the rows of a query one by one, so many fetched at a time; the name is the cursor's."""
    run("SET LOCAL cursor_tuple_fraction = 1")  # All are wanted, rather than the first ones soon.
    with connection.connection.cursor(name=name) as cursor:
        cursor.itersize = at_a_time
        yield from cursor.execute(query)


def copy(table: str, columns: str, records: Sequence[Row]) -> None:
    """Write rows into a staging table by COPY."""
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as out,
    ):
        for record in records:
            out.write_row(record)
