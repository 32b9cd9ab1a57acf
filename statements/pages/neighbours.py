"""What stands before and after a statement in its document."""

from dataclasses import dataclass

from django.db.models import F, Q, QuerySet

from statements.models import Statement
from statements.pages.sources import source_of


@dataclass(frozen=True)
class Neighbours:
    """The public ids of the statements before and after, where there are any."""

    previous: str | None = None
    following: str | None = None


def neighbours_of(statement: Statement) -> Neighbours:
    """Give the statements that readers see next to this one in a document that they see.

    Two queries of one row each, in the order of `in_document_order`: what was not found in the
    source stands last.
    """
    document = source_of(statement)
    if not document or not statement.is_public:
        return Neighbours()
    public = Statement.objects.public().filter(document=document)
    return Neighbours(_last_before(statement, public), _first_after(statement, public))


def _first_after(statement: Statement, among: QuerySet[Statement]) -> str | None:
    at, later = statement.anchor_start, Q(pk__gt=statement.pk)
    behind = Q(anchor_start=None) & later
    if at is not None:
        behind = Q(anchor_start__gt=at) | Q(anchor_start=at) & later | Q(anchor_start=None)
    ordered = among.filter(behind).order_by(F("anchor_start").asc(nulls_last=True), "pk")
    return ordered.values_list("public_id", flat=True).first()


def _last_before(statement: Statement, among: QuerySet[Statement]) -> str | None:
    at, earlier = statement.anchor_start, Q(pk__lt=statement.pk)
    before = Q(anchor_start__isnull=False) | Q(anchor_start=None) & earlier
    if at is not None:
        before = Q(anchor_start__lt=at) | Q(anchor_start=at) & earlier
    ordered = among.filter(before).order_by(F("anchor_start").desc(nulls_first=True), "-pk")
    return ordered.values_list("public_id", flat=True).first()
