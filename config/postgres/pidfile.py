"""postmaster.pid, where a server tells of itself.

Its lines are in PostgreSQL's source, src/include/utils/pidfile.h.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

NAME: Final = "postmaster.pid"
_NUMBER, _SOCKET, _STATUS = 0, 4, 7


@dataclass(frozen=True)
class Postmaster:
    """A server as it describes itself: its process, its socket's folder, whether it is ready."""

    process: int
    socket_folder: Path
    is_ready: bool


def read(data: Path) -> Postmaster | None:
    """Give the server that this data directory names; None where none does, or not yet in full.

    A server that was killed leaves its file behind: whether it lives, its lock tells.
    """
    try:
        lines = (data / NAME).read_text().splitlines()
    except FileNotFoundError:
        return None
    if len(lines) <= _STATUS:
        return None
    ready = lines[_STATUS].strip() == "ready"
    return Postmaster(int(lines[_NUMBER]), Path(lines[_SOCKET]), ready)


def forget(data: Path) -> None:
    """Remove what a server that was killed left; the caller holds the server's lock."""
    (data / NAME).unlink(missing_ok=True)
