"""An import that is ended in the middle: a real process, and a real database behind it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection
from pytest_django import DjangoDbBlocker

from tests.loading.bundles import WHOLE, folder, somebody_else

TABLES = ("actors_actor", "statements_exchange", "statements_document", "statements_statement")


@pytest.fixture
def _database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Open the test database without a transaction around the test: nothing will be written."""
    with django_db_blocker.unblock():
        yield
        connection.close()


def database_url() -> str:
    """Give the address of the test database."""
    given = {
        key: quote(str(connection.settings_dict[key]), safe="")
        for key in ("USER", "PASSWORD", "HOST", "PORT", "NAME")
    }
    who = f"{given['USER']}:{given['PASSWORD']}" if given["PASSWORD"] else given["USER"]
    where = f"{given['HOST']}:{given['PORT']}" if given["PORT"] else given["HOST"]
    return f"postgres://{who}@{where}/{given['NAME']}"


@contextmanager
def stuck_import(at: Path) -> Iterator[subprocess.Popen[str]]:
    """Start an import and give it while it waits, in the middle of its writing, for a table."""
    with somebody_else() as other:
        other.execute("LOCK TABLE statements_statement IN SHARE MODE")
        command = [sys.executable, "manage.py", "import_bundle", str(at)]
        process = subprocess.Popen(
            command,
            cwd=settings.BASE_DIR,
            env={**os.environ, "DATABASE_URL": database_url()},
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stderr is not None
        while "Writing the statements" not in process.stderr.readline():
            assert process.poll() is None
        yield process
        process.kill()
        process.wait()


def rows() -> int:
    """Count what is in the archive."""
    with connection.cursor() as cursor:
        counts = [cursor.execute(f"SELECT count(*) FROM {table}").fetchone() for table in TABLES]  # noqa: S608
    return sum(int(count) for (count,) in filter(None, counts))


@pytest.mark.usefixtures("_database")
def test_a_kill_leaves_nothing_behind(tmp_path: Path) -> None:
    with stuck_import(folder(tmp_path / "b", **WHOLE)) as process:
        process.send_signal(signal.SIGKILL)
        assert process.wait(timeout=10) == -signal.SIGKILL
    assert rows() == 0


@pytest.mark.usefixtures("_database")
def test_ctrl_c_ends_in_one_line(tmp_path: Path) -> None:
    with stuck_import(folder(tmp_path / "b", **WHOLE)) as process:
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=10)
        assert (process.returncode, said) == (130, "Stopped: nothing was imported.\n")
    assert rows() == 0
