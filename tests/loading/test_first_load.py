"""A first load makes indexes behind the rows, and leaves everything as it was."""

from collections.abc import Callable
from pathlib import Path

import pghistory.models
import pytest
from django.db import connection

from actors.models import Actor
from statements.loading import first_load, load, words
from statements.loading.problems import BundleError, Problem
from statements.models import Exchange, Statement
from statements.postings import current
from tests.loading.bundles import ANN, WHOLE, WORDS, folder, imported, somebody_else

pytestmark = pytest.mark.django_db

INDEXES = "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY indexdef"
CONSTRAINTS = """
SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated::text
FROM pg_constraint ORDER BY 1, 2
"""
TRIGGERS = """
SELECT tgrelid::regclass::text, tgname, tgenabled FROM pg_trigger
WHERE NOT tgisinternal ORDER BY 1, 2
"""

OF = f"AND tgrelid = ANY ('{{{', '.join(first_load.LARGEST)}}}'::regclass[])"


def asked(query: str) -> list[tuple[str, ...]]:
    """Give the rows of a query."""
    with connection.cursor() as cursor:
        cursor.execute(query)
        return list(cursor.fetchall())


@pytest.fixture
def any_is_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a handful of statements be a first load."""
    monkeypatch.setattr(first_load, "FEWEST", 1)


def seen_while_loading(at: Path, look: Callable[[], bool], *, dry_run: bool = False) -> bool:
    """Import a bundle, and tell what was seen while its statements were written."""
    seen: list[bool] = []

    def progress(what: str, done: int, total: int) -> None:
        if what == "Writing the statements":
            seen.append(look())

    load(at, progress=progress, dry_run=dry_run)
    return seen[-1]


def everything() -> list[list[tuple[str, ...]]]:
    """Give all indexes, constraints and triggers of the archive."""
    return [asked(query) for query in (INDEXES, CONSTRAINTS, TRIGGERS)]


def has_search_index() -> bool:
    return any("statement_search " in definition for (definition,) in asked(INDEXES))


def records_inserts() -> bool:
    states = {name: enabled for _, name, enabled in asked(TRIGGERS)}
    return all(state == "O" for name, state in states.items() if "insert_insert" in name)


def keeps_copies() -> bool:
    """Tell whether a trigger of a large table asks for a copy of what is inserted."""
    copying = f"SELECT tgname FROM pg_trigger WHERE tgnewtable IS NOT NULL AND tgtype & 4 > 0 {OF}"  # noqa: S608
    return bool(asked(copying))


@pytest.mark.usefixtures("steps_hold", "any_is_first")
def test_indexes_and_triggers_are_as_they_were(tmp_path: Path) -> None:
    before = everything()
    at = folder(tmp_path / "b", **WHOLE)
    assert keeps_copies()
    assert not seen_while_loading(
        at, lambda: has_search_index() or records_inserts() or keeps_copies()
    )
    assert everything() == before
    assert Statement.objects.get().anchor_exact == WORDS["text"]


@pytest.mark.usefixtures("any_is_first")
def test_what_follows_is_recorded(tmp_path: Path) -> None:
    imported(tmp_path / "b", **WHOLE)
    assert not pghistory.models.Events.objects.exists()
    Actor.objects.create(name="New", slug="new", kind="person")
    assert pghistory.models.Events.objects.get().pgh_label == "insert"


@pytest.mark.usefixtures("any_is_first")
def test_lists_that_were_read_before_have_what_was_loaded(tmp_path: Path) -> None:
    assert not current.statements().everything
    assert not current.exchanges().everything
    imported(tmp_path / "b", **WHOLE)
    assert list(current.statements().everything) == [Statement.objects.get().pk]
    assert list(current.exchanges().everything) == [Exchange.objects.get().pk]


@pytest.mark.usefixtures("any_is_first")
def test_a_load_that_fails_leaves_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        assert not has_search_index()
        raise KeyboardInterrupt

    before = everything()
    monkeypatch.setattr(words, "write_statements", broken)
    with pytest.raises(KeyboardInterrupt):
        load(folder(tmp_path / "b", **WHOLE))
    assert everything() == before
    assert not Statement.objects.exists()


@pytest.mark.usefixtures("any_is_first")
def test_what_leads_nowhere_is_refused_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def led_astray() -> list[Problem]:
        found = list(write())
        Statement.objects.update(speaker=-1)
        return found

    write = words.write_statements
    monkeypatch.setattr(words, "write_statements", led_astray)
    with pytest.raises(BundleError, match="statements_statement_speaker_id"):
        load(folder(tmp_path / "b", **WHOLE))
    assert not Statement.objects.exists()


@pytest.mark.usefixtures("any_is_first")
def test_a_dry_run_takes_nothing_away(tmp_path: Path) -> None:
    at = folder(tmp_path / "b", **WHOLE)
    assert seen_while_loading(at, has_search_index, dry_run=True)


@pytest.mark.usefixtures("any_is_first")
def test_somebody_who_reads_is_not_waited_for_for_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_load, "TRIES", 2)
    monkeypatch.setattr(first_load, "PAUSE", 0)
    at = folder(tmp_path / "b", **WHOLE)
    with somebody_else() as other:
        other.execute("LOCK TABLE statements_statement IN ACCESS SHARE MODE")
        assert seen_while_loading(at, has_search_index)
    assert Statement.objects.get().anchor_exact == WORDS["text"]
    assert asked("SHOW lock_timeout") == [("0",)]


@pytest.mark.usefixtures("any_is_first")
def test_a_role_that_does_not_own_the_tables_loads_in_the_ordinary_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    not_owned = first_load.LOCKED.replace("pg_has_role(relowner, 'USAGE')", "false")
    assert not_owned != first_load.LOCKED
    monkeypatch.setattr(first_load, "LOCKED", not_owned)
    assert seen_while_loading(folder(tmp_path / "b", **WHOLE), has_search_index)


def test_few_statements_are_no_first_load(tmp_path: Path) -> None:
    at = folder(tmp_path / "b", **WHOLE)
    assert seen_while_loading(at, lambda: has_search_index() and records_inserts())


def test_an_archive_that_is_read_is_not_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(tmp_path / "b", **WHOLE)
    monkeypatch.setattr(first_load, "FEWEST", 1)
    records = [{**WORDS, "id": f"new {at}"} for at in range(10)]
    few = folder(tmp_path / "few", statements=records[:9])
    assert seen_while_loading(few, has_search_index)
    many = folder(
        tmp_path / "many", actors=[ANN], statements=[{**WORDS, "id": str(at)} for at in range(200)]
    )
    assert not seen_while_loading(many, has_search_index)
