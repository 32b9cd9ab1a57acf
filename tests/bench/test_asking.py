"""What is asked of an archive: the same of our pages, of Datasette and in SQL."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any
from urllib.parse import parse_qs

import pytest
from django.db import connection
from django.test import Client

from bench import floors, peer
from bench.narrowing import windows
from bench.ours import cards_on, count_on
from bench.pages import ROWS, VALUES, Asking
from bench.peer_rows import FILLED
from bench.questions import PageKind, Question
from bench.quotes import ACROSS, first_of, mangled
from bench.rendering import rendered
from statements.loading import Report
from statements.models import Statement
from tests.cast import signed_in

pytestmark = pytest.mark.django_db
KINDS = 9


@pytest.fixture
def kinds(imported: Report) -> list[PageKind]:
    return list(Asking(connection.connection).kinds())


@pytest.fixture
def reader(db: None) -> Client:
    return signed_in("reader")


@pytest.fixture
def sqlite(imported: Report) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as file:
        file.executescript(peer.PLAIN + peer.BESIDE)
        for table, (query, columns) in FILLED.items():
            peer._fill(connection.connection, file, table, query, columns)
        file.executescript(peer.INDEXES.format(table="statements"))
        yield file


def counted_by_peer(file: sqlite3.Connection, question: Question) -> int:
    """Count what Datasette's filters leave, words left out."""
    asked = parse_qs(question.peer)
    kept = [*asked.get("_where", []), "1"]
    values: list[Any] = []
    for name, sql in (("speaker", "speaker = ?"), ("date__lte", "date <= ?"),
        ("date_latest__gte", "date_latest >= ?")):  # fmt: skip
        if name in asked:
            kept.append(sql)
            values += asked[name]
    query = f"SELECT count(*) FROM statements WHERE {' AND '.join(kept)}"  # noqa: S608
    return int(file.execute(query, values).fetchone()[0])


def shown(reader: Client, query: str) -> str:
    response = reader.get(f"/statements/?{query}")
    assert response.status_code == 200
    return str(response.content.decode())


def test_the_set_is_whole_and_every_question_is_another(kinds: list[PageKind]) -> None:
    assert len(kinds) == KINDS
    for kind in kinds:
        assert len(kind.questions) == VALUES
        different = {question.ours for question in kind.questions}
        assert len(different) == (1 if kind.name == "all" else VALUES), kind.name


def test_the_sql_of_a_page_leaves_what_our_page_leaves(
    kinds: list[PageKind], reader: Client
) -> None:
    writer = floors.Writer(connection.connection)
    for kind in kinds[:-1]:
        for question in kind.questions[:3]:
            page = shown(reader, question.ours)
            found = floors.run(connection.connection, writer.sql(question.floor), question.floor)
            assert found == min(count_on(page) or 0, ROWS + 1), question.ours
            assert cards_on(page) == min(count_on(page) or 0, ROWS)


def test_datasette_is_asked_for_the_same(
    kinds: list[PageKind], reader: Client, sqlite: sqlite3.Connection
) -> None:
    for kind in kinds[:5]:
        for question in kind.questions[:3]:
            page = shown(reader, question.ours)
            assert counted_by_peer(sqlite, question) == count_on(page), question.peer


def test_datasette_has_what_readers_see_and_no_more(sqlite: sqlite3.Connection) -> None:
    (rows,) = sqlite.execute("SELECT count(*) FROM statements").fetchone()
    assert rows == Statement.objects.public().count() < Statement.objects.count()


def test_windows_leave_about_as_many_as_they_say(imported: Report, reader: Client) -> None:
    public = Statement.objects.public().count()
    for window in windows(connection.connection, 0.2):
        assert 0.1 < (count_on(shown(reader, window)) or 0) / public < 0.5


def test_quotations_are_the_same_each_time_and_of_every_kind(imported: Report) -> None:
    asked = mangled(connection.connection, 1, 3)
    assert asked == mangled(connection.connection, 1, 3)
    assert asked != mangled(connection.connection, 2, 3)
    assert len({one.kind for one in asked}) == 5
    assert all(len(one.answers) == (2 if one.kind == ACROSS else 1) for one in asked)


def test_the_first_answer_of_the_quote_finder_is_read_from_its_page(
    imported: Report, reader: Client
) -> None:
    statement = Statement.objects.exclude(snapshot=None).filter(language="en").first()
    assert statement is not None
    words = " ".join(statement.text.split()[:8])
    page = reader.get("/find-quote/", {"quote": words}).content.decode()
    assert statement.public_id in first_of(page)
    assert first_of(reader.get("/find-quote/").content.decode()) == set()


def test_rendering_asks_the_database_nothing(imported: Report) -> None:
    assert rendered(1) > 0
