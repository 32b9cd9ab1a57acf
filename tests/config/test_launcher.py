"""The embedded database: made, started, shared and stopped."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import psutil
import psycopg
import pytest

from config.locks import is_held
from config.places import ROOT
from config.postgres import (
    Cluster,
    PostgresError,
    database_settings,
    keep,
    pidfile,
    running,
    server,
    start,
    url,
)
from config.processes import wait_for


def ask(cluster: Cluster, question: str) -> object:
    """Give the one value that the archive's own role gets for a question."""
    with psycopg.connect(url(cluster)) as connection:
        row = connection.execute(question).fetchone()
    assert row is not None
    return row[0]


def process_of(cluster: Cluster) -> int:
    postmaster = server.ready(cluster)
    assert postmaster is not None
    return postmaster.process


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_it_is_made_started_and_stopped(cluster: Cluster) -> None:
    with running(cluster):
        assert ask(cluster, "SELECT current_database()") == "verbatim"
    assert server.ready(cluster) is None
    assert not is_held(cluster.lock)


def test_what_was_entered_is_there_after_a_second_start(cluster: Cluster) -> None:
    with running(cluster), psycopg.connect(url(cluster)) as connection:
        connection.execute("CREATE TABLE said AS SELECT 'words' AS what")
    with running(cluster):
        assert ask(cluster, "SELECT what FROM said") == "words"


@pytest.mark.parametrize("name", ["with a space", 'a "quoted", $(listed) one', "д" * 60])
def test_it_starts_in_any_folder(tmp_path: Path, name: str) -> None:
    with running(Cluster(tmp_path / name / "postgres", durable=False)) as cluster:
        assert ask(cluster, "SELECT 1") == 1


def test_nobody_else_can_look_into_its_folders(cluster: Cluster) -> None:
    with running(cluster):
        socket = Path(str(database_settings(cluster)["HOST"]))
        for folder in (cluster.folder, cluster.home, cluster.data, socket):
            assert mode(folder) == 0o700, folder
        passwords = (cluster.password, cluster.web_password, cluster.superuser_password)
        for file in (*passwords, cluster.lock):
            assert mode(file) == 0o600, file


def test_it_does_not_listen_on_the_network(cluster: Cluster) -> None:
    with running(cluster):
        assert ask(cluster, "SHOW listen_addresses") == ""


@pytest.mark.parametrize("password", ["", "wrong"])
@pytest.mark.parametrize("user", ["verbatim", "verbatim_web", "postgres"])
def test_a_wrong_password_is_refused(cluster: Cluster, user: str, password: str) -> None:
    with running(cluster), pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(url(cluster), user=user, password=password)


def test_the_archives_role_is_no_superuser_but_may_make_the_extensions(cluster: Cluster) -> None:
    with running(cluster), psycopg.connect(url(cluster)) as connection:
        for extension in ("pg_trgm", "unaccent", "btree_gin"):
            connection.execute(f"CREATE EXTENSION {extension}")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("SET session_replication_role = 'replica'")


def connect_to_serve(cluster: Cluster) -> psycopg.Connection:
    """Connect as the role that serves the web."""
    it = database_settings(cluster, web=True)
    user, password = str(it["USER"]), str(it["PASSWORD"])
    return psycopg.connect(url(cluster), user=user, password=password)


def test_the_role_that_serves_the_web_is_another_one_and_may_make_nothing(
    cluster: Cluster,
) -> None:
    with running(cluster), connect_to_serve(cluster) as connection:
        assert connection.execute("SELECT session_user").fetchone() == ("verbatim_web",)
        for forbidden in ("CREATE TABLE t ()", "CREATE ROLE r", "SET ROLE verbatim"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege), connection.transaction():
                connection.execute(forbidden.encode())


def forget_web_role(cluster: Cluster) -> None:
    """Leave the cluster as an earlier release made it, which knew one role alone."""
    with psycopg.connect(
        url(cluster), user="postgres", password=cluster.superuser_password.read_text()
    ) as superuser:
        superuser.execute("DROP ROLE verbatim_web")
    cluster.web_password.unlink()


def test_an_archive_of_an_earlier_release_gets_the_role_at_its_next_start(
    cluster: Cluster,
) -> None:
    with running(cluster):
        forget_web_role(cluster)
    with running(cluster):
        connect_to_serve(cluster).close()


def test_an_archive_that_an_earlier_release_left_running_gets_the_role_too(
    cluster: Cluster,
) -> None:
    keep(cluster)
    forget_web_role(cluster)
    with running(cluster):
        connect_to_serve(cluster).close()
    server.stop(cluster)


def test_a_password_that_was_deleted_is_made_anew(cluster: Cluster) -> None:
    with running(cluster):
        before = cluster.web_password.read_text()
        cluster.web_password.unlink()
        with running(cluster):
            assert cluster.web_password.read_text() != before
            connect_to_serve(cluster).close()


def test_without_the_superusers_password_the_reason_is_told_and_nothing_left_running(
    cluster: Cluster,
) -> None:
    with running(cluster):
        cluster.web_password.unlink()
        cluster.superuser_password.write_text("wrong")
    with pytest.raises(PostgresError, match="serves the web cannot be made: .*password") as caught:
        start(cluster)
    assert "\n" not in str(caught.value)
    assert server.ready(cluster) is None


def test_letters_of_every_script_are_letters_and_quotation_marks_are_not(cluster: Cluster) -> None:
    with running(cluster):
        words = ask(cluster, "SELECT to_tsvector('simple', '«ПРИВЕТ» — “État”…')::text")
    assert words == "'état':2 'привет':1"


@pytest.mark.parametrize(("durable", "fsync"), [(True, "on"), (False, "off")])
def test_only_the_database_of_the_tests_trades_safety_for_speed(
    tmp_path: Path, durable: bool, fsync: str
) -> None:
    with running(Cluster(tmp_path / "postgres", durable)) as cluster:
        assert ask(cluster, "SHOW fsync") == fsync
        assert ask(cluster, "SHOW full_page_writes") == fsync
        assert ask(cluster, "SHOW synchronous_commit") == fsync


def test_the_persons_own_settings_and_secrets_do_not_reach_the_server(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = {"PGPORT": "6000", "PGDATA": "/nowhere", "LC_ALL": "xx_XX", "SECRET_KEY": "secret"}
    for name, value in own.items():
        monkeypatch.setenv(name, value)
    with running(cluster):
        assert ask(cluster, "SHOW port") == "5432"
        given = psutil.Process(process_of(cluster)).environ()
    assert given.items().isdisjoint(own.items())


def test_a_second_start_beside_the_first_uses_it(cluster: Cluster) -> None:
    with running(cluster):
        first = process_of(cluster)
        with running(cluster):
            assert process_of(cluster) == first
        assert process_of(cluster) == first
    assert server.ready(cluster) is None


def test_the_last_of_two_processes_stops_it(cluster: Cluster) -> None:
    with running(cluster):
        other = use_in_another_process(cluster)
        first = process_of(cluster)
    assert process_of(cluster) == first
    other.send_signal(signal.SIGINT)
    other.wait()
    assert server.ready(cluster) is None


def test_many_that_start_at_once_share_one(cluster: Cluster) -> None:
    cluster.folder.mkdir()
    others = [use_in_another_process(cluster, wait=False) for _ in range(4)]
    assert wait_for(lambda: server.ready(cluster) is not None, 30)
    for other in others:
        assert other.stdout is not None
        assert other.stdout.readline() == "up\n"
        other.send_signal(signal.SIGINT)
    assert [other.wait() for other in others] == [0, 0, 0, 0]
    assert server.ready(cluster) is None


def test_whoever_was_killed_is_waited_for_by_nobody(cluster: Cluster) -> None:
    other = use_in_another_process(cluster)
    other.kill()
    other.wait()
    left = process_of(cluster)
    with running(cluster):
        assert process_of(cluster) == left
    assert server.ready(cluster) is None


def use_in_another_process(cluster: Cluster, wait: bool = True) -> "subprocess.Popen[str]":
    """Have another process use the database until it gets SIGINT."""
    program = (
        "import signal, sys; from pathlib import Path; from config.postgres import *\n"
        "try:\n"
        "    with running(Cluster(Path(sys.argv[1]), durable=False)):\n"
        "        print('up', flush=True); signal.pause()\n"
        "except KeyboardInterrupt: pass\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(cluster.folder)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert process.stdout is not None
    if wait:
        assert process.stdout.readline() == "up\n"
    return process


def test_the_server_does_not_get_the_terminals_ctrl_c(cluster: Cluster) -> None:
    with running(cluster):
        assert os.getsid(process_of(cluster)) != os.getsid(0)


def crash(cluster: Cluster) -> None:
    """Start the server, and kill it so that its files are left."""
    process = start(cluster)
    assert process is not None
    process.kill()
    process.wait()
    assert (cluster.data / pidfile.NAME).exists()


def test_it_starts_after_a_crash(cluster: Cluster) -> None:
    crash(cluster)
    assert server.ready(cluster) is None
    with running(cluster):
        assert ask(cluster, "SELECT 1") == 1


def test_it_starts_where_the_number_of_a_crashed_server_is_now_another_programs(
    cluster: Cluster,
) -> None:
    crash(cluster)
    lines = (cluster.data / pidfile.NAME).read_text().splitlines()
    # The number of this very test: alive, and nobody's to kill.
    left = "\n".join([str(os.getppid()), *lines[1:]]) + "\n"
    (cluster.data / pidfile.NAME).write_text(left)
    with running(cluster):
        assert ask(cluster, "SELECT 1") == 1


def test_a_cluster_that_was_left_half_made_is_made_anew(cluster: Cluster) -> None:
    (cluster.home / "data.new").mkdir(parents=True)
    (cluster.home / "data.new" / "PG_VERSION").write_text("18\n")
    cluster.folder.chmod(0o700)
    with running(cluster):
        assert ask(cluster, "SELECT 1") == 1
    assert not (cluster.home / "data.new").exists()


def test_a_cluster_without_its_database_is_not_taken_for_made(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    # PostgreSQL goes on after a command that fails: here, one to make a role that there is.
    monkeypatch.setattr("config.postgres.making.NAME", "postgres")
    with pytest.raises(PostgresError, match='does not start: .* "postgres" already exists'):
        start(cluster)
    assert not cluster.data.exists()


def test_data_of_another_major_release_is_refused_and_left_alone(cluster: Cluster) -> None:
    (cluster.home / "data").mkdir(parents=True)
    version = cluster.data / "PG_VERSION"
    version.write_text("17\n")
    with pytest.raises(PostgresError, match="made by PostgreSQL 17 and this Verbatim brings 18"):
        start(cluster)
    assert version.read_text() == "17\n"


def test_the_folder_of_another_user_is_refused(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    cluster.folder.mkdir()
    monkeypatch.setattr(os, "geteuid", lambda: 4242)
    with pytest.raises(PostgresError, match="belongs to .*, and you are user 4242"):
        start(cluster)


def test_what_the_server_complains_of_is_told_in_one_line(cluster: Cluster) -> None:
    with running(cluster):
        pass
    (cluster.data / "postgresql.conf").write_text("nonsense = on\n")
    with pytest.raises(PostgresError, match="does not start: configuration file") as caught:
        start(cluster)
    assert "\n" not in str(caught.value)
    assert not is_held(cluster.lock)


def test_without_a_server_the_line_to_type_is_given(cluster: Cluster) -> None:
    for reach in (url, database_settings):
        with pytest.raises(PostgresError, match="not running: type make run"):
            reach(cluster)


def test_one_that_is_kept_outlives_those_who_use_it(cluster: Cluster) -> None:
    keep(cluster)
    with running(cluster):
        pass
    assert server.ready(cluster) is not None
    assert server.stop(cluster)
    with running(cluster):
        pass
    assert server.ready(cluster) is None


def test_stopping_what_does_not_run_is_no_fault(cluster: Cluster) -> None:
    assert not server.stop(cluster)
