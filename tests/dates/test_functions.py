"""The SQL functions accept what Python accepts, and find the same days."""

from collections.abc import Iterable, Sequence
from datetime import date
from importlib import import_module

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dates.edtf import EDTFError, parse
from tests.dates.test_edtf import READ, REFUSED
from tests.dates.texts import storable_texts, valid_texts

pytestmark = pytest.mark.django_db

Answer = tuple[date | None, date | None, str | None]
NOTHING: Answer = (None, None, None)
in_one_table = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def python_answers(texts: Iterable[str]) -> list[Answer]:
    return [_python_answer(text) for text in texts]


def _python_answer(text: str) -> Answer:
    """Python strips a text before it reads it; the database only holds stripped ones."""
    try:
        read = parse(text)
    except EDTFError:
        return NOTHING
    return (read.earliest, read.latest, str(read.precision)) if read.text == text else NOTHING


def sql_answers(texts: Sequence[str]) -> list[Answer]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT public.edtf_earliest(edtf), public.edtf_latest(edtf),"
            " public.edtf_precision(edtf)"
            " FROM unnest(%s::text[]) WITH ORDINALITY AS given (edtf, place) ORDER BY place",
            [list(texts)],
        )
        rows: list[Answer] = cursor.fetchall()
    return rows


def assert_agreement(texts: Sequence[str]) -> None:
    in_sql, in_python = sql_answers(texts), python_answers(texts)
    differing = [row for row in zip(texts, in_sql, in_python, strict=True) if row[1] != row[2]]
    assert not differing


@in_one_table
@given(st.lists(valid_texts, min_size=50, max_size=200))
def test_agrees_on_dates(texts: list[str]) -> None:
    assert None not in sum(sql_answers(texts), ())
    assert_agreement(texts)


@in_one_table
@given(st.lists(storable_texts, min_size=50, max_size=200))
def test_agrees_on_any_text(texts: list[str]) -> None:
    assert_agreement(texts)


def test_agrees_on_the_tables_of_the_parser() -> None:
    refused = [text for text, _ in REFUSED if "\0" not in text and "\ud800" not in text]
    assert sql_answers(refused) == [NOTHING] * len(refused)
    assert sql_answers([row[0] for row in READ]) == [row[1:] for row in READ]


@pytest.mark.parametrize("year", ["0000", "0001", "0004", "0999", "1900", "2000", "2022", "9999"])
def test_agrees_on_every_two_digits_after_a_year(year: str) -> None:
    pairs = [f"{number:02}" for number in range(100)]
    days = [f"{year}-{month}-{day}" for month in pairs[:33] for day in pairs[:33]]
    assert_agreement([year, *(f"{year}-{pair}" for pair in pairs), *days])


def test_agrees_on_every_year_decade_and_century() -> None:
    years = [f"{year:04}" for year in range(10_000)]
    decades = {f"{year[:3]}X" for year in years}
    centuries = {f"{year[:2]}XX" for year in years}
    assert_agreement([*years, *decades, *centuries])


def test_nothing_gives_nothing() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT public.edtf_earliest(NULL), public.edtf_latest(NULL),"
            " public.edtf_precision(NULL)"
        )
        assert cursor.fetchone() == NOTHING


def test_works_with_the_empty_search_path_of_a_restore() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('search_path', '', true)")
    assert sql_answers(["2022-02/2022-24?"]) == [(date(2022, 2, 1), date(2023, 2, 28), "interval")]


@pytest.mark.parametrize("style", ["German", "SQL, DMY", "ISO, YMD"])
def test_no_setting_of_the_session_changes_the_days(style: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('datestyle', %s, true)", [style])
        cursor.execute("SELECT public.edtf_latest('2022-02-03?') - make_date(2022, 2, 1)")
        assert cursor.fetchone() == (2,)


def test_every_function_may_stand_in_a_generated_column() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT proname, provolatile, proisstrict, proparallel FROM pg_proc"
            " WHERE pronamespace = 'public'::regnamespace AND proname LIKE 'edtf%'"
        )
        kinds = {name: kind for name, *kind in cursor.fetchall()}
    assert set(kinds) >= {"edtf_earliest", "edtf_latest", "edtf_precision"}
    assert {tuple(kind) for kind in kinds.values()} == {("i", True, "s")}


def test_the_migration_can_be_undone() -> None:
    """In a schema of its own, since the tables of other apps need the functions."""
    operation = import_module("dates.migrations.0001_functions").Migration.operations[0]
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA rehearsal")
        for script in (*operation.sql, *operation.reverse_sql):
            cursor.execute(script.replace("public.", "rehearsal."), None)
        cursor.execute("DROP SCHEMA rehearsal")  # Refused if anything is left.
