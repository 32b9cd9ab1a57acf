"""What `make run` does: a served archive, and nothing left of it afterwards."""

import os
import re
import signal
import socket
import stat
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import psycopg
import pytest

from config.locks import is_held
from config.places import ROOT
from config.postgres import Cluster, running, server, url
from config.processes import wait_for

UP: Final = "Ctrl-C stops it."
PASSWORD: Final = r"  (reader|editor|chief) +((?:[a-z2-9]{4}-){3}[a-z2-9]{4})"


class Run:
    """One `make run`, from where .venv is there."""

    def __init__(self, var: Path, port: int, **variables: str) -> None:
        self.var = var
        self.process = subprocess.Popen(
            [sys.executable, "-m", "config.serve"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=ROOT,
            env=environment(var, PORT=str(port), **variables),
        )
        self.said = ""

    def until_up(self) -> "Run":
        """Wait until it is served, or until it ended without."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said += line
            if UP in line:
                break
        return self

    def end(self, how: signal.Signals = signal.SIGINT) -> int:
        """End it as Ctrl-C does, and give its exit status."""
        self.process.send_signal(how)
        return self.result()

    def result(self) -> int:
        """Wait for its end, and give its exit status."""
        said, _ = self.process.communicate(timeout=60)
        self.said += said
        return self.process.returncode


class Reader:
    """Somebody who has signed in with the password that was told, and opens pages."""

    def __init__(self, run: Run) -> None:
        self.address = (run.var / "address").read_text()
        self.browser = build_opener(HTTPCookieProcessor())
        self.token = ""
        told = re.search(r"  reader +(\S+)", run.said)
        assert told is not None
        self.page("/sign-in/")
        self.page("/sign-in/", username="reader", password=told[1])

    def page(self, path: str, **typed: str) -> str:
        """Give the page of the address, or of what is sent by the form that was last seen."""
        form = {**typed, "csrfmiddlewaretoken": self.token}
        sent = urlencode(form).encode() if typed else None
        with self.browser.open(self.address + path, sent) as answer:
            page: str = answer.read().decode()
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        self.token = found[1] if found else self.token
        return page


def environment(var: Path, **variables: str) -> dict[str, str]:
    """Give the environment of a newcomer's terminal, where nothing is set for Verbatim."""
    return {"PATH": os.environ["PATH"], "VAR_DIR": str(var), **variables}


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
    return port


def cluster_of(var: Path) -> Cluster:
    return Cluster(var / "postgres")


def nothing_runs(var: Path) -> bool:
    return not is_held(var / "web.lock") and not is_held(cluster_of(var).lock)


def manage(var: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run a command of manage.py, as in another terminal."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment(var),
    )


@pytest.fixture(scope="module")
def var(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give a folder that an archive was made in by a first run; what is left is stopped."""
    path = tmp_path_factory.mktemp("first run") / "var"
    first = Run(path, free_port()).until_up()
    assert UP in first.said, first.said
    assert first.end() == 0
    yield path
    server.stop(cluster_of(path))


@pytest.fixture
def run(var: Path) -> Iterator[Run]:
    """Give a later run that is up, for a test that ends it."""
    later = Run(var, free_port()).until_up()
    yield later
    if later.process.poll() is None:
        later.end()


@pytest.fixture(scope="class")
def up(var: Path) -> Iterator[Run]:
    """Give one run that is up, for all the tests of a class to look at."""
    one = Run(var, free_port()).until_up()
    yield one
    one.end()


class TestWhileItRuns:
    """What holds while it is served."""

    def test_it_says_where_it_is_and_how_to_sign_in_and_no_word_of_postgresql(
        self, up: Run
    ) -> None:
        assert re.search(r"Verbatim is at http://127\.0\.0\.1:\d+ · Ctrl-C stops it\.", up.said)
        roles = [role for role, _ in re.findall(PASSWORD, up.said)]
        assert roles == ["reader", "editor", "chief"]
        assert "postgres" not in up.said.lower()

    def test_the_pages_are_served_by_a_role_that_cannot_change_history(self, up: Run) -> None:
        Reader(up).page("/statements/")
        with psycopg.connect(url(cluster_of(up.var))) as owner:
            there = owner.execute(
                "SELECT DISTINCT usename FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            ).fetchall()
        assert there == [("verbatim_web",)]
        assert "could change the history" not in up.said

    def test_it_serves_pages_and_their_files(self, up: Run) -> None:
        address = (up.var / "address").read_text()
        with urllib.request.urlopen(f"{address}/admin/login/") as answer:
            page = answer.read().decode()
        style = re.search(r'href="(/static/[^"]+\.css)"', page)
        assert style is not None
        assert urllib.request.urlopen(address + style[1]).status == 200

    def test_long_words_in_any_script_reach_the_pages(self, up: Run) -> None:
        reader = Reader(up)
        assert "和" * 500 in reader.page("/statements/?q=" + quote("和" * 500))
        pasted = "мир " * 500
        answer = reader.page("/find-quote/", quote=pasted.strip())
        assert "These are 500 words; at most 150 can be taken here." in answer
        assert "Not in our archive" in reader.page("/find-quote/", quote="мирныйдоговор" * 150)
        too_long = reader.page("/find-quote/", quote="мирныйдоговор" * 400)
        assert "This has 5200 characters; at most 2000 can be taken." in too_long

    def test_keys_and_passwords_are_for_their_owner_alone(self, up: Run) -> None:
        for name in ("secret_key", "sign-ins.txt"):
            assert stat.S_IMODE((up.var / name).stat().st_mode) == 0o600, name

    def test_another_run_says_where_it_is_and_touches_nothing(self, up: Run) -> None:
        beside = Run(up.var, free_port())
        assert beside.result() == 0
        address = (up.var / "address").read_text()
        assert beside.said == f"Verbatim is already running at {address}\n"
        assert up.process.poll() is None
        assert not nothing_runs(up.var)

    def test_a_command_in_another_terminal_finds_the_archive(self, up: Run) -> None:
        done = manage(up.var, "migrate", "--check")
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_ends_well_and_leaves_nothing_running(run: Run, how: signal.Signals) -> None:
    assert run.end(how) == 0
    assert nothing_runs(run.var)
    assert "Traceback" not in run.said


def test_a_second_ctrl_c_does_not_cut_off_the_stopping(run: Run) -> None:
    while run.process.poll() is None:
        run.process.send_signal(signal.SIGINT)
        time.sleep(0.05)
    assert run.result() == 0
    assert nothing_runs(run.var)


def test_a_second_run_changes_nothing_that_was_entered(var: Path) -> None:
    first = Run(var, free_port()).until_up()
    entered = "from django.contrib.auth.models import User; User.objects.create_user('entered')"
    assert manage(var, "shell", "--no-imports", "-c", entered).returncode == 0
    first.end()
    second = Run(var, free_port()).until_up()
    asked = (
        "from django.contrib.auth.models import User; print(User.objects.get(username='entered'))"
    )
    assert manage(var, "shell", "--no-imports", "-c", asked).stdout == "entered\n"
    second.end()
    assert re.findall(PASSWORD, second.said) == re.findall(PASSWORD, first.said)


def test_the_run_after_one_that_was_killed_recovers(run: Run) -> None:
    left = server.ready(cluster_of(run.var))
    run.process.kill()
    run.process.wait()
    assert not nothing_runs(run.var)
    port = int((run.var / "address").read_text().rpartition(":")[2])
    after = Run(run.var, port).until_up()
    assert UP in after.said, after.said
    assert server.ready(cluster_of(run.var)) == left
    assert after.end() == 0
    assert nothing_runs(run.var)


def test_a_port_in_use_is_told_in_one_line(var: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        refused = Run(var, port)
        assert refused.result() == 1
    assert refused.said == (
        f"Another program uses port {port}. Choose another: PORT={port + 1} make run\n"
    )
    assert nothing_runs(var)


def test_what_is_no_port_is_told_in_one_line_before_anything_is_made(tmp_path: Path) -> None:
    refused = Run(tmp_path / "var", 0)
    assert refused.result() == 1
    assert refused.said == "PORT=0 is no port: it is a number from 1 to 65535.\n"
    assert not (tmp_path / "var").exists()


def test_a_web_server_that_does_not_start_leaves_nothing_running(var: Path) -> None:
    failed = Run(var, free_port(), GUNICORN_CMD_ARGS="--worker-class nonsense").until_up()
    assert failed.result() == 1
    assert failed.said.endswith("The web server did not start, for the reason above.\n")
    assert nothing_runs(var)


def test_a_web_server_that_dies_takes_the_rest_with_it(run: Run) -> None:
    os.kill(int((run.var / "web.pid").read_text()), signal.SIGKILL)
    assert run.result() == 1
    assert run.said.endswith("The web server ended, for the reason above.\n")
    assert nothing_runs(run.var)


def test_database_url_is_used_and_no_database_is_started(var: Path, tmp_path: Path) -> None:
    with running(cluster_of(var)) as elsewhere:
        run = Run(tmp_path / "var", free_port(), DATABASE_URL=url(elsewhere)).until_up()
        assert UP in run.said, run.said
        assert run.end() == 0
        assert "The role verbatim serves the web and could change the history" in run.said
        assert server.ready(elsewhere) is not None
    assert not (tmp_path / "var" / "postgres").exists()


def test_a_database_that_does_not_answer_is_told_in_one_line(tmp_path: Path) -> None:
    named = "postgresql://verbatim:secret@127.0.0.1:1/verbatim"
    run = Run(tmp_path / "var", free_port(), DATABASE_URL=named)
    assert run.result() == 1
    assert "The database says: connection" in run.said
    assert "Traceback" not in run.said
    assert "secret" not in run.said


def test_a_command_without_a_running_archive_gives_the_line_to_type(var: Path) -> None:
    assert wait_for(lambda: nothing_runs(var), 30)
    done = manage(var, "migrate", "--check")
    assert done.returncode == 1
    assert done.stderr == (
        "Verbatim's database is not running: type make run, in another terminal.\n"
    )
