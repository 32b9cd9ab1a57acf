"""Starting, sharing, stopping and reaching an embedded database."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_SH
from typing import Final
from urllib.parse import quote

from config.locks import lock, try_lock
from config.postgres import binaries, making, pidfile, server, web_role
from config.postgres.account import account_for
from config.postgres.cluster import Cluster, here, open_folder, refuse_other_release
from config.postgres.errors import PostgresError, one_line
from config.postgres.options import PORT

NOT_RUNNING: Final = "Verbatim's database is not running: type make run, in another terminal."


@contextmanager
def running(cluster: Cluster | None = None) -> Iterator[Cluster]:
    """Have the server up while the body runs; the last of those who do so stops it.

    It is started where it is not up. Raises PostgresError where that fails.
    """
    cluster = cluster or here()
    with one_line(cluster.folder):
        open_folder(cluster)
    process = None
    try:
        with lock(cluster.users, LOCK_SH):
            process = start(cluster)
            yield cluster
    finally:
        if _stop_unless_needed(cluster) and process:
            process.wait()


def start(cluster: Cluster) -> "subprocess.Popen[str] | None":
    """Start the server, and make its data first where there is none; give its process.

    Gives None where it was up already, or came up by somebody else's doing. The role that serves
    the web is made where there is none yet: archives of earlier releases have none.
    """
    process = _up(cluster)
    try:
        with one_line(cluster.folder):
            web_role.make(cluster)
    except BaseException:
        if process:
            server.end(process)
        raise
    return process


def _up(cluster: Cluster) -> "subprocess.Popen[str] | None":
    deadline = time.monotonic() + server.LONGEST_START
    with one_line(cluster.folder):
        open_folder(cluster)
        while server.ready(cluster) is None:
            with try_lock(cluster.lock) as held:
                if held is not None:
                    return _start_alone(cluster, held)
            _wait_a_little(cluster, deadline)
    return None


def keep(cluster: Cluster) -> None:
    """Start the server and leave it running, whoever uses it, until it is stopped."""
    start(cluster)
    postmaster = server.ready(cluster)
    if postmaster:
        cluster.kept.write_text(str(postmaster.process))


def database_settings(cluster: Cluster | None = None, *, web: bool = False) -> dict[str, object]:
    """Give Django's settings for the embedded database, which has to be up.

    They are those of the role that owns the archive, or of the one that serves the web. Raises
    PostgresError, with the line to type, where the database is not up.
    """
    cluster = cluster or here()
    with one_line(cluster.folder):
        postmaster = server.ready(cluster)
        if postmaster is None:
            raise PostgresError(NOT_RUNNING)
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": making.NAME,
            "USER": web_role.NAME if web else making.NAME,
            "PASSWORD": (cluster.web_password if web else cluster.password).read_text(),
            "HOST": str(postmaster.socket_folder),
            "PORT": str(PORT),
        }


def url(cluster: Cluster | None = None) -> str:
    """Give the owner's address of the embedded database, which has to be up, for pg_dump.

    Raises PostgresError, with the line to type, where it is not.
    """
    it = {name: quote(str(value), safe="") for name, value in database_settings(cluster).items()}
    return (
        f"postgresql://{it['USER']}:{it['PASSWORD']}@/{it['NAME']}"
        f"?host={it['HOST']}&port={it['PORT']}"
    )


def _wait_a_little(cluster: Cluster, deadline: float) -> None:
    if time.monotonic() > deadline:
        raise PostgresError(f"Verbatim's database in {cluster.folder} is still starting.")
    time.sleep(0.05)


def client_environment(cluster: Cluster) -> dict[str, str]:
    """Give the variables by which psql, pg_dump and their like find themselves and the database.

    Raises PostgresError, with the line to type, where it is not up.
    """
    it = {name: str(value) for name, value in database_settings(cluster).items()}
    return {
        "PATH": f"{binaries.folder()}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
        "PGHOST": it["HOST"],
        "PGPORT": it["PORT"],
        "PGUSER": it["USER"],
        "PGPASSWORD": it["PASSWORD"],
        "PGDATABASE": it["NAME"],
    }


def _start_alone(cluster: Cluster, lock: int) -> "subprocess.Popen[str]":
    account = account_for(cluster)
    refuse_other_release(cluster)
    if not cluster.data.exists():
        making.make(cluster, account, lock)
    return server.launch(cluster, account, lock)


def _stop_unless_needed(cluster: Cluster) -> bool:
    with try_lock(cluster.users) as alone:
        return alone is not None and not _is_kept(cluster) and server.stop(cluster)


def _is_kept(cluster: Cluster) -> bool:
    postmaster = pidfile.read(cluster.data)
    kept = cluster.kept.read_text() if cluster.kept.exists() else ""
    return postmaster is not None and kept == str(postmaster.process)
