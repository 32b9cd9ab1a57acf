"""The server's process: starting it, and stopping it."""

import signal
import subprocess
from typing import Final

import psutil

from config.locks import is_held, try_lock
from config.postgres import pidfile
from config.postgres.account import Account
from config.postgres.cluster import Cluster
from config.postgres.errors import PostgresError, failure
from config.postgres.options import server_options
from config.postgres.sockets import open_socket_folder
from config.processes import find, wait_for

# Seconds. After a crash the server first replays its log of changes; at its end it writes out
# what it holds, and where that takes too long it is cut off, which loses nothing.
LONGEST_START: Final = 300.0
LONGEST_STOP: Final = 60.0
LONGEST_CUT: Final = 10.0


def ready(cluster: Cluster) -> pidfile.Postmaster | None:
    """Give the cluster's server where it lives and takes connections, else None."""
    if not is_held(cluster.lock):
        return None
    postmaster = pidfile.read(cluster.data)
    # When it is killed, its children hold the lock for a moment longer.
    alive = postmaster and _process(cluster, postmaster)
    return postmaster if postmaster and postmaster.is_ready and alive else None


def launch(cluster: Cluster, account: Account, lock: int) -> "subprocess.Popen[str]":
    """Start the server, wait until it takes connections, and give its process.

    The caller holds the cluster's lock, which the server inherits: so no other server lives on
    this data, and what an earlier one left may go.
    """
    pidfile.forget(cluster.data)
    sockets = open_socket_folder(cluster, account)
    arguments = ["-D", str(cluster.data), *server_options(sockets, cluster.durable)]
    with cluster.log.open("w") as log:
        process = account.start(
            "postgres",
            *arguments,
            home=cluster.home,
            inherits=[lock],
            stdin=subprocess.DEVNULL,
            output=log,
        )
    try:
        _wait_until_ready(cluster, process)
    except BaseException:
        end(process)
        raise
    return process


def stop(cluster: Cluster) -> bool:
    """Stop the cluster's server, with all its processes, and tell whether there was one."""
    postmaster = pidfile.read(cluster.data) if is_held(cluster.lock) else None
    if postmaster is None:
        return False
    for how, patience in ((signal.SIGINT, LONGEST_STOP), (signal.SIGQUIT, LONGEST_CUT)):
        if process := _process(cluster, postmaster):
            process.send_signal(how)
        if wait_for(lambda: not is_held(cluster.lock), patience):
            _tidy(cluster, postmaster)
            return True
    raise PostgresError(f"Verbatim's database (process {postmaster.process}) does not stop.")


def _tidy(cluster: Cluster, postmaster: pidfile.Postmaster) -> None:
    # The folder may stand in /tmp; it is made anew at each start.
    with try_lock(cluster.lock) as alone:
        if alone is not None and postmaster.socket_folder.exists():
            postmaster.socket_folder.rmdir()


def _process(cluster: Cluster, postmaster: pidfile.Postmaster) -> psutil.Process | None:
    return find(postmaster.process, str(cluster.data))


def _wait_until_ready(cluster: Cluster, process: "subprocess.Popen[str]") -> None:
    def is_decided() -> bool:
        return process.poll() is not None or ready(cluster) is not None

    if not wait_for(is_decided, LONGEST_START):
        raise PostgresError(f"Verbatim's database is not up after {LONGEST_START:.0f} seconds.")
    if process.returncode is not None:
        raise failure(cluster.log.read_text(errors="replace"), cluster.home.resolve())


def end(process: "subprocess.Popen[str]") -> None:
    """End a server that we started, and wait until it is gone."""
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
    process.wait()
