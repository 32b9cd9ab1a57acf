"""Whether a statement's words stand in its source, as the database tells it for each row."""

from django.db.models import (
    DateTimeField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.fields import BooleanField
from django.db.models.functions import Coalesce, Greatest


def failed() -> ExpressionWrapper:
    """Tell whether the statement, or the copy that it is anchored in, failed its last check."""
    from statements.models import FailedCheck

    its_own = FailedCheck.objects.filter(statement=OuterRef("pk"))
    its_copys = FailedCheck.objects.filter(snapshot=OuterRef("snapshot"))
    return ExpressionWrapper(Q(Exists(its_own)) | Q(Exists(its_copys)), BooleanField())


def copies_kept() -> QuerySet:
    """Give the copies of the statement's document, the latest first."""
    from statements.models import Snapshot

    copies = Snapshot.objects.filter(document=OuterRef("document"))
    return copies.order_by("-retrieved_at", "-pk")


def gone() -> ExpressionWrapper:
    """Tell whether the latest copy of the source does not have the words that an older one has.

    A new copy takes along every anchor whose words it has, so that one which stays behind says so.
    """
    elsewhere = ~Q(snapshot=Subquery(copies_kept().values("pk")[:1]))
    return ExpressionWrapper(Q(snapshot__isnull=False) & elsewhere, BooleanField())


def last_checked() -> Greatest:
    """Give when the words were last compared with the copy: by a run, or when they came there.

    Whatever changes words or anchor is refused unless they stand there, so that the day on which
    they became what they are is one on which they were compared.
    """
    from statements.models import VerificationRun

    runs = VerificationRun.objects.filter(only="", interrupted=False, ended_at__isnull=False)
    last = runs.order_by("-started_at").values("started_at")[:1]
    came = Coalesce(Subquery(_replaced()), F("created_at"))
    return Greatest(came, Subquery(last), output_field=DateTimeField())


def _replaced() -> QuerySet:
    """Give when the last version with other words, or at another place, was replaced."""
    from statements.models import StatementEvent  # type: ignore[attr-defined]

    fields = ("text", "document", "snapshot", "anchor_start", "anchor_exact")
    same = Q(**{field: OuterRef(field) for field in fields})
    events = StatementEvent.objects.filter(pgh_obj=OuterRef("pk"), pgh_label="update")
    return events.exclude(same).order_by("-pgh_created_at").values("pgh_created_at")[:1]
