"""The browser of the tests."""

import sys
from pathlib import Path

import pytest

from tests import chromium


@pytest.fixture
def path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Give a folder that stands for all of PATH, on a machine with no browser."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def put(folder: Path, name: str) -> Path:
    (folder / name).symlink_to(sys.executable)
    return folder / name


@pytest.mark.parametrize("name", chromium.NAMES)
def test_a_browser_on_the_path_is_found(path: Path, name: str) -> None:
    browser = put(path, name)
    assert chromium.find() == browser


def test_the_browser_that_is_named_comes_first(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(path, "chromium")
    monkeypatch.setenv("CHROMIUM", sys.executable)
    assert chromium.find() == Path(sys.executable)


def test_a_name_that_is_no_program_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(path, "chromium")
    monkeypatch.setenv("CHROMIUM", "/no/such/browser")
    with pytest.raises(chromium.NoBrowserError, match="CHROMIUM=/no/such/browser is no program"):
        chromium.find()


@pytest.mark.usefixtures("path")
def test_without_a_browser_and_without_apt_the_line_to_type_is_given() -> None:
    with pytest.raises(chromium.NoBrowserError, match="sudo apt-get install -y chromium"):
        chromium.ensure()


def test_apt_is_asked_where_there_is_no_browser(path: Path) -> None:
    for name in ("apt-get", "sudo"):
        (path / name).write_text(f'#!/bin/sh\necho "$@" >> "{path}/asked"\n')
        (path / name).chmod(0o755)
    (path / "env").symlink_to("/usr/bin/env")
    with pytest.raises(chromium.NoBrowserError):
        chromium.ensure()
    asked = (path / "asked").read_text()
    assert "update" in asked
    assert "install --yes --no-install-recommends chromium" in asked
