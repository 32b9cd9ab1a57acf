"""With whose rights the server's programs run: PostgreSQL refuses to run as root."""

import os
import pwd
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from config.postgres import binaries, elsewhere
from config.postgres.cluster import Cluster
from config.postgres.errors import PostgresError

# Nothing of the person's own settings (PGPORT, LC_ALL, TZ) or secrets reaches the server.
ENVIRONMENT: Final = {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}


@dataclass(frozen=True)
class Account:
    """The programs, what stands before them on a command line, and the user to become."""

    programs: Path
    prefix: tuple[str, ...] = ()
    user: pwd.struct_passwd | None = None

    @property
    def owner(self) -> int:
        """The user that the server's own folders belong to, as this process sees it."""
        return self.user.pw_uid if self.user else os.geteuid()

    def hand_over(self, file: Path | int) -> None:
        """Give a folder or an open file that this process made to the server's user."""
        if self.user:
            os.chown(file, self.user.pw_uid, self.user.pw_gid)

    def start(
        self,
        program: str,
        *arguments: str | Path,
        home: Path,
        inherits: Sequence[int],
        stdin: int,
        output: IO[str] | int,
    ) -> "subprocess.Popen[str]":
        """Start a program in a session of its own, which no Ctrl-C reaches, and give it.

        It works in the folder `home`, and inherits open files such as the cluster's lock.
        """
        return subprocess.Popen(
            [*self.prefix, self.programs / program, *arguments],
            stdin=stdin,
            stdout=output,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=home,
            env=ENVIRONMENT,
            pass_fds=inherits,
            start_new_session=True,
            user=self.user.pw_uid if self.user else None,
            group=self.user.pw_gid if self.user else None,
            extra_groups=[] if self.user else None,
        )


def account_for(cluster: Cluster) -> Account:
    """Choose how the server of this cluster runs, and settle where its data stands.

    An ordinary user runs it directly. Root runs it in a user namespace, where root's own files
    look like an ordinary user's; where those are not allowed, as nobody, in /var/lib/verbatim.
    """
    if os.geteuid() != 0:
        return Account(binaries.folder())
    in_namespace = Account(binaries.folder(), _namespace())
    if cluster.home.is_symlink():
        return Account(elsewhere.programs(), user=elsewhere.user())
    if _works(in_namespace, cluster.folder):
        return in_namespace
    if cluster.data.exists():
        raise PostgresError(
            f"The archive in {cluster.folder} was made where root may make user namespaces, and "
            "here it may not: see “As root” in docs/operating.md."
        )
    elsewhere.settle(cluster)
    return Account(elsewhere.programs(), user=elsewhere.user())


def _namespace() -> tuple[str, ...]:
    # initdb wants a user with a name: nobody has one everywhere, the number 1000 has not.
    user = elsewhere.user()
    return ("unshare", "--user", f"--map-user={user.pw_uid}", f"--map-group={user.pw_gid}", "--")


def _works(account: Account, folder: Path) -> bool:
    # Root without its powers may be kept out of a folder inside another user's home.
    question = ["sh", "-c", 'test -w "$1" && "$2" --version', "sh", str(folder)]
    try:
        answer = subprocess.run(
            [*account.prefix, *question, str(account.programs / "postgres")],
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        return False
    return answer.returncode == 0
