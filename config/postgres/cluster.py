"""A cluster: the folder of an embedded database, and what stands where in it."""

import os
import pwd
from dataclasses import dataclass
from pathlib import Path

from config.places import make_private, var_dir
from config.postgres.binaries import major_release
from config.postgres.errors import PostgresError


@dataclass(frozen=True)
class Cluster:
    """An embedded database in a folder; one that is not durable trades safety for speed."""

    folder: Path
    durable: bool = True

    @property
    def home(self) -> Path:
        """What the server itself writes to; a link to another place where root needs one."""
        return self.folder / "server"

    @property
    def data(self) -> Path:
        """PostgreSQL's data directory; it is there once it is whole."""
        return self.home.resolve() / "data"

    @property
    def log(self) -> Path:
        """What the server said since its last start."""
        return self.home / "server.log"

    @property
    def lock(self) -> Path:
        """The lock held by whoever makes or starts the server, then by the server itself."""
        return self.folder / "server.lock"

    @property
    def users(self) -> Path:
        """The lock shared by those who need the server up; the last of them stops it."""
        return self.folder / "users.lock"

    @property
    def kept(self) -> Path:
        """Holds the process number of a server that was asked to outlive its users."""
        return self.folder / "kept"

    @property
    def password(self) -> Path:
        """The password of the role that owns the archive."""
        return self.folder / "password"

    @property
    def web_password(self) -> Path:
        """The password of the role that serves the web."""
        return self.folder / "web-password"

    @property
    def superuser_password(self) -> Path:
        """The password of the role postgres, which may do everything."""
        return self.folder / "superuser-password"


def here() -> Cluster:
    """Give the archive's own cluster: postgres/ in VAR_DIR."""
    return Cluster(var_dir() / "postgres")


def open_folder(cluster: Cluster) -> None:
    """Make the cluster's folder where it is missing, and refuse one of another user."""
    make_private(cluster.folder)
    owner = cluster.folder.stat().st_uid
    if owner != os.geteuid():
        raise PostgresError(
            f"{cluster.folder} belongs to {_name(owner)}, and you are {_name(os.geteuid())}: "
            f"run Verbatim as {_name(owner)}, or in a copy of your own."
        )


def refuse_other_release(cluster: Cluster) -> None:
    """Refuse data that another major release of PostgreSQL wrote: this one cannot read it."""
    made_by = cluster.data / "PG_VERSION"
    if made_by.exists() and made_by.read_text().strip() != major_release():
        raise PostgresError(
            f"The archive in {cluster.folder} was made by PostgreSQL {made_by.read_text().strip()}"
            f" and this Verbatim brings {major_release()}: see “Upgrades” in docs/operating.md."
        )


def _name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"user {uid}"
