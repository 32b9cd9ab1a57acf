"""What comparing quotations with their sources has found.

A row for each run, and one for each failure: nothing is written of what was found right, so that
a million statements cost what is wrong with them.
"""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from statements.models.snapshot import Snapshot
from statements.models.statement import Statement


class SnapshotSeal(models.Model):
    """What a copy was when it came: written by a trigger of the copies, never changed.

    A copy's own hash is generated from its text and would follow it; this one does not. It outlives
    the copy, so that one which is gone is missed.
    """

    snapshot = models.OneToOneField(
        Snapshot,
        on_delete=models.DO_NOTHING,
        primary_key=True,
        db_constraint=False,
        related_name="seal",
    )
    document_id = models.BigIntegerField()
    retrieved_at = models.DateTimeField()
    sha256 = models.CharField(max_length=64)
    sealed_at = models.DateTimeField(db_default=Now())

    class Meta:
        triggers = [
            pgtrigger.Protect(name="immutable", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.sha256[:12]}…"


class VerificationRun(models.Model):
    """One run of `verify_quotes`. One that has no end was killed; what it had found is there.

    `statements` counts those compared with a copy, `snapshots` the copies compared with their
    hashes and seals, `failures` what it found wrong.
    """

    started_at = models.DateTimeField(db_default=Now())
    ended_at = models.DateTimeField(null=True)
    interrupted = models.BooleanField(default=False, db_default=False)
    only = models.CharField(max_length=60, blank=True, db_default="")
    statements = models.IntegerField(default=0, db_default=0)
    snapshots = models.IntegerField(default=0, db_default=0)
    failures = models.IntegerField(default=0, db_default=0)

    class Meta:
        ordering = ["-started_at"]
        indexes = [
            models.Index(
                fields=["started_at"],
                name="run_of_all",
                condition=Q(only="", interrupted=False, ended_at__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"run of {self.started_at:%Y-%m-%d %H:%M}"


class Reason(models.TextChoices):
    """What is wrong, in words that go on with what should stand there."""

    OTHER_WORDS = "other_words", "other words stand at its place in the kept copy"
    NOT_ITS_OWN = "not_its_own", "the words at its place in the kept copy are not its own"
    NOT_ITS_COPY = "not_its_copy", "it is anchored in a copy that is not one of its document"
    NO_ANCHOR = "no_anchor", "it was published word for word without a place in a kept copy"
    NOT_QUOTED = "not_quoted", "words in quotation marks do not stand in the kept copy"
    CHANGED = "changed", "the copy was changed after it was kept"
    DAMAGED = "damaged", "the copy does not have the hash that is stored with it"
    UNSEALED = "unsealed", "the copy came in without being sealed"
    GONE = "gone", "the copy is gone"


class FailedCheck(models.Model):
    """A statement, or a copy, that was compared and not found right.

    `should` is what should stand there and `stands` what does, shortened. A later check that finds
    it right takes the row away, as does a change of the statement's words or place: a trigger of
    the statements sees to that. `run` is the run that found it last; none is a save at the desk.
    """

    Reason = Reason

    # The database's own key takes the row away with its statement (0012_verification.py).
    statement = models.OneToOneField(
        Statement,
        on_delete=models.DO_NOTHING,
        null=True,
        db_constraint=False,
        related_name="failed_check",
    )
    # A copy that is gone can be named too.
    snapshot = models.OneToOneField(
        Snapshot,
        on_delete=models.DO_NOTHING,
        null=True,
        db_constraint=False,
        related_name="failed_check",
    )
    reason = models.CharField(max_length=12, choices=Reason)
    should = models.TextField(blank=True, db_default="")
    stands = models.TextField(blank=True, db_default="")
    checked_at = models.DateTimeField(db_default=Now())
    run = models.ForeignKey(
        VerificationRun, on_delete=models.SET_NULL, null=True, related_name="failed"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="failed_check_is_of_one",
                condition=Q(statement=None) ^ Q(snapshot=None),
            ),
            models.CheckConstraint(
                name="failed_check_reason_is_known", condition=Q(reason__in=Reason.values)
            ),
        ]

    def __str__(self) -> str:
        return self.get_reason_display()
