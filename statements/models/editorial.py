"""The editorial life of a record: draft, in review, published, retracted."""

from django.conf import settings
from django.db import models
from django.db.models import Func, Q

from statements.querysets.editorial import PUBLIC


class EditorialStatus(models.TextChoices):
    """How far a record has come on its way to readers."""

    DRAFT = "draft", "draft"
    IN_REVIEW = "in_review", "in review"
    PUBLISHED = "published", "published"
    RETRACTED = "retracted", "retracted"


class PublicId(Func):
    """`public_id()`: twelve random letters and digits, the record's name in its address."""

    function = "public_id"
    output_field = models.CharField(max_length=12)


class EditorialRecord(models.Model):
    """A record that is drafted, reviewed, published and perhaps retracted.

    `entered_by` is whoever entered it at the desk; nobody where a bundle brought it.
    """

    public_id = models.CharField(max_length=12, unique=True, db_default=PublicId(), editable=False)
    editorial_status = models.CharField(
        max_length=10,
        choices=EditorialStatus,
        default=EditorialStatus.DRAFT,
        db_default=EditorialStatus.DRAFT,
    )
    retraction_reason = models.TextField(blank=True, db_default="")
    override_reason = models.TextField(
        "published all the same because",
        blank=True,
        db_default="",
        help_text="Where something stands against publishing: why a chief publishes it. "
        "Readers see the reason.",
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        # The index of what is not yet public serves.
        db_index=False,
    )

    class Meta:
        abstract = True

    @property
    def is_public(self) -> bool:
        """Whether readers may see the record."""
        return self.editorial_status in PUBLIC

    @property
    def is_retracted(self) -> bool:
        """Whether the record was taken back and stays with its reason."""
        return self.editorial_status == EditorialStatus.RETRACTED


def work_index(model: str) -> models.Index:
    """Give the index of what editors have in hand, by status and by who entered it."""
    # As a list PostgreSQL would word the condition otherwise each time that the index is put back.
    in_hand = Q(editorial_status=EditorialStatus.DRAFT)
    in_hand |= Q(editorial_status=EditorialStatus.IN_REVIEW)
    fields = ["editorial_status", "entered_by"]
    return models.Index(fields=fields, name=f"{model}_in_hand", condition=in_hand)


def editorial_rules(model: str) -> list[models.CheckConstraint]:
    """Give the rules of the editorial status, named for the model."""
    return [
        models.CheckConstraint(
            name=f"{model}_editorial_status_is_known",
            condition=Q(editorial_status__in=EditorialStatus.values),
        ),
        models.CheckConstraint(
            name=f"{model}_retraction_has_a_reason",
            condition=~Q(editorial_status=EditorialStatus.RETRACTED)
            | ~Q(retraction_reason__regex=r"^\s*$"),
            violation_error_message="Say why it is retracted: readers see the reason.",
        ),
    ]
