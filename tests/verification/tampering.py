"""Changes that no trigger sees, as the owner of the database can make them, and what a run says."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from io import StringIO

from django.core.management import call_command
from django.db import connection

TABLES = ("statements_snapshot", "statements_snapshotseal", "statements_statement")


def sql(query: str, *params: str | int | datetime) -> None:
    """Run raw SQL."""
    with connection.cursor() as cursor:
        cursor.execute(query, params or None)


@contextmanager
def behind_the_triggers() -> Iterator[None]:
    """Switch the triggers off for the body, and those that were on on again."""
    sql("SET CONSTRAINTS ALL IMMEDIATE")
    on = _triggers()
    _switch("DISABLE", on)
    yield
    _switch("ENABLE", on)


def _triggers() -> list[tuple[str, str]]:
    query = """
        SELECT tgrelid::regclass::text, tgname FROM pg_trigger
        WHERE tgrelid = ANY (%s::regclass[]) AND tgenabled = 'O' AND NOT tgisinternal
    """
    with connection.cursor() as cursor:
        cursor.execute(query, [list(TABLES)])
        return cursor.fetchall()


def _switch(how: str, triggers: list[tuple[str, str]]) -> None:
    for table, name in triggers:
        sql(f'ALTER TABLE {table} {how} TRIGGER "{name}"')


def without_rules(*names: str) -> None:
    """Drop constraints of the statements: the test's transaction takes it back."""
    sql("SET CONSTRAINTS ALL IMMEDIATE")
    for name in names:
        sql(f"ALTER TABLE statements_statement DROP CONSTRAINT {name}")


@dataclass(frozen=True)
class Seen:
    """How `verify_quotes` ended, and what it said."""

    status: int
    out: str
    err: str


def verify_quotes(*flags: str) -> Seen:
    """Run the command as by hand."""
    out, err, status = StringIO(), StringIO(), 0
    try:
        call_command("verify_quotes", *flags, stdout=out, stderr=err)
    except SystemExit as end:
        status = int(str(end.code))
    return Seen(status, out.getvalue(), err.getvalue())
