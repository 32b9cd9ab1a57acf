"""The embedded database by hand: python -m config.postgres start|stop|status|url|run COMMAND."""

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence

from config.postgres import PostgresError, here, keep, running, stop, url
from config.postgres.launcher import client_environment
from config.postgres.server import ready


def main(arguments: Sequence[str]) -> int:
    """Do what the command line says, and give the exit status."""
    chosen = _parser().parse_args(arguments)
    try:
        if chosen.what == "run":
            return _run([chosen.program, *chosen.arguments])
        return _VERBS[chosen.what]()
    except (PostgresError, FileNotFoundError) as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m config.postgres", description=__doc__)
    verbs = parser.add_subparsers(dest="what", required=True)
    verbs.add_parser("start", help="start the database and leave it running")
    verbs.add_parser("stop", help="stop the database")
    verbs.add_parser("status", help="tell whether the database runs")
    verbs.add_parser("url", help="give the address of the running database, its password in it")
    run = verbs.add_parser(
        "run", help="run a command, such as psql or pg_dump, while the database is up"
    )
    run.add_argument("program")
    run.add_argument("arguments", nargs=argparse.REMAINDER)
    return parser


def _start() -> int:
    keep(here())
    return _status()


def _stop() -> int:
    print("Stopped." if stop(here()) else "It was not running.")
    return 0


def _status() -> int:
    postmaster = ready(here())
    print(f"Running, process {postmaster.process}." if postmaster else "Not running.")
    return 0 if postmaster else 3  # as systemctl and service answer


def _url() -> int:
    print(url())
    return 0


def _run(command: Sequence[str]) -> int:
    with running() as cluster:
        environment = {**os.environ, **client_environment(cluster)}
        return subprocess.run(command, check=False, env=environment).returncode


_VERBS = {"start": _start, "stop": _stop, "status": _status, "url": _url}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
