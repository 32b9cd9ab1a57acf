"""A source."""

import pgtrigger
from django.contrib.postgres.indexes import HashIndex
from django.db import models
from django.db.models import Q

from actors.history import tracked
from actors.models import Actor
from actors.models.base import ImportedRecord
from dates.fields import EDTFField, date_is_sound, date_precision, earliest_day, latest_day
from reading.addresses import address_of
from statements.models.clock import instant_of, time_is_sound, zone_is_sound
from statements.models.editorial import EditorialRecord, editorial_rules, work_index
from statements.models.steps import editorial_triggers
from statements.querysets.documents import DocumentQuerySet


class DocumentKind(models.TextChoices):
    """What sort of source it is."""

    READOUT = "readout", "readout"
    TRANSCRIPT = "transcript", "transcript"
    PRESS_RELEASE = "press_release", "press release"
    ANNOUNCEMENT = "announcement", "announcement"
    MESSAGE = "message", "message"
    ARTICLE = "article", "article"
    INTERVIEW = "interview", "interview"
    POST = "post", "post"
    OTHER = "other", "other"


class CopyShown(models.TextChoices):
    """What of a kept copy readers may see."""

    # First, as a form takes the first where none is chosen.
    QUOTATIONS = "quotations", "only quotations"
    WHOLE = "whole", "the whole copy"


# Whoever changes it, but an import: that follows the rights (statements/licences.py).
SHOWN_IS_CHOSEN = pgtrigger.Trigger(
    name="shown_is_chosen",
    when=pgtrigger.Before,
    operation=pgtrigger.UpdateOf("copy_shown"),
    condition=pgtrigger.Condition('OLD."copy_shown" <> NEW."copy_shown"'),
    func="NEW.copy_shown_is_chosen := true; RETURN NEW;",
)


@tracked
class Document(EditorialRecord, ImportedRecord):
    """A readout, a transcript, an article: where words are written. Its text is in snapshots.

    Whose `copy_shown_is_chosen` keeps what it shows, whatever a bundle says of its rights.
    """

    Kind = DocumentKind
    Shown = CopyShown

    kind = models.CharField(max_length=13, choices=DocumentKind)
    title = models.CharField(max_length=400)
    publisher_as_printed = models.CharField(max_length=300)
    publisher = models.ForeignKey(
        Actor, on_delete=models.PROTECT, related_name="documents", null=True, blank=True
    )
    language = models.CharField(max_length=35, help_text="BCP 47, such as en or fr.")
    date = EDTFField(null=True, blank=True)
    time = models.TimeField(null=True, blank=True, help_text="On the clock of the time zone.")
    timezone = models.CharField(
        "time zone", max_length=64, blank=True, db_default="", help_text="Such as Europe/Paris."
    )
    url = models.URLField("address", max_length=2000, blank=True, db_default="")
    summary = models.TextField(blank=True, db_default="")
    rights = models.CharField(
        max_length=300,
        blank=True,
        db_default="",
        help_text="The licence or terms, as the publisher gives them, such as CC BY 4.0.",
    )
    copy_shown = models.CharField(
        "readers see",
        max_length=10,
        choices=CopyShown,
        default=CopyShown.QUOTATIONS,
        db_default=CopyShown.QUOTATIONS,
        help_text="Of the kept copy. The whole of it only where the licence or the law lets "
        "anybody show it: say under “Rights” which. Otherwise the quotations alone.",
    )
    copy_shown_is_chosen = models.BooleanField(
        "what readers see was chosen", default=False, db_default=False, editable=False
    )
    date_earliest = earliest_day("date")
    date_latest = latest_day("date")
    date_precision = date_precision("date")
    published_at = instant_of()

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = [models.F("date_earliest").desc(nulls_last=True), "id"]
        triggers = [SHOWN_IS_CHOSEN, *editorial_triggers("document")]
        indexes = [
            work_index("document"),
            models.Index(
                models.F("date_earliest").desc(nulls_last=True), "id", name="document_newest"
            ),
            models.Index(fields=["date_earliest", "id"], name="document_oldest"),
            # A hash: some addresses are longer than a B-tree takes.
            HashIndex(fields=["url"], name="document_address"),
            models.Index(
                fields=["publisher_as_printed"],
                name="document_unresolved",
                condition=Q(publisher=None),
            ),
        ]
        constraints = [
            *editorial_rules("document"),
            date_is_sound("date", "document_date_is_sound"),
            time_is_sound("document_time_has_a_zone"),
            zone_is_sound("document_zone_is_known"),
            models.CheckConstraint(
                name="document_kind_is_known", condition=Q(kind__in=DocumentKind.values)
            ),
            models.CheckConstraint(
                name="document_copy_shown_is_known", condition=Q(copy_shown__in=CopyShown.values)
            ),
            models.CheckConstraint(
                name="document_title_is_not_empty", condition=~Q(title__regex=r"^\s*$")
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Give the address of the document's page."""
        return address_of("document", self.public_id)

    @property
    def shows_whole_copy(self) -> bool:
        """Whether readers may see all of a kept copy, and not only what is quoted from it."""
        return self.copy_shown == CopyShown.WHOLE
