"""The Python that .venv is made with."""

import os
import subprocess
from pathlib import Path

import pytest

from config.places import ROOT

# A python whose version and whether it has ensurepip are as its name on PATH needs them.
FAKE = """#!/bin/sh
case "$2" in
    *ensurepip*) exit {lacks_venv} ;;
    *exit*) exit {too_old} ;;
    *) echo {version} ;;
esac
"""


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """Give a folder that stands for all of PATH, with nothing but a shell in it."""
    (tmp_path / "sh").symlink_to("/bin/sh")
    return tmp_path


def put(machine: Path, name: str, version: str, has_venv: bool = True) -> Path:
    """Put a Python of that version on the machine."""
    too_old = tuple(map(int, version.split("."))) < (3, 11)
    text = FAKE.format(version=version, lacks_venv=int(not has_venv), too_old=int(too_old))
    (machine / name).write_text(text)
    (machine / name).chmod(0o755)
    return machine / name


def find(machine: Path, **variables: str) -> tuple[int, str]:
    """Give the exit status and what is said."""
    done = subprocess.run(
        ["/bin/sh", ROOT / "config" / "find-python"],
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={"PATH": str(machine), **variables},
    )
    return done.returncode, done.stdout


def test_a_python_that_is_new_enough_is_found(machine: Path) -> None:
    put(machine, "python3", "3.12")
    assert find(machine) == (0, "python3\n")


def test_one_under_its_own_name_is_found_beside_an_older_one(machine: Path) -> None:
    put(machine, "python3", "3.9")
    put(machine, "python3.11", "3.11")
    assert find(machine) == (0, "python3.11\n")


def test_one_that_cannot_make_an_environment_is_passed_over(machine: Path) -> None:
    put(machine, "python3.13", "3.13", has_venv=False)
    put(machine, "python3", "3.11")
    assert find(machine) == (0, "python3\n")


def test_without_venv_the_line_to_type_is_given(machine: Path) -> None:
    put(machine, "python3", "3.11", has_venv=False)
    status, said = find(machine)
    assert status == 1
    assert said.endswith("type: sudo apt-get install -y python3.11-venv\n")
    assert said.count("\n") == 1


def test_an_older_python_is_named_and_refused(machine: Path) -> None:
    put(machine, "python3", "3.9")
    status, said = find(machine)
    assert status == 1
    assert said.startswith("Verbatim needs Python 3.11 or later, and python3 here is: 3.9.")
    assert said.count("\n") == 1


def test_no_python_at_all_is_told(machine: Path) -> None:
    assert find(machine)[0] == 1
    assert "python3 here is: none." in find(machine)[1]


def test_the_one_that_is_asked_for_is_taken(machine: Path) -> None:
    put(machine, "python3.13", "3.13")
    (machine / "my own").mkdir()
    mine = put(machine / "my own", "python", "3.11")
    assert find(machine, PYTHON=str(mine)) == (0, f"{mine}\n")


def test_one_that_is_asked_for_and_too_old_is_refused(machine: Path) -> None:
    put(machine, "python3.13", "3.13")
    old = put(machine, "old", "3.8")
    status, said = find(machine, PYTHON=str(old))
    assert status == 1
    assert f"{old} here is: 3.8." in said


def test_it_may_be_run() -> None:
    assert os.access(ROOT / "config" / "find-python", os.X_OK)
