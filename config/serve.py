"""What `make run` does once .venv is there: everything up to a page in the browser."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

import django
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connections

from config import local, postgres, web_server
from config.locks import try_lock
from config.places import var_dir
from config.port import address, chosen_port, refuse_taken
from config.trouble import Trouble

SIGNALS: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
EXPECTED: Final = (Trouble, postgres.PostgresError, CommandError, ImproperlyConfigured)


def main() -> int:
    """Serve until Ctrl-C, and give the exit status; what is in the way is told in one line."""
    for number in SIGNALS:
        signal.signal(number, _stop)
    try:
        serve_once(chosen_port(os.environ.get("PORT", "")))
    except KeyboardInterrupt:
        return 0
    except EXPECTED as error:
        print(error, file=sys.stderr)
        return 1
    except DatabaseError as error:
        print("The database says:", str(error).partition("\n")[0], file=sys.stderr)
        return 1
    return 0


def serve_once(port: int) -> None:
    """Serve on the port, unless another `make run` serves from this folder already."""
    var_dir().mkdir(parents=True, exist_ok=True)
    where = var_dir() / "address"
    with try_lock(var_dir() / "run.lock") as lock:
        if lock is None:
            say(f"Verbatim is already running at {where.read_text()}")
            return
        web_server.end_leftover()
        refuse_taken(port)
        where.write_text(address(port))
        serve(port)


def serve(port: int) -> None:
    """Bring everything up, serve until the web server ends, and leave nothing running."""
    local.make_secret_key()
    local.set_defaults()
    with _database():
        prepare()
        with web_server.serving(port) as server:
            say(f"\nVerbatim is at {address(port)} · Ctrl-C stops it.")
            server.wait()
            raise Trouble("The web server ended, for the reason above.")


def prepare() -> None:
    """Bring tables, files, the demo archive and the sign-ins up to date."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    say("Bringing the archive up to date …")
    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)
    call_command("load_demo", if_empty=True)
    call_command("make_sign_ins")
    connections.close_all()
    sys.stdout.flush()


def say(line: str) -> None:
    """Print a line at once, also where the output is a pipe."""
    print(line, flush=True)


@contextmanager
def _database() -> Iterator[None]:
    """Have the embedded database up, unless DATABASE_URL names another."""
    if os.environ.get("DATABASE_URL"):
        yield
        return
    say("Starting the database …")
    with postgres.running():
        yield


def _stop(number: int, frame: FrameType | None) -> None:
    # Whoever is impatient must not cut off the stopping itself.
    for each in SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
