"""The first pass: every line of every file is read, checked by itself and staged."""

from collections.abc import Callable, Iterator

from statements.loading.bundle import FILES, Bundle
from statements.loading.lines import Line, read
from statements.loading.notes import Notes
from statements.loading.problems import Problem, Problems, printable
from statements.loading.records import FORMS
from statements.loading.staging import Staging, staging

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is, and how much there is in all."""


def read_all(bundle: Bundle, problems: Problems, progress: Progress) -> None:
    """Stage all records of the bundle, with all that is wrong in each noted in `problems`."""
    for stranger in bundle.strangers:
        message = "is no file of a bundle; it is left out"
        problems.warnings.add(Problem(printable(stranger), 0, "", message))
    done, size = 0, bundle.size
    with staging() as staged:
        for file, line in _lines(bundle):
            _take(file, line, staged, problems)
            done += line.size
            progress("Checking", done, size)


def _lines(bundle: Bundle) -> Iterator[tuple[str, Line]]:
    for file in FILES:
        if file in bundle.members:
            with bundle.members[file].open() as source:
                for line in read(source):
                    yield file, line


def _take(file: str, line: Line, staged: Staging, problems: Problems) -> None:
    """Stage one line, or note what is wrong with it."""
    if line.record is None:
        problems.errors.add(Problem(f"{file}.jsonl", line.number, "", line.complaint))
        return
    notes = Notes()
    record = FORMS[file](line.record, "", notes)
    staged.put(file, line.number, record or {}, notes.references)
    for where, message in notes.errors:
        problems.errors.add(Problem(f"{file}.jsonl", line.number, where, message))
    for where, message in notes.warnings:
        problems.warnings.add(Problem(f"{file}.jsonl", line.number, where, message))
