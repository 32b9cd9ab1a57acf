"""The environment in .venv, and when it is brought up to date."""

import subprocess
import sys
from pathlib import Path

import pytest

from config import install


class Pip:
    """Stands in for pip: counts what it is asked for, and fails when told to."""

    def __init__(self) -> None:
        self.asked = 0
        self.fails_with: BaseException | None = None

    def __call__(self, requirements: Path) -> None:
        self.asked += 1
        if self.fails_with:
            raise self.fails_with


@pytest.fixture
def pip(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Pip:
    """Give a pip that is watched, in a project of its own with a sound environment."""
    pip = Pip()
    for name, value in {
        "ROOT": tmp_path,
        "VENV": tmp_path / ".venv",
        "PYTHON": Path(sys.executable),
        "install": pip,
    }.items():
        monkeypatch.setattr(install, name, value)
    (tmp_path / ".venv").mkdir()
    (tmp_path / "requirements.txt").write_text("django==5.2\n")
    (tmp_path / "requirements-dev.txt").write_text("-r requirements.txt\npytest==9.2\n")
    return pip


def test_a_list_is_installed_once(pip: Pip) -> None:
    for _ in range(3):
        install.main("requirements.txt")
    assert pip.asked == 1


@pytest.mark.parametrize("changed", ["requirements.txt", "requirements-dev.txt"])
def test_a_list_that_changed_is_installed_again(pip: Pip, tmp_path: Path, changed: str) -> None:
    install.main("requirements-dev.txt")
    (tmp_path / changed).write_text((tmp_path / changed).read_text() + "more==1\n")
    install.main("requirements-dev.txt")
    assert pip.asked == 2


@pytest.mark.parametrize(
    ("cut_off_by", "said"),
    [
        (KeyboardInterrupt(), "Stopped while installing"),
        (subprocess.CalledProcessError(1, "pip"), "Installing failed, for the reason above"),
        (OSError(28, "No space left on device"), "Installing failed: .*No space left"),
    ],
)
def test_an_installation_that_was_cut_off_is_done_again(
    pip: Pip, cut_off_by: BaseException, said: str
) -> None:
    pip.fails_with = cut_off_by
    with pytest.raises(SystemExit, match=said):
        install.main("requirements.txt")
    pip.fails_with = None
    install.main("requirements.txt")
    assert pip.asked == 2


def test_a_broken_environment_is_made_anew(
    pip: Pip, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(install, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    broken = tmp_path / ".venv" / "bin" / "python"
    broken.parent.mkdir()
    broken.symlink_to(tmp_path / "a python that was removed")
    (tmp_path / ".venv" / "requirements.installed").write_text("as if it were")
    install.main("requirements.txt")
    assert install.is_sound()
    assert pip.asked == 1
