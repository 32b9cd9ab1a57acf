"""Making a cluster: the data directory, the archive's role and its database."""

import os
import secrets
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from config.places import make_private, write_private
from config.postgres.account import Account
from config.postgres.cluster import Cluster
from config.postgres.errors import failure

NAME: Final = "verbatim"  # of the archive's role and of its database

# The sorting and folding of text come with PostgreSQL. What is a letter in search comes from the
# system's locale: with plain C, “word” is searched for with its quotation marks.
LOCALE: Final = (
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C.UTF-8",
)


def make(cluster: Cluster, account: Account, lock: int) -> None:
    """Make the cluster's data, whole or not at all; the caller holds the cluster's lock."""
    make_private(cluster.home)
    fresh = cluster.data.with_name("data.new")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        _make_data(cluster, account, lock, fresh)
        _make_archive(cluster, account, lock, fresh)
        fresh.rename(cluster.data)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _make_data(cluster: Cluster, account: Account, lock: int, fresh: Path) -> None:
    write_private(cluster.superuser_password, secrets.token_urlsafe(24))
    with _password_file(cluster, account) as password:
        arguments = [*LOCALE, "--auth=scram-sha-256", "--username=postgres"]
        if not cluster.durable:
            arguments.append("--no-sync")
        _run(cluster, account, lock, "", "initdb", *arguments, f"--pwfile={password}", "-D", fresh)


@contextmanager
def _password_file(cluster: Cluster, account: Account) -> Iterator[Path]:
    """Give a copy of the superuser's password that the server's user may read, for a moment."""
    path = cluster.data.with_name("initial-password")
    write_private(path, cluster.superuser_password.read_text())
    try:
        os.chown(path, account.owner, -1)
        yield path
    finally:
        path.unlink()


def _make_archive(cluster: Cluster, account: Account, lock: int, fresh: Path) -> None:
    # The archive's role is no superuser: it cannot read files or run programs of the machine,
    # and no session of it can switch off the triggers that keep history and snapshots.
    password = secrets.token_urlsafe(24)
    write_private(cluster.password, password)
    commands = (
        f"CREATE ROLE {NAME} LOGIN CREATEDB PASSWORD '{password}'\n"
        f"CREATE DATABASE {NAME} OWNER {NAME}\n"
    )
    _run(cluster, account, lock, commands, "postgres", "--single", "-D", fresh, "postgres")


def _run(
    cluster: Cluster,
    account: Account,
    lock: int,
    commands: str,
    program: str,
    *arguments: str | Path,
) -> None:
    """Run a program on commands to its end; its complaints are a PostgresError.

    A server in single-user mode ends well whatever its commands did: only what it says tells.
    """
    pipe = subprocess.PIPE
    process = account.start(
        program, *arguments, home=cluster.home, lock=lock, stdin=pipe, output=pipe
    )
    try:
        said, _ = process.communicate(commands)
    except BaseException:
        process.kill()
        process.communicate()
        raise
    if process.returncode or "ERROR:" in said:
        raise failure(said, cluster.home.resolve())
