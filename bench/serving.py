"""Serving pages while something is measured: any web server that is started by a command."""

import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import psutil

from config.places import ROOT
from config.processes import wait_for

HOST = "127.0.0.1"
# Seconds.
LONGEST_START = 600.0
LONGEST_STOP = 20.0


@contextmanager
def serving(
    command: Sequence[str], port: int, healthy: str, environment: dict[str, str], log: Path
) -> Iterator[psutil.Process]:
    """Have a server up while the body runs, from when it answers at the path `healthy`.

    What it says goes to the log.
    """
    with log.open("w") as said:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=said
        )
    try:
        wait_for(lambda: process.poll() is not None or _answers(port, healthy), LONGEST_START)
        if process.poll() is not None:
            raise SystemExit(f"{command[2]} did not start: see {log}.")
        yield psutil.Process(process.pid)
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(LONGEST_STOP)
        process.kill()
        process.wait()


def free_port() -> int:
    """Give a port of this machine that nobody uses."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _answers(port: int, path: str) -> bool:
    connection = HTTPConnection(HOST, port, timeout=LONGEST_START)
    try:
        connection.request("GET", path)
        return connection.getresponse().status < 500
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
