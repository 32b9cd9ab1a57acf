"""How `verify_quotes` is asked, and how it ends."""

import os
import signal
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from pytest_django import DjangoDbBlocker

from statements.loading.importing import silent
from statements.models import FailedCheck, Statement, VerificationRun
from statements.verification import check_statements, running
from statements.verification.running import LOCK, Scope, verify
from tests.cast import Cast, the_cast
from tests.loading.bundles import somebody_else
from tests.loading.test_killed import database_url
from tests.statements.makers import copy_of, document
from tests.verification.tampering import behind_the_triggers, sql, verify_quotes


@pytest.fixture
def cast(db: None) -> Cast:
    return the_cast()


def spoil() -> None:
    with behind_the_triggers():
        sql("UPDATE statements_statement SET anchor_start = anchor_start + 1")


def test_quietly_nothing_is_said_unless_something_failed(cast: Cast) -> None:
    seen = verify_quotes("--quiet")
    assert (seen.status, seen.out, seen.err) == (0, "", "")
    spoil()
    seen = verify_quotes("--quiet")
    assert (seen.status, seen.err) == (1, "")
    assert seen.out.endswith("3 failures.\n")


def test_one_statement_or_one_document(cast: Cast) -> None:
    spoil()
    seen = verify_quotes("--statement", cast.condition.public_id)
    assert seen.status == 1
    assert "1 statement and 1 kept copy" in seen.out
    assert FailedCheck.objects.get().statement == cast.condition
    seen = verify_quotes("--document", cast.kremlin_readout.public_id)
    assert "2 statements and 1 kept copy" in seen.out
    assert FailedCheck.objects.count() == 3
    runs = VerificationRun.objects.values_list("only", flat=True)
    assert set(runs) == {
        f"statement {cast.condition.public_id}",
        f"document {cast.kremlin_readout.public_id}",
    }


@pytest.mark.parametrize("flag", ["--statement", "--document"])
@pytest.mark.parametrize("name", ["", "nothing", "'; --", "a\x00b", "x" * 5000])
def test_what_is_not_there_is_a_misuse(cast: Cast, flag: str, name: str) -> None:
    with pytest.raises(CommandError, match="there is no") as refused:
        call_command("verify_quotes", flag, name)
    assert refused.value.returncode == 2


def test_two_at_once_do_not_mix(cast: Cast) -> None:
    with somebody_else() as other:
        other.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        with pytest.raises(CommandError, match="another run") as refused:
            call_command("verify_quotes")
    assert refused.value.returncode == 2
    assert not VerificationRun.objects.exists()
    assert verify_quotes().status == 0


def test_stopped_in_the_middle_it_keeps_what_it_found(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "DOCUMENTS_AT_A_TIME", 1)
    spoil()

    def stop(step: str, done: int, total: int) -> None:
        if done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        verify(Scope.whole(), stop)
    run = VerificationRun.objects.get()
    assert run.interrupted
    assert run.ended_at is not None
    assert (run.statements, run.failures) == (2, 2)
    assert FailedCheck.objects.count() == 2
    assert verify(Scope.whole(), silent).failures == 3


def test_what_an_editor_saves_meanwhile_is_not_called_wrong(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A statement that looked wrong in a stream is asked for once more, and locked for that."""
    spoil()
    settle = check_statements

    def mended_before(keys: set[int], run: VerificationRun) -> None:
        with behind_the_triggers():
            sql("UPDATE statements_statement SET anchor_start = anchor_start - 1")
        settle(keys, run)

    monkeypatch.setattr(running, "check_statements", mended_before)
    assert verify(Scope.whole(), silent).failures == 0


def test_many_long_copies_take_no_more_memory_than_a_few(db: None) -> None:
    source = document()
    sql(
        "INSERT INTO statements_snapshot (document_id, text) SELECT %s, n || repeat(' so', 400000) "
        "FROM generate_series(1, 40) AS n",
        source.pk,
    )
    tracemalloc.start()
    run = verify(Scope.whole(), silent)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert run.snapshots == 40
    # 40 texts of 1.2 MB; five at a time, each as bytes and as text.
    assert peak < 20_000_000


def test_many_statements_take_no_more_memory_than_a_few(db: None) -> None:
    kept = copy_of(document(), "No. " * 1000)
    fields = {"document": kept.document, "snapshot": kept, "anchor_start": 0, "anchor_end": 4000}
    text = {"text": kept.text, "anchor_exact": kept.text, "language": "en"}
    made = Statement(**fields, **text, speaker_as_printed="S", quote_type="direct")
    Statement.objects.bulk_create([made], batch_size=1)
    sql(
        "INSERT INTO statements_statement (document_id, snapshot_id, anchor_start, anchor_end,"
        " text, anchor_exact, language, speaker_as_printed, quote_type, translated)"
        " SELECT document_id, snapshot_id, anchor_start, anchor_end, text, anchor_exact, language,"
        " speaker_as_printed, quote_type, translated"
        " FROM statements_statement, generate_series(1, 9999)"
    )
    tracemalloc.start()
    run = verify(Scope.whole(), silent)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert run.statements == 10_000
    # 40 MB of words.
    assert peak < 12_000_000


@pytest.fixture
def _real_database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Open the test database without a transaction around the test; runs alone are written."""
    with django_db_blocker.unblock():
        yield
        VerificationRun.objects.all().delete()
        connection.close()


@pytest.mark.usefixtures("_real_database")
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_a_process_that_is_ended_leaves_the_way_free(number: int, status: int) -> None:
    with somebody_else() as other:
        other.execute("LOCK TABLE statements_snapshot")
        process = subprocess.Popen(
            [sys.executable, "manage.py", "verify_quotes"],
            cwd=settings.BASE_DIR,
            env={**os.environ, "DATABASE_URL": database_url()},
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stderr is not None
        assert "Comparing" in process.stderr.readline()
        process.send_signal(number)
        assert process.wait(30) == status
        if number == signal.SIGINT:
            assert "Stopped: what failed until then is kept" in process.stderr.read()
    run = VerificationRun.objects.get()
    assert (run.interrupted, run.ended_at is None) == (
        number == signal.SIGINT,
        number == signal.SIGKILL,
    )
    assert run_when_free().failures == 0


def run_when_free() -> VerificationRun:
    """Run once the server has noticed that the other is gone."""
    for _ in range(100):
        try:
            return verify(Scope.whole(), silent)
        except running.CannotRunError:
            time.sleep(0.1)
    raise AssertionError
