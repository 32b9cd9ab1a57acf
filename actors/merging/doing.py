"""Merging: everything that hangs on one record is led to the other, and the one goes.

All of it is a few queries for each table, whatever the number of rows, and is written down in the
steps of the merge as it is done, so that it can be undone.
"""

from collections.abc import Iterator
from typing import Any

import pghistory
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import connection, models, transaction

from actors.merging.doubles import doubles
from actors.merging.kinds import Kind, kind_of
from actors.merging.relations import Table, leads, references_to, target
from actors.merging.steps import drop, go, make, move, take
from actors.models.merge import Merge


class MergeRefusedError(ValidationError):
    """These two are not merged: the reasons in words."""


def merge(model: type[models.Model], kept: int, gone: int, by: User, reason: str) -> Merge:
    """Merge the record `gone` into the record `kept`, and give what is written of it in the log.

    All or nothing. Raises MergeRefusedError, with every reason; what the database refuses beside
    that it says itself (DatabaseError).
    """
    kind = kind_of(model)
    with transaction.atomic():
        stays, goes = locked(kind, kept, gone)
        if reasons := kind.conflicts(stays, goes):
            raise MergeRefusedError([conflict.words for conflict in reasons])
        made = _entered(kind, stays, goes, by, reason)
        with pghistory.context(merge=made.pk):
            _do(made, kind, stays, goes)
            connection.check_constraints()
    return made


def locked(kind: Kind, kept: int, gone: int) -> tuple[Any, Any]:
    """Give the two records, which nobody else changes until the transaction ends."""
    manager = kind.model._default_manager
    found = {
        it.pk: it for it in manager.select_for_update().filter(pk__in=[kept, gone]).order_by("pk")
    }
    if kept == gone or len(found) < 2:
        raise MergeRefusedError("One of the two is not there (any more).")
    return found[kept], found[gone]


def _entered(kind: Kind, kept: Any, gone: Any, by: User, reason: str) -> Merge:  # noqa: ANN401
    return Merge.objects.create(
        record=kind.label,
        kept=kept.pk,
        gone=gone.pk,
        kept_name=str(kept),
        gone_name=str(gone),
        gone_address=getattr(gone, kind.address),
        reason=reason,
        merged_by=by,
    )


def _do(merge: Merge, kind: Kind, kept: Any, gone: Any) -> None:  # noqa: ANN401
    taken = kind.taken(kept, gone)
    further = [*kind.names(kept, gone), *_known_by(kind, kept, gone)]
    for reference in references_to(kind.model):
        if pairs := doubles(reference, kind.doubled):
            drop(merge, reference, pairs)
        move(merge, reference)
    go(merge, Table(kind.model))
    for row in further:
        make(merge, row)
    take(merge, Table(kind.model), taken)


def _known_by(kind: Kind, kept: Any, gone: Any) -> Iterator[models.Model]:  # noqa: ANN401
    """Give the rows by which the address and import id of the one that goes lead to the other."""
    address = getattr(gone, kind.address)
    facts = kind.address_facts(gone)
    yield kind.addresses(**{kind.address: address, _owner(kind, kind.addresses): kept.pk, **facts})
    if gone.import_id:
        ids = {"import_id": gone.import_id, "import_digest": gone.import_digest}
        yield kind.import_ids(**{_owner(kind, kind.import_ids): kept.pk, **ids})


def _owner(kind: Kind, model: type[models.Model]) -> str:
    """Give the attribute by which a row of the model belongs to a record of the kind."""
    fields = model._meta.local_fields
    return next(one.attname for one in fields if leads(one) and target(one) is kind.model)
