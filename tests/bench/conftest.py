"""A made bundle, and an archive of it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.bundle import write_bundle
from bench.people import Record
from statements.loading import Report, load

SIZE = 300


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bench") / "made"
    write_bundle(folder, SIZE, seed=7)
    return folder


@pytest.fixture(scope="session")
def records(made: Path) -> Callable[[str], list[Record]]:
    def read(file: str) -> list[Record]:
        lines = (made / f"{file}.jsonl").read_text("utf-8").splitlines()
        return [json.loads(line) for line in lines]

    return read


@pytest.fixture
def imported(db: None, made: Path) -> Report:
    return load(made)
