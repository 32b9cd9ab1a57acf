"""The commands that a newcomer types."""

import os
import subprocess
from pathlib import Path

import pytest

from config.places import ROOT


def make(*arguments: str, folder: Path = ROOT, **variables: str) -> str:
    """Give what make says."""
    done = subprocess.run(
        ["make", *arguments],
        check=True,
        capture_output=True,
        text=True,
        cwd=folder,
        env={"PATH": os.environ["PATH"], **variables},
    )
    return done.stdout


@pytest.mark.parametrize("target", ["run", "test", "lint"])
def test_every_command_sets_up_its_environment_first(target: str) -> None:
    steps = make("--dry-run", target).splitlines()
    assert "config.install" in steps[0]


def test_make_alone_tells_the_commands() -> None:
    for command in ("make run", "make test", "make lint"):
        assert command in make()


def test_arguments_reach_pytest() -> None:
    assert "-k dates" in make("--dry-run", "test", PYTEST_ARGS="-k dates")


def test_ci_runs_the_checks_and_the_tests_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "make").write_text('#!/bin/sh\necho "$PWD" "$@"\n')
    (tmp_path / "make").chmod(0o755)
    done = subprocess.run(
        [ROOT / ".ci" / "run"],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
    )
    assert done.stdout == f"{ROOT} lint test\n"
