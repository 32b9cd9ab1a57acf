"""The private folder of the server's socket."""

import hashlib
import os
import stat
from pathlib import Path
from typing import Final

from config.postgres.account import Account
from config.postgres.cluster import Cluster
from config.postgres.errors import PostgresError
from config.postgres.options import PORT

# sun_path of sockaddr_un holds 108 bytes on Linux and 104 elsewhere, with the zero at its end.
LONGEST_PATH: Final = 103
FILE: Final = f".s.PGSQL.{PORT}"
SHORT_BASE: Final = Path("/tmp")  # noqa: S108 - the folder in it is private and its owner checked


def socket_folder(cluster: Cluster) -> Path:
    """Give the folder of the socket: beside the data, or a short one where that cannot be."""
    beside = cluster.home.resolve() / "socket"
    # A client takes a comma for the end of a host's name.
    if len(os.fsencode(beside / FILE)) <= LONGEST_PATH and "," not in str(beside):
        return beside
    digest = hashlib.sha256(os.fsencode(beside)).hexdigest()[:12]
    return SHORT_BASE / f"verbatim-{os.geteuid()}-{digest}"


def open_socket_folder(cluster: Cluster, account: Account) -> Path:
    """Make the socket's folder for the server alone and give it, or refuse somebody else's.

    What a server that was killed left in it is removed; the caller holds the server's lock.
    """
    folder = socket_folder(cluster)
    _make(folder, account)
    _refuse_foreign(folder, account)
    for left in folder.glob(f"{FILE}*"):
        left.unlink()
    return folder


def _make(folder: Path, account: Account) -> None:
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        return
    account.hand_over(folder)


def _refuse_foreign(folder: Path, account: Account) -> None:
    seen = folder.lstat()
    private = stat.S_ISDIR(seen.st_mode) and not stat.S_IMODE(seen.st_mode) & 0o077
    if not private or seen.st_uid != account.owner:
        raise PostgresError(f"{folder} is not Verbatim's own: remove it and try again.")
