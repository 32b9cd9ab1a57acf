"""Locks that end with the processes that hold them."""

import fcntl
import subprocess
from pathlib import Path

import pytest

from config.locks import is_held, try_lock
from config.processes import wait_for


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "lock"


def test_only_one_holds_a_lock(path: Path) -> None:
    with try_lock(path) as first, try_lock(path) as second:
        assert first is not None
        assert second is None


def test_a_lock_is_free_again_afterwards(path: Path) -> None:
    with try_lock(path):
        assert is_held(path)
    assert not is_held(path)


def test_looking_at_a_lock_that_was_never_taken_makes_no_file(path: Path) -> None:
    assert not is_held(path)
    assert not path.exists()


def test_holding_together_keeps_out_whoever_wants_it_alone(path: Path) -> None:
    with try_lock(path, fcntl.LOCK_SH) as first, try_lock(path, fcntl.LOCK_SH) as second:
        assert first is not None
        assert second is not None
        with try_lock(path) as alone:
            assert alone is None


def test_a_child_that_inherits_a_lock_holds_it_until_it_ends(path: Path) -> None:
    with try_lock(path) as lock:
        assert lock is not None
        child = subprocess.Popen(["sleep", "60"], pass_fds=[lock])
    assert is_held(path)
    child.kill()
    child.wait()
    assert wait_for(lambda: not is_held(path), 5)
