"""What readers are told of a change: corrections and retractions."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from statements.models.document import Document
from statements.models.exchange import Exchange
from statements.models.remarks import Correction
from statements.models.statement import Statement


class Retraction(models.Model):
    """When a record was last retracted, written by a trigger; the reason stands on the record."""

    statement = models.OneToOneField(
        Statement, on_delete=models.CASCADE, related_name="retraction", null=True
    )
    exchange = models.OneToOneField(
        Exchange, on_delete=models.CASCADE, related_name="retraction", null=True
    )
    document = models.OneToOneField(
        Document, on_delete=models.CASCADE, related_name="retraction", null=True
    )
    retracted_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="retraction_is_of_one",
                condition=Q(statement__isnull=False, exchange=None, document=None)
                | Q(statement=None, exchange__isnull=False, document=None)
                | Q(statement=None, exchange=None, document__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"retracted on {self.retracted_at:%Y-%m-%d}"


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Questions about notices."""

    def for_page(self) -> models.QuerySet["Notice"]:
        """Fetch with each notice the record that it is about, and the words after a correction."""
        later = Correction.objects.filter(
            statement=models.OuterRef("statement"), pk__gt=models.OuterRef("correction")
        )
        replaced = later.exclude(text_before="").order_by("pk").values("text_before")[:1]
        records = ("correction__editor", "statement__speaker", "exchange", "document")
        return (
            self.select_related(*records)
            .defer(*(f"{name}__search" for name in ("statement", "exchange")))
            .annotate(next_before=models.Subquery(replaced))
        )


class Notice(models.Model):
    """A correction of a public statement, or a retraction: a view of the database.

    `record` is what it is about; a retraction has no correction.
    """

    made_at = models.DateTimeField()
    correction = models.ForeignKey(
        Correction, on_delete=models.DO_NOTHING, related_name="+", null=True
    )
    statement = models.ForeignKey(
        Statement, on_delete=models.DO_NOTHING, related_name="+", null=True
    )
    exchange = models.ForeignKey(Exchange, on_delete=models.DO_NOTHING, related_name="+", null=True)
    document = models.ForeignKey(Document, on_delete=models.DO_NOTHING, related_name="+", null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "statements_notice"
        ordering = ["-made_at", "id"]

    def __str__(self) -> str:
        return str(self.correction or self.record)

    @property
    def record(self) -> Statement | Exchange | Document | None:
        """What the notice is about."""
        return self.statement or self.exchange or self.document
