"""What a run was measured on and with: the machine and the versions, and no names of either."""

import os
import platform
import sqlite3
from importlib.metadata import version

import psycopg

from bench.archive import Archive
from config.postgres.memory import machine_memory


def described(archive: Archive) -> dict[str, str]:
    """Give what it is, by what it is called."""
    with psycopg.connect(archive.url) as connection:
        server = connection.info.parameter_status("server_version") or ""
    return {
        "processor cores": str(len(os.sched_getaffinity(0))),
        "memory": f"{machine_memory() / 2**30:.0f} GB",
        "system": f"{platform.system()}, {platform.machine()}",
        "Python": platform.python_version(),
        "PostgreSQL": server.split()[0],
        "Django": version("django"),
        "Datasette": version("datasette"),
        "SQLite": sqlite3.sqlite_version,
    }
