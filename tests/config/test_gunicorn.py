"""What gunicorn does before it makes its workers."""

import gc
import runpy
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import DatabaseError, connection, connections
from django.test.utils import CaptureQueriesContext

from config.rights import warning as rights
from config.web_server import CONFIGURATION
from reading import listing
from statements.postings import current
from tests.cast import document, statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def warnings() -> list[str]:
    """Give what is written to the log of the server."""
    return []


@pytest.fixture
def ready(monkeypatch: pytest.MonkeyPatch, warnings: list[str]) -> Callable[[], None]:
    """Give what the server does when it is ready, but for the end of the test's connection."""
    monkeypatch.setattr(gc, "freeze", lambda: None)
    monkeypatch.setattr(connections, "close_all", lambda: None)
    monkeypatch.setattr(current.statements, "_index", None)
    monkeypatch.setattr(rights, "warning", lambda database: "")
    when_ready = runpy.run_path(CONFIGURATION)["when_ready"]

    def warning(message: str, *parts: object) -> None:
        warnings.append(message % parts)

    return lambda: when_ready(SimpleNamespace(log=SimpleNamespace(warning=warning)))


def test_workers_share_postings_that_have_been_read(
    ready: Callable[[], None], warnings: list[str]
) -> None:
    with connection.cursor() as cursor:
        # Of tests that commit: what they changed would be looked for among what is read.
        cursor.execute("DELETE FROM statements_change")
    words = statement(document())
    ready()
    with CaptureQueriesContext(connection) as asked:
        assert list(current.statements().everything) == [words.pk]
    assert len(asked) == 1
    assert not warnings


def test_a_database_that_is_not_there_yet_is_no_reason_not_to_start(
    ready: Callable[[], None], warnings: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> None:
        raise DatabaseError("no such table")

    monkeypatch.setattr(listing, "listing_of", broken)
    ready()
    assert warnings == ["The postings are read by the first request instead: no such table"]


def test_a_role_that_could_change_history_is_told_of(
    ready: Callable[[], None], warnings: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rights, "warning", lambda database: "100% of it")
    ready()
    assert warnings == ["100% of it"]
