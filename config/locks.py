"""Locks between processes, which the kernel drops when the last process that holds one ends.

A lock is flock(2) on a file. A child that inherits the open file holds the lock too, so a lock
handed to a server tells for certain whether any process of that server still lives: no number
of a process in a file can, because numbers are used again.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def opened(path: Path) -> Iterator[int]:
    """Open the file of a lock, made where it is missing, and give its descriptor."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


@contextmanager
def lock(path: Path, kind: int = fcntl.LOCK_EX) -> Iterator[None]:
    """Hold the lock, after waiting for others: LOCK_EX for alone, LOCK_SH for together."""
    with opened(path) as descriptor:
        fcntl.flock(descriptor, kind)
        yield


@contextmanager
def try_lock(path: Path, kind: int = fcntl.LOCK_EX) -> Iterator[int | None]:
    """Take the lock and give its descriptor, or give None at once where another holds it."""
    with opened(path) as descriptor:
        try:
            fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            yield None
        else:
            yield descriptor


def is_held(path: Path) -> bool:
    """Tell whether any process holds the lock alone; one that looks does not disturb another."""
    if not path.exists():
        return False
    with try_lock(path, fcntl.LOCK_SH) as descriptor:
        return descriptor is None
