"""A run: the whole archive, or one document or statement of it, document by document.

Each range of documents is a transaction of its own, so that a run that is stopped has kept what it
found before, and holds up nobody.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, Self

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from statements.loading.database import rows
from statements.loading.database import run as run_sql
from statements.loading.reading import Progress
from statements.models import (
    Document,
    FailedCheck,
    Snapshot,
    SnapshotSeal,
    Statement,
    VerificationRun,
)
from statements.models.verification import Reason
from statements.verification.judging import Wrong, judge_copy
from statements.verification.reading import (
    beside,
    copies_of,
    wrong_among,
    wrong_without_anchor,
)
from statements.verification.settling import check_copies, check_statements, keep_of_copies

DOCUMENTS_AT_A_TIME: Final = 100
STEP: Final = "Comparing the quotations with their sources"

# Any number that no other advisory lock of the archive has.
LOCK: Final = 20220222

SEAL = """
INSERT INTO statements_snapshotseal (snapshot_id, document_id, retrieved_at, sha256)
SELECT id, document_id, retrieved_at, sha256 FROM statements_snapshot
ON CONFLICT (snapshot_id) DO NOTHING
"""


MAY_NOTE = "SELECT has_table_privilege('statements_verificationrun', 'INSERT')"


class CannotRunError(Exception):
    """Nothing was compared; the message says why."""


@dataclass(frozen=True)
class Scope:
    """What a run looks at, and how it is called in the row of the run; "" is the whole archive."""

    documents: QuerySet[Document]
    copies: QuerySet[Snapshot]
    statements: QuerySet[Statement]
    only: str = ""

    @classmethod
    def whole(cls) -> Self:
        """Give the whole archive."""
        return cls(Document.objects.all(), Snapshot.objects.all(), Statement.objects.all())

    @classmethod
    def of_document(cls, document: Document) -> Self:
        """Give one document: its copies, and what is quoted from it."""
        return cls(
            Document.objects.filter(pk=document.pk),
            Snapshot.objects.filter(document=document),
            Statement.objects.filter(document=document),
            f"document {document.public_id}",
        )

    @classmethod
    def of_statement(cls, statement: Statement) -> Self:
        """Give one statement, and the copy that it is anchored in."""
        return cls(
            Document.objects.filter(pk=statement.document_id),
            Snapshot.objects.filter(statements=statement),
            Statement.objects.filter(pk=statement.pk),
            f"statement {statement.public_id}",
        )


def verify(scope: Scope, progress: Progress) -> VerificationRun:
    """Compare what the scope has, and give the row of the run.

    Raises CannotRunError where another run is under way, or the role of the database may not note
    one. A KeyboardInterrupt goes on to the caller when the row says so.
    """
    with _alone():
        run = VerificationRun.objects.create(only=scope.only)
        try:
            _go_through(scope, run, progress)
        except KeyboardInterrupt:
            _end(run, interrupted=True)
            raise
        _end(run, interrupted=False)
    return run


def seal_all() -> int:
    """Seal the copies that came in without it, as they are; give their number.

    Raises CannotRunError where the role of the database may not.
    """
    refuse_web_role()
    return run_sql(SEAL)


def refuse_web_role() -> None:
    """Raise CannotRunError where whoever serves the web is signed in to the database."""
    [(may,)] = rows(MAY_NOTE)
    if not may:
        said = "this role of the database may not note what it finds: sign in to it as the owner"
        raise CannotRunError(said)


@contextmanager
def _alone() -> Iterator[None]:
    refuse_web_role()
    [(free,)] = rows("SELECT pg_try_advisory_lock(%s)", [LOCK])
    if not free:
        raise CannotRunError("another run of verify_quotes is under way")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


def _end(run: VerificationRun, *, interrupted: bool) -> None:
    if interrupted:
        # What was counted in the range that was taken back does not count.
        run.refresh_from_db(fields=["statements", "snapshots"])
    run.interrupted, run.ended_at = interrupted, timezone.now()
    run.failures = FailedCheck.objects.filter(run=run).count()
    run.save()


def _go_through(scope: Scope, run: VerificationRun, progress: Progress) -> None:
    done, total = 0, scope.documents.count()
    progress(STEP, done, total)
    for first, last, number in _ranges(scope.documents):
        _compare(scope, run, {"document__gt": first, "document__lte": last})
        run.save(update_fields=["statements", "snapshots"])
        done += number
        progress(STEP, done, total)
    _look_for_lost(scope, run)


def _ranges(documents: QuerySet[Document]) -> Iterator[tuple[int, int, int]]:
    """Give ranges of keys, behind the first and up to the last, and how many documents they have.

    The first and the last range reach as far as keys do: what belongs to no document is seen too.
    """
    first, behind, most = -1, -1, 2**63 - 1
    while True:
        rest = documents.filter(pk__gt=behind).order_by("pk").values_list("pk", flat=True)
        keys = list(rest[:DOCUMENTS_AT_A_TIME])
        full = len(keys) == DOCUMENTS_AT_A_TIME
        yield first, keys[-1] if full else most, len(keys)
        if not full:
            return
        first = behind = keys[-1]


def _compare(scope: Scope, run: VerificationRun, within: dict[str, int]) -> None:
    """Compare what belongs to a range of documents, then settle what looks wrong or was."""
    statements, copies = scope.statements.filter(**within), scope.copies.filter(**within)
    words, texts = _kept(statements, "statement"), _kept(copies, "snapshot")
    with transaction.atomic():
        for copy, group in beside(_counted(copies, run, texts), statements):
            _note(words, run, wrong_among(copy, group))
        _note(words, run, wrong_without_anchor(statements))
    check_statements(words, run)
    check_copies(texts, run)


def _kept(records: QuerySet, of: str) -> set[int]:
    """Give the records of which something is kept as wrong."""
    failed = FailedCheck.objects.filter(**{f"{of}__in": records})
    return set(failed.values_list(f"{of}_id", flat=True))


def _counted(copies: QuerySet[Snapshot], run: VerificationRun, wrong: set[int]) -> Iterator:
    for copy in copies_of(copies):
        run.snapshots += 1
        if judge_copy(copy):
            wrong.add(copy.pk)
        yield copy


def _note(
    wrong: set[int], run: VerificationRun, judged: Iterator[tuple[int, Wrong | None]]
) -> None:
    for key, found in judged:
        run.statements += 1
        if found:
            wrong.add(key)


def _look_for_lost(scope: Scope, run: VerificationRun) -> None:
    """Miss the copies that were sealed and are gone."""
    there = Snapshot.objects.filter(pk=OuterRef("pk"))
    seals = SnapshotSeal.objects.filter(~Exists(there))
    if scope.only:
        seals = seals.filter(document_id__in=scope.documents.values("pk"))
    lost = seals.values_list("pk", "sha256").iterator()
    for key, sha256 in lost:
        keep_of_copies({key: Wrong(Reason.GONE, f"SHA-256 {sha256}")}, run)
