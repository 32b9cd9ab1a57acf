"""Making a cluster: the data directory, the archive's role and its database."""

import os
import secrets
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
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
        fresh.mkdir(mode=0o700)
        account.hand_over(fresh)
        making = _Making(cluster, account, lock, fresh)
        making.make_data()
        making.make_archive()
        fresh.rename(cluster.data)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


@dataclass(frozen=True)
class _Making:
    """The data directory of a cluster while it is made."""

    cluster: Cluster
    account: Account
    lock: int
    data: Path

    def make_data(self) -> None:
        password = secrets.token_urlsafe(24)
        write_private(self.cluster.superuser_password, password)
        arguments = [*LOCALE, "--auth=scram-sha-256", "--username=postgres", "-D", str(self.data)]
        if not self.cluster.durable:
            arguments.append("--no-sync")
        with _readable_by(self.account, password) as file:
            self.run("initdb", [*arguments, f"--pwfile=/dev/fd/{file}"], inherits=[file])

    def make_archive(self) -> None:
        # The archive's role is no superuser: it cannot read files or run programs of the machine,
        # and no session of it can switch off the triggers that keep history and snapshots.
        password = secrets.token_urlsafe(24)
        write_private(self.cluster.password, password)
        commands = (
            f"CREATE ROLE {NAME} LOGIN CREATEDB PASSWORD '{password}'\n"
            f"CREATE DATABASE {NAME} OWNER {NAME}\n"
        )
        self.run("postgres", ["--single", "-D", str(self.data), "postgres"], commands)

    def run(
        self,
        program: str,
        arguments: Sequence[str],
        commands: str = "",
        inherits: Sequence[int] = (),
    ) -> None:
        """Run a program on commands to its end; its complaints are a PostgresError.

        A server in single-user mode ends well whatever its commands did: what it says tells.
        """
        process = self.account.start(
            program,
            *arguments,
            home=self.cluster.home,
            inherits=[self.lock, *inherits],
            stdin=subprocess.PIPE,
            output=subprocess.PIPE,
        )
        said = _ended(process, commands)
        if process.returncode or "ERROR:" in said:
            raise failure(said, self.cluster.home.resolve())


@contextmanager
def _readable_by(account: Account, text: str) -> Iterator[int]:
    """Give an open file of the text that the server's user may read, and that is on no disk."""
    reading, writing = os.pipe()
    try:
        os.write(writing, text.encode())
        os.close(writing)
        account.hand_over(reading)
        yield reading
    finally:
        os.close(reading)


def _ended(process: "subprocess.Popen[str]", commands: str) -> str:
    """Give what the program said until its end, which comes at once where we are interrupted."""
    try:
        said, _ = process.communicate(commands)
    except BaseException:
        process.kill()
        process.communicate()
        raise
    return said
