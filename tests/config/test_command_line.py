"""The embedded database by hand, as docs/operating.md says to use it."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from config.places import ROOT
from config.postgres import Cluster, server

DUMP = ("pg_dump", "--format=custom")
RESTORE = ("pg_restore", "--clean", "--if-exists", "--single-transaction", "--exit-on-error")


@pytest.fixture
def var(cluster: Cluster) -> Path:
    """Give the folder that the commands work in."""
    return cluster.folder.parent


def by_hand(var: Path, *arguments: str) -> tuple[int, str]:
    """Give the exit status and what is said."""
    done = subprocess.run(
        [sys.executable, "-m", "config.postgres", *arguments],
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "VAR_DIR": str(var)},
    )
    return done.returncode, done.stdout


def test_it_is_started_found_and_stopped(var: Path, cluster: Cluster) -> None:
    assert by_hand(var, "status") == (3, "Not running.\n")
    status, said = by_hand(var, "start")
    assert (status, said[:17]) == (0, "Running, process ")
    assert by_hand(var, "status") == (0, said)
    assert by_hand(var, "stop") == (0, "Stopped.\n")
    assert by_hand(var, "stop") == (0, "It was not running.\n")
    assert server.ready(cluster) is None


def test_its_address_is_given_while_it_runs(var: Path) -> None:
    by_hand(var, "start")
    status, address = by_hand(var, "url")
    assert status == 0
    psycopg.connect(address.strip()).close()
    by_hand(var, "stop")
    assert by_hand(var, "url") == (
        1,
        "Verbatim's database is not running: type make run, in another terminal.\n",
    )


def test_a_command_has_the_database_while_it_runs(var: Path, cluster: Cluster) -> None:
    asked = by_hand(var, "run", "psql", "--tuples-only", "--command", "SELECT current_user")
    assert asked == (0, " verbatim\n\n")
    assert server.ready(cluster) is None


def test_the_exit_status_is_the_commands(var: Path) -> None:
    assert by_hand(var, "run", "sh", "-c", "exit 7") == (7, "")


def test_a_command_that_is_not_there_is_told_in_one_line(var: Path) -> None:
    status, said = by_hand(var, "run", "no-such-command")
    assert status == 1
    assert said == "[Errno 2] No such file or directory: 'no-such-command'\n"


def test_a_backup_brings_back_what_was_there(var: Path, cluster: Cluster, tmp_path: Path) -> None:
    backup = str(tmp_path / "backup.dump")

    def psql(commands: str) -> str:
        return by_hand(var, "run", "psql", "--tuples-only", "--command", commands)[1].strip()

    psql("CREATE EXTENSION unaccent; CREATE TABLE said AS SELECT 'words' AS what")
    assert by_hand(var, "run", *DUMP, f"--file={backup}") == (0, "")
    psql("UPDATE said SET what = 'others'")
    assert by_hand(var, "run", *RESTORE, "--dbname=verbatim", backup) == (0, "")
    assert psql("SELECT what FROM said") == "words"

    cluster.folder.rename(cluster.folder.with_name("before"))
    assert by_hand(var, "run", *RESTORE, "--dbname=verbatim", backup) == (0, "")
    assert psql("SELECT what FROM said") == "words"
