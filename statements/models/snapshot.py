"""An immutable copy of a document at a time."""

import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Func
from django.db.models.functions import Length, Now

from statements.models.document import Document
from statements.models.rules import SEAL


class Sha256(Func):
    """`sha256_hex(text)`: the SHA-256 of the text in UTF-8, as 64 hexadecimal digits."""

    function = "sha256_hex"
    arity = 1
    output_field = models.CharField(max_length=64)


class CopyWords(Func):
    """`copy_words(text)`: the words of a copy's first 300,000 characters, accents folded."""

    function = "copy_words"
    arity = 1
    output_field = SearchVectorField()


class Snapshot(models.Model):
    """What a document said when it was retrieved. A trigger refuses to change or delete it.

    `length` counts Unicode code points, in which anchors are measured.
    """

    # `snapshot_once` begins with the document.
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="snapshots", db_index=False
    )
    text = models.TextField()
    retrieved_at = models.DateTimeField(db_default=Now())
    original = models.BinaryField(null=True, blank=True, help_text="The bytes as retrieved.")
    original_type = models.CharField(
        max_length=100, blank=True, db_default="", help_text="Media type, such as text/html."
    )
    sha256 = models.GeneratedField(
        expression=Sha256("text"),
        output_field=models.CharField(max_length=64),
        db_persist=True,
        editable=False,
    )
    length = models.GeneratedField(
        expression=Length(F("text")),
        output_field=models.IntegerField(),
        db_persist=True,
        editable=False,
    )

    class Meta:
        ordering = ["-retrieved_at", "-id"]
        indexes = [
            GinIndex(CopyWords("text"), name="snapshot_words"),
            models.Index(fields=["sha256"], name="snapshot_hash"),
        ]
        constraints = [
            models.UniqueConstraint(
                name="snapshot_once",
                fields=["document", "sha256"],
                violation_error_message="This text of the document is kept already.",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="immutable", operation=pgtrigger.Update | pgtrigger.Delete),
            SEAL,
        ]

    def __str__(self) -> str:
        return f"copy of {self.retrieved_at:%Y-%m-%d %H:%M}"
