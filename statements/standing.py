"""Taking many records a step on, all of them or none.

Each function locks its records, so that of two who press at once the second is told what the first
has done. It asks to be called in a transaction, which its ValidationError has to undo.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from statements.models import Document, Exchange, Statement
from statements.models.editorial import EditorialRecord
from statements.publishing import (
    DRAFT,
    IN_HAND,
    IN_REVIEW,
    PUBLISHED,
    RETRACTED,
    Blocker,
    blockers_of,
)
from statements.querysets.editorial import record_name

Record = Document | Exchange | Statement

# In the order in which they are locked, so that no two wait for each other.
MODELS: Final[dict[str, type[EditorialRecord]]] = {
    "document": Document,
    "exchange": Exchange,
    "statement": Statement,
}

IS: Final = {
    DRAFT: "is a draft",
    IN_REVIEW: "is in review",
    PUBLISHED: "is published already",
    RETRACTED: "is retracted already",
}

# As many complaints are shown.
MOST_SAID: Final = 10

Key = tuple[str, int]
"""A record: the name of its model in MODELS, and its id."""


def key_of(record: EditorialRecord) -> Key:
    """Name a record; a call or a meeting is an exchange."""
    return record_name(type(record)), record.pk


def fetched(keys: Iterable[Key], *, lock: bool = False) -> dict[Key, Any]:
    """Give the records with their `blocked_by`, a query for each model; locked if that is asked."""
    ids: defaultdict[str, list[int]] = defaultdict(list)
    for model, pk in keys:
        ids[model].append(pk)
    return {
        key_of(record): record
        for name, model in MODELS.items()
        if name in ids
        for record in _rows(model, ids[name], lock=lock)
    }


def _rows(model: type[EditorialRecord], ids: Collection[int], *, lock: bool) -> QuerySet[Any]:
    rows: Any = model._default_manager.filter(pk__in=ids).order_by("pk")
    # Locked first: a lock that waited gives the row as it is now, and not what is counted of it.
    if lock:
        list(rows.select_for_update().values_list("pk"))
    return rows.with_blockers()


def goes_with(exchanges: Iterable[int]) -> list[Key]:
    """Name what readers have not seen of exchanges: their sources, and their statements.

    Sources are those of the sides' readouts and of the statements; sources come first.
    """
    here = list(exchanges)
    of_readout, of_statement = Q(readouts__exchange__in=here), Q(statements__exchange__in=here)
    documents = Document.objects.in_hand().filter(of_readout | of_statement)
    said = Statement.objects.in_hand().filter(exchange__in=here).in_document_order()
    return [
        *(
            ("document", pk)
            for pk in documents.order_by("pk").values_list("pk", flat=True).distinct()
        ),
        *(("exchange", pk) for pk in here),
        *(("statement", pk) for pk in said.values_list("pk", flat=True)),
    ]


def against(record: Record, along: Collection[Key]) -> list[Blocker]:
    """Give what stands against publishing a fetched record together with others."""
    source = ("document", getattr(record, "document_id", None))
    return blockers_of(record.blocked_by, source_goes_along=source in along)  # type: ignore[union-attr]


def publish(reasons: Mapping[Key, str]) -> None:
    """Publish the records; a reason, where it is not blank, overrides what stands against it."""
    records = _still(reasons, IN_HAND)
    _refuse(
        f"“{record}”: {' '.join(one.says for one in found)}"
        for key, record in records.items()
        if (found := against(record, reasons.keys()))
        and (any(one.is_final for one in found) or not reasons[key].strip())
    )
    groups: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for key, record in records.items():
        reason = reasons[key].strip() if against(record, reasons.keys()) else ""
        groups[key[0], reason].append(record.pk)
    for (name, reason), ids in groups.items():
        overridden = {"override_reason": reason} if reason else {}
        _move(name, ids, editorial_status=PUBLISHED, **overridden)


def retract(keys: Collection[Key], reason: str) -> None:
    """Retract published records for a reason, which readers see."""
    if not reason.strip():
        raise ValidationError("Say why: readers see the reason.")
    _move_all(_still(keys, [PUBLISHED]), editorial_status=RETRACTED, retraction_reason=reason)


def send_to_review(keys: Collection[Key]) -> None:
    """Send drafts to review."""
    _move_all(_still(keys, [DRAFT]), editorial_status=IN_REVIEW)


def back_to_draft(keys: Collection[Key]) -> None:
    """Make drafts again of what is in review."""
    _move_all(_still(keys, [IN_REVIEW]), editorial_status=DRAFT)


def _still(keys: Collection[Key], statuses: Collection[str]) -> dict[Key, Any]:
    """Give the records, locked; refuse where one is gone, or has another status."""
    records = fetched(keys, lock=True)
    if missing := len(keys) - len(records):
        raise ValidationError(f"{missing} of them are not in the archive any more.")
    _refuse(
        f"“{record}” {IS[record.editorial_status]}."
        for record in records.values()
        if record.editorial_status not in statuses
    )
    return records


def _move_all(records: Iterable[Key], **columns: str) -> None:
    ids: defaultdict[str, list[int]] = defaultdict(list)
    for name, pk in records:
        ids[name].append(pk)
    for name, several in ids.items():
        _move(name, several, **columns)


def _move(name: str, ids: Collection[int], **columns: str) -> None:
    MODELS[name]._default_manager.filter(pk__in=ids).update(**columns)


def _refuse(complaints: Iterator[str]) -> None:
    said = list(complaints)
    if more := len(said) - MOST_SAID:
        said[MOST_SAID:] = [f"And so it is with {more} more."] if more > 0 else []
    if said:
        raise ValidationError(said)
