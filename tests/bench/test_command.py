"""The command, and what it needs."""

import subprocess
from pathlib import Path

import pytest

from bench import options
from bench.__main__ import main
from config.locks import lock
from config.places import ROOT


def test_make_bench_sets_up_its_own_environment_first() -> None:
    done = subprocess.run(
        ["make", "--dry-run", "--no-print-directory", "bench"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    first, second = done.stdout.splitlines()
    assert "config.install requirements-bench.txt" in first
    assert "-m bench" in second


def test_every_requirement_is_pinned_on_top_of_those_of_the_tests() -> None:
    lines = (ROOT / "requirements-bench.txt").read_text().splitlines()
    asked = [line for line in lines if line and not line.startswith("#")]
    assert asked[0] == "-r requirements-dev.txt"
    assert all("==" in line for line in asked[1:])


def test_the_environment_says_how_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BENCH_STATEMENTS", "30000")
    monkeypatch.setenv("BENCH_KEEP", "1")
    assert options.read([]) == options.Options(statements=30_000, keep=True)
    assert options.read(["--large", "50000"]).large == 50_000


def test_a_size_that_has_no_deep_page_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        options.read(["--statements", "100"])
    assert "at least 20,000" in capsys.readouterr().err


def test_two_runs_do_not_share_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VAR_DIR", str(tmp_path))
    (tmp_path / "bench").mkdir()
    with lock(tmp_path / "bench" / "run.lock"):
        assert main(["--statements", "20000"]) == 1
    assert "Another run" in capsys.readouterr().err
