"""The web server that `make run` starts and stops: gunicorn, in a session of its own."""

import http.client
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from config.locks import is_held, try_lock
from config.places import ROOT, var_dir
from config.port import HOST
from config.processes import find, wait_for
from config.trouble import Trouble

# Seconds. Requests under way get ten to end in (graceful_timeout in gunicorn.conf.py).
LONGEST_START: Final = 60.0
LONGEST_STOP: Final = 15.0

CONFIGURATION: Final = str(ROOT / "config" / "gunicorn.conf.py")


@contextmanager
def serving(port: int) -> Iterator["subprocess.Popen[bytes]"]:
    """Serve Verbatim on the port while the body runs, from when it answers to when it is gone."""
    with try_lock(_lock_file()) as lock:
        if lock is None:
            raise Trouble("An earlier Verbatim still serves from this folder.")
        process = _start(port, lock)
    try:
        _wait_until_it_answers(process, port)
        yield process
    finally:
        _end(process)


def end_leftover() -> None:
    """Stop a web server that outlived its `make run`, which was killed."""
    if not is_held(_lock_file()):
        return
    if process := find(int(_number_file().read_text()), CONFIGURATION):
        process.terminate()
    if not wait_for(lambda: not is_held(_lock_file()), LONGEST_STOP):
        raise Trouble(f"An earlier web server, process {_number_file().read_text()}, does not end.")


def _start(port: int, lock: int) -> "subprocess.Popen[bytes]":
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "--config", CONFIGURATION, "config.wsgi"],
        stdin=subprocess.DEVNULL,
        cwd=ROOT,
        env={**os.environ, "PORT": str(port)},
        pass_fds=[lock],
        start_new_session=True,
    )
    _number_file().write_text(str(process.pid))
    return process


def _wait_until_it_answers(process: "subprocess.Popen[bytes]", port: int) -> None:
    decided = wait_for(lambda: process.poll() is not None or _answers(port), LONGEST_START)
    if process.returncode is not None:
        raise Trouble("The web server did not start, for the reason above.")
    if not decided:
        raise Trouble(f"The web server does not answer after {LONGEST_START:.0f} seconds.")


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=LONGEST_START)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status < http.client.INTERNAL_SERVER_ERROR
    except (OSError, http.client.HTTPException):
        return False  # not listening yet
    finally:
        connection.close()


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(LONGEST_STOP)
    # What does not end by itself, and workers whose master was killed.
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _lock_file() -> Path:
    return var_dir() / "web.lock"


def _number_file() -> Path:
    return var_dir() / "web.pid"
