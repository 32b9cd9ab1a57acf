"""What stands before and after a statement in its document."""

from dataclasses import dataclass

from statements.models import Statement
from statements.pages.sources import source_of


@dataclass(frozen=True)
class Neighbours:
    """The public ids of the statements before and after, where there are any."""

    previous: str | None = None
    following: str | None = None


def neighbours_of(statement: Statement) -> Neighbours:
    """Give the statements that readers see next to this one in a document that they see."""
    document = source_of(statement)
    if not document:
        return Neighbours()
    public = Statement.objects.public().filter(document=document)
    ids = list(public.in_document_order().values_list("public_id", flat=True))
    if statement.public_id not in ids:
        return Neighbours()
    at = ids.index(statement.public_id)
    return Neighbours(ids[at - 1] if at else None, ids[at + 1] if at + 1 < len(ids) else None)
