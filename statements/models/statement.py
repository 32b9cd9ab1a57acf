"""Words put on record."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact, LessThanOrEqual

from actors.history import tracked
from actors.models import Actor
from actors.models.base import ImportedRecord
from dates.fields import EDTFField, date_is_sound, date_precision, earliest_day, latest_day
from reading.addresses import address_of
from statements.models.document import Document
from statements.models.editorial import (
    EditorialRecord,
    EditorialStatus,
    editorial_rules,
    work_index,
)
from statements.models.exchange import Exchange
from statements.models.rules import (
    ANCHOR_EXACT,
    ANCHOR_INSIDE,
    FAILED_CHECK_IS_VOID,
    TRANSLATIONS,
    VERDICTS_ARE_VOID,
)
from statements.models.search import words_of
from statements.models.snapshot import Snapshot
from statements.models.steps import CORRECTED, editorial_triggers
from statements.models.topic import Topic
from statements.querysets.statements import StatementQuerySet

# In code points. PostgreSQL's tsvector holds 1 MB; a statement is a passage, not a document.
MAX_TEXT = 100_000


class OnlyWords(models.Func):
    """`only_words(text)`: letters and digits alone, in lower case, with one space between words."""

    function = "only_words"
    arity = 1
    output_field = models.TextField()


class Quotes(models.Func):
    """`quotes(text, source)`: the text's words stand in the source, from its first to its last.

    Ellipses may leave words out, and what stands in square brackets is the editor's own.
    """

    function = "quotes"
    arity = 2
    output_field = models.BooleanField()


class QuoteType(models.TextChoices):
    """How close the text is to what was said."""

    DIRECT = "direct", "direct"
    MIXED = "mixed", "mixed"
    INDIRECT = "indirect", "indirect"
    READOUT = "readout", "readout"


@tracked
class Statement(EditorialRecord, ImportedRecord):
    """What somebody said, as a document words it.

    The anchor is a W3C TextPosition selector into a snapshot of the document: code points from
    `anchor_start` up to but not including `anchor_end`, with the TextQuote selector's `exact`
    words as they stand there. A statement without one is unverified.
    """

    Type = QuoteType

    text = models.TextField(blank=True)
    language = models.CharField(max_length=35, help_text="BCP 47, such as en or fr.")
    quote_type = models.CharField(
        "type of quotation",
        max_length=8,
        choices=QuoteType,
        help_text="Direct: word for word. Mixed: with words of theirs in quotation marks. "
        "Indirect: in other words. Readout: an office's own account.",
    )
    translated = models.BooleanField(
        default=False, db_default=False, help_text="The text is a translation of what was said."
    )
    translation_of = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="renderings", null=True, blank=True
    )
    speaker_as_printed = models.CharField(max_length=300)
    # `statement_speaker_newest` begins with the speaker.
    speaker = models.ForeignKey(
        Actor,
        on_delete=models.PROTECT,
        related_name="statements",
        null=True,
        blank=True,
        db_index=False,
    )
    attribution_as_printed = models.CharField(
        max_length=300,
        blank=True,
        db_default="",
        help_text="Such as: said the Kremlin in a statement.",
    )
    date = EDTFField(null=True, blank=True)
    exchange = models.ForeignKey(
        Exchange, on_delete=models.PROTECT, related_name="statements", null=True, blank=True
    )
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="statements")
    topics = models.ManyToManyField(Topic, blank=True, related_name="statements")
    addressees: models.ManyToManyField = models.ManyToManyField(
        Actor, through="Addressee", related_name="addressed_statements"
    )
    snapshot = models.ForeignKey(
        Snapshot, on_delete=models.PROTECT, related_name="statements", null=True, blank=True
    )
    anchor_start = models.IntegerField(null=True, blank=True)
    anchor_end = models.IntegerField(null=True, blank=True)
    anchor_exact = models.TextField(blank=True, db_default="")
    date_earliest = earliest_day("date")
    date_latest = latest_day("date")
    date_precision = date_precision("date")
    search = words_of("text", "speaker_as_printed", "attribution_as_printed", language="language")

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering = [F("date_earliest").desc(nulls_last=True), "id"]
        triggers = [
            ANCHOR_INSIDE,
            ANCHOR_EXACT,
            FAILED_CHECK_IS_VOID,
            TRANSLATIONS,
            VERDICTS_ARE_VOID,
            CORRECTED,
            *editorial_triggers("statement"),
        ]
        permissions = [
            ("read_archive", "Can read the archive"),
            ("use_desk", "Can use the desk"),
            ("publish_statement", "Can publish and retract"),
            ("merge_records", "Can merge actors, topics and exchanges"),
            ("see_history", "Can see the history of the whole archive"),
        ]
        indexes = [
            work_index("statement"),
            models.Index(F("date_earliest").desc(nulls_last=True), "id", name="statement_newest"),
            models.Index(fields=["date_earliest", "id"], name="statement_oldest"),
            models.Index(
                "speaker",
                F("date_earliest").desc(nulls_last=True),
                "id",
                name="statement_speaker_newest",
            ),
            models.Index(
                fields=["speaker_as_printed"],
                name="statement_unresolved",
                condition=Q(speaker=None),
            ),
            GinIndex(fields=["search"], name="statement_search"),
            # From one language to the next, whatever there is between (`languages_of`).
            models.Index(fields=["editorial_status", "language"], name="statement_languages"),
        ]
        constraints = [
            *editorial_rules("statement"),
            date_is_sound("date", "statement_date_is_sound"),
            models.CheckConstraint(
                name="statement_quote_type_is_known",
                condition=Q(quote_type__in=QuoteType.values),
            ),
            models.CheckConstraint(
                name="statement_has_words_or_is_a_draft",
                condition=Q(editorial_status=EditorialStatus.DRAFT) | ~Q(text__regex=r"^\s*$"),
                violation_error_message="Without words it stays a draft.",
            ),
            models.CheckConstraint(
                name="statement_text_is_bounded",
                condition=LessThanOrEqual(Length("text"), MAX_TEXT),
                violation_error_message=f"A statement has at most {MAX_TEXT:,} characters.",
            ),
            models.CheckConstraint(
                name="statement_speaker_is_printed",
                condition=~Q(speaker_as_printed__regex=r"^\s*$"),
            ),
            models.CheckConstraint(
                name="statement_anchor_is_whole",
                condition=Q(snapshot=None, anchor_start=None, anchor_end=None, anchor_exact="")
                | Q(
                    snapshot__isnull=False,
                    anchor_start__gte=0,
                    anchor_end__gt=F("anchor_start"),
                )
                & ~Q(anchor_exact=""),
                violation_error_message="An anchor is a copy, a start, an end and the words there.",
            ),
            models.CheckConstraint(
                name="statement_anchor_has_its_words",
                # Nearly always they are the same to the letter, which is much quicker to see.
                condition=Q(snapshot=None)
                | Q(anchor_exact=F("text"))
                | Q(Exact(OnlyWords("text"), OnlyWords("anchor_exact")))
                | Q(Quotes("text", "anchor_exact")),
                violation_error_message="The words at the anchor are not those of the statement.",
            ),
            models.CheckConstraint(
                name="statement_direct_is_verified",
                condition=~Q(
                    editorial_status=EditorialStatus.PUBLISHED,
                    quote_type=QuoteType.DIRECT,
                    snapshot=None,
                )
                | ~Q(override_reason__regex=r"^\s*$"),
                violation_error_message="The kept copy of the source does not hold these words: "
                "a direct quotation is published without that only with a reason.",
            ),
            models.CheckConstraint(
                name="statement_is_not_its_own_original",
                condition=Q(translation_of=None) | ~Q(translation_of=F("pk")),
                violation_error_message="A statement is no translation of itself.",
            ),
        ]

    def __str__(self) -> str:
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"

    def get_absolute_url(self) -> str:
        """Give the address of the statement's page."""
        return address_of("statement", self.public_id)

    @property
    def is_verified(self) -> bool:
        """Whether the words were found in the kept copy of the source."""
        return self.snapshot_id is not None
