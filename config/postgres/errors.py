"""What stands in the way of the database, as one line for the person at the terminal."""

import errno
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

# A server cannot start with less: one segment of its log of changes is 16 MiB.
LEAST_SPACE: Final = 16 * 2**20

_COMPLAINT: Final = re.compile(r"\b(?:FATAL|PANIC|ERROR|error):\s+(.+)")
_FULL: Final = {errno.ENOSPC, errno.EDQUOT}
_FORBIDDEN: Final = {errno.EACCES, errno.EPERM, errno.EROFS}


class PostgresError(Exception):
    """The database cannot be made, started, reached or stopped; the text is one clear line."""


def disk_full(folder: Path) -> PostgresError:
    """Give the error of a disk that has no room left for the archive in this folder."""
    return PostgresError(f"The disk that holds {folder} is full: free some space and try again.")


@contextmanager
def one_line(folder: Path) -> Iterator[None]:
    """Turn a full disk or a missing right in this folder into a PostgresError.

    Any other OSError is a fault of the program and passes through.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise disk_full(folder) from error
        if error.errno in _FORBIDDEN:
            raise PostgresError(f"{error.filename or folder}: {error.strerror}.") from error
        raise


def failure(said: str, folder: Path) -> PostgresError:
    """Give the error for what a program of PostgreSQL said when it failed, its last complaint."""
    if "No space left on device" in said or shutil.disk_usage(folder).free < LEAST_SPACE:
        return disk_full(folder)
    complaints = _COMPLAINT.findall(said)
    last = complaints[-1] if complaints else "it gave no reason"
    return PostgresError(f"Verbatim's database in {folder} does not start: {last}")
