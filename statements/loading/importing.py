"""Importing a bundle: all of it, or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import pghistory
import pgtrigger
from django.apps import apps
from django.db import DataError, IntegrityError, OperationalError, transaction

from actors.history import insert_events
from statements.loading import bundle, contacts, sources, staging, subjects, who, words
from statements.loading.anchors import find_anchors
from statements.loading.between import doubtful_between, wrong_between
from statements.loading.database import rows, run
from statements.loading.first_load import first_load
from statements.loading.identities import identify, keep_corrected
from statements.loading.printed import resolve_printed
from statements.loading.problems import BundleError, BundleRefused, Problem, Problems, shown
from statements.loading.reading import Progress, read_all
from statements.loading.report import Report, report
from statements.vocabulary import count_words
from statements.waiting import Linked, link_waiting

# Any number that no other advisory lock of the archive has.
LOCK = "SELECT pg_try_advisory_xact_lock(20220220)"

# The role that serves the web may not: an import is recorded less closely than what is entered.
MAY_STAGE = "SELECT has_database_privilege(current_database(), 'TEMPORARY')"

# The actors of whom the bundle says something new.
CAME = "SELECT pk FROM loading_actors WHERE state <> 'unchanged'"

# What an import inserts is its own record of that.
INSERTED = [
    "actors.Actor", "actors.ActorName", "actors.Tenure", "statements.Topic", "statements.Exchange",
    "statements.ExchangeTopics", "statements.Participation", "statements.Document",
    "statements.Readout", "statements.Statement", "statements.StatementTopics",
    "statements.Addressee", "statements.Attribution", "statements.Translation",
]  # fmt: skip

# The words of each statement have just been found in a copy of its document, where its anchor says.
# What came of a statement before is decided by what the bundle says now: a direct quotation that is
# found no more goes back to review.
# Statements that were corrected are left alone.
# What of a copy is shown follows from what the bundle says of its rights: nobody chose it.
# Twins have just been looked for among all exchanges that were written, and marked.
IGNORED = (
    *insert_events(*INSERTED),
    "statements.Document:shown_is_chosen",
    "statements.Exchange:exchange_once",
    "statements.Participation:exchange_once",
    "statements.Statement:anchor_inside",
    "statements.Statement:anchor_words",
    "statements.Statement:corrected",
    "statements.Statement:steps",
    "statements.Statement:publishable",
    "statements.Statement:publishable_new",
)

CORRECTED = (
    "was corrected at the desk, with a note to readers: it stays as it is there, and nothing that "
    "the record says now is taken over"
)


def silent(what: str, done: int, total: int) -> None:
    """Show no progress."""


def load(path: Path, *, dry_run: bool = False, progress: Progress = silent) -> Report:
    """Import the bundle at the path, in one transaction; a dry run takes everything back.

    Raises BundleError where there is no bundle that can be read, and BundleRefused, with all
    that is wrong, where it has errors. Nothing is written then.
    """
    with bundle.opened(path) as opened, _recorded(opened.name), transaction.atomic():
        _refuse_web_role()
        _lock()
        staging.create()
        made = _load(opened, progress, dry_run=dry_run)
        staging.drop()
        transaction.set_rollback(dry_run)
    return made


@contextmanager
def _recorded(name: str) -> Iterator[None]:
    """Say in the history where changes came from; leave out what is inserted."""
    with pghistory.context(source="import", bundle=name), pgtrigger.ignore(*IGNORED):
        yield


def _refuse_web_role() -> None:
    [(may,)] = rows(MAY_STAGE)
    if not may:
        raise BundleError("this role of the database may not import: sign in to it as the owner")


def _lock() -> None:
    [(free,)] = rows(LOCK)
    if not free:
        raise BundleError("another import is running: try again when it has ended")


def _load(opened: bundle.Bundle, progress: Progress, *, dry_run: bool) -> Report:
    problems = Problems()
    read_all(opened, problems, progress)
    _check_between(problems, progress)
    if problems.errors.count:
        raise BundleRefused(problems)
    # A dry run stops nobody from reading.
    quickly = nullcontext() if dry_run else first_load(progress, IGNORED)
    with _refusals_explained(), quickly:
        topics_named, linked = _write(problems, progress)
        # What the database checks at the end of a transaction is checked here.
        run("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    _tell_planner()
    count_words()
    return report(opened.name, problems, topics_named, linked, dry_run=dry_run)


def _tell_planner() -> None:
    """Let the database know the new rows: pages are read right after an import."""
    tables = {apps.get_model(name)._meta.db_table for name in INSERTED}
    run(f"ANALYZE {', '.join(sorted(tables))}")


def _check_between(problems: Problems, progress: Progress) -> None:
    progress("Checking what belongs together", 0, 0)
    for file, line, why, name in identify():
        message = f"is taken to be {shown(name)} of the archive: {why}"
        problems.warnings.add(Problem(f"{file}.jsonl", line, "id", message))
    for line in keep_corrected():
        problems.warnings.add(Problem("statements.jsonl", line, "id", CORRECTED))
    _warn(problems, doubtful_between())
    for problem in wrong_between():
        problems.errors.add(problem)


@contextmanager
def _refusals_explained() -> Iterator[None]:
    """Turn what the database refuses, although all was checked, into one line."""
    try:
        yield
    except (IntegrityError, DataError, OperationalError) as error:
        reason = str(error).strip().splitlines()[0]
        raise BundleError(f"the archive refused the bundle: {reason}") from error


def _write(problems: Problems, progress: Progress) -> tuple[int, Linked]:
    """Write everything, in the order in which rows need each other."""
    progress("Writing", 0, 0)
    who.write_actors()
    who.write_tenures()
    topics_named = subjects.write_topics()
    resolve_printed()
    _warn(problems, contacts.write_exchanges())
    sources.write_documents()
    sources.write_readouts()
    find_anchors(progress)
    progress("Writing the statements", 0, 0)
    _warn(problems, words.write_statements())
    progress("Linking names that waited", 0, 0)
    return topics_named, link_waiting({actor for (actor,) in rows(CAME)})


def _warn(problems: Problems, warnings: Iterator[Problem]) -> None:
    for warning in warnings:
        problems.warnings.add(warning)
