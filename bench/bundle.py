"""A made archive as a bundle (docs/import-format.md), written line by line."""

import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from random import Random
from typing import IO

from bench.events import Event, Maker
from bench.people import Record, actor_records, tenure_records
from bench.subjects import topic_records

FILES = ("actors", "tenures", "topics", "exchanges", "documents", "statements")
Progress = Callable[[int, int], None]


def write_bundle(
    folder: Path, size: int, *, seed: int = 1, first: int = 0, progress: Progress = lambda *_: None
) -> None:
    """Write a bundle of so many statements, whole or not at all.

    The same size, seed and first give the same bytes. Ids are numbered from `first`: bundles of
    one seed whose numbers do not overlap are parts of one archive.
    """
    fresh = folder.with_name(f"{folder.name}.{os.getpid()}.part")
    fresh.mkdir(parents=True)
    with _opened(fresh) as files:
        _write(files["actors"], actor_records())
        _write(files["tenures"], tenure_records())
        _write(files["topics"], topic_records())
        maker = Maker(Random(f"{seed} {first}"), first)  # noqa: S311, no secret
        for event in maker.events(size):
            _write_event(files, event)
            progress(maker.statements, size)
    fresh.rename(folder)


def _write_event(files: dict[str, IO[str]], event: Event) -> None:
    if event.contact:
        _write(files["exchanges"], [event.contact.record])
    for paper in event.papers:
        _write(files["documents"], [paper.record])
        _write(files["statements"], paper.statements)


@contextmanager
def _opened(folder: Path) -> Iterator[dict[str, IO[str]]]:
    with ExitStack() as stack:
        yield {
            name: stack.enter_context((folder / f"{name}.jsonl").open("w", encoding="utf-8"))
            for name in FILES
        }


def _write(file: IO[str], records: Iterable[Record]) -> None:
    for record in records:
        file.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")
