"""The databases that archives are made in: on an embedded server of their own, or another one.

BENCH_DATABASE_URL names another. DATABASE_URL does not: it may be that of a real archive.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import psycopg
from psycopg import sql

from config import postgres

Connection = psycopg.Connection[tuple[Any, ...]]


@dataclass(frozen=True)
class Server:
    """A database server, by the address of one of its databases."""

    address: str

    def url(self, name: str) -> str:
        """Give the address of a database, as DATABASE_URL and psycopg take it."""
        return urlsplit(self.address)._replace(path=f"/{name}").geturl()

    def has(self, name: str) -> bool:
        """Tell whether there is such a database."""
        with psycopg.connect(self.address) as connection:
            found = connection.execute("SELECT FROM pg_database WHERE datname = %s", [name])
            return found.fetchone() is not None

    def make(self, name: str) -> None:
        """Make an empty database, in place of one that is there."""
        self.drop(name)
        self._run("CREATE DATABASE {}", name)

    def drop(self, name: str) -> None:
        """Drop the database, if there is one."""
        self._run("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def rename(self, name: str, to: str) -> None:
        """Rename a database that nobody uses."""
        self._run("ALTER DATABASE {} RENAME TO {}", name, to)

    def _run(self, command: str, *names: str) -> None:
        with psycopg.connect(self.address, autocommit=True) as connection:
            connection.execute(sql.SQL(command).format(*map(sql.Identifier, names)))


@contextmanager
def server(folder: Path) -> Iterator[Server]:
    """Have a server while the body runs; an embedded one has its data in the folder."""
    if named := os.environ.get("BENCH_DATABASE_URL"):
        yield Server(named)
        return
    with postgres.running(postgres.Cluster(folder / "postgres")) as cluster:
        yield Server(_address(postgres.database_settings(cluster)))


def _address(settings: dict[str, object]) -> str:
    it = {name: quote(str(value), safe="") for name, value in settings.items()}
    return f"postgres://{it['USER']}:{it['PASSWORD']}@{it['HOST']}:{it['PORT']}/{it['NAME']}"
