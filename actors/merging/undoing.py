"""Undoing a merge: the record comes back as it was, and with it what still hangs on the kept one.

The steps are taken back in the reverse order. What editors changed since stays as they left it,
and is told in words.
"""

from collections.abc import Callable, Iterator

import pghistory
from django.contrib.auth.models import User
from django.contrib.postgres.functions import TransactionNow
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import Q

from actors.merging.back import drop_made, empty_filled, put_back_dropped, put_back_gone, send_back
from actors.merging.kinds import kind_of
from actors.models.merge import Merge, MergeStep, StepAction

TAKE_BACK: dict[str, Callable[[Merge, MergeStep], Iterator[str]]] = {
    StepAction.MOVED: send_back,
    StepAction.DROPPED: put_back_dropped,
    StepAction.MADE: drop_made,
    StepAction.GONE: put_back_gone,
    StepAction.FILLED: empty_filled,
}


class UndoRefusedError(ValidationError):
    """This merge is not undone: the reason in words."""


def why_not(merge: Merge) -> str:
    """Say why the merge cannot be undone; nothing where it can, as far as is known before."""
    if merge.undone_at:
        return "This merge was undone already."
    model = kind_of(merge.record).model
    if later := _later(merge):
        return (
            f"After it {later.gone_name} was merged with {later.kept_name}: undo that merge first."
        )
    if not model._default_manager.filter(pk=merge.kept).exists():
        return f"{merge.kept_name}, which was kept, is not there any more."
    return ""


def _later(merge: Merge) -> Merge | None:
    """Give the last merge after this one, not undone, that one of the two records had part in."""
    two = [merge.kept, merge.gone]
    after = Merge.objects.filter(pk__gt=merge.pk, record=merge.record, undone_at=None)
    return after.filter(Q(kept__in=two) | Q(gone__in=two)).first()


def undo(merge: Merge, by: User) -> list[str]:
    """Undo the merge, and give in words what could not be put back.

    All or nothing. Raises UndoRefusedError; what the database refuses beside that it says itself.
    """
    with transaction.atomic():
        merge = Merge.objects.select_for_update().get(pk=merge.pk)
        kind = kind_of(merge.record)
        list(kind.model._default_manager.select_for_update().filter(pk=merge.kept))
        if reason := why_not(merge):
            raise UndoRefusedError(reason)
        with pghistory.context(merge=merge.pk, undone=True):
            left = list(_taken_back(merge))
        # The moment of the transaction: by it the rules of what is entered know what comes back.
        merge.undone_by, merge.undone_at, merge.not_put_back = by, TransactionNow(), left
        merge.save(update_fields=["undone_by", "undone_at", "not_put_back"])
        connection.check_constraints()
        merge.refresh_from_db(fields=["undone_at"])
    return left


def _taken_back(merge: Merge) -> Iterator[str]:
    # The rows of a large merge are not fetched: the database has them.
    for step in merge.steps.defer("rows").order_by("-id"):
        yield from TAKE_BACK[step.action](merge, step)
