"""The kept copies of a document, numbered from the oldest on, without their texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, CharField, F, QuerySet, Value, When
from django.db.models.functions import Substr
from django.utils.timezone import localdate

from statements.models import Document, Snapshot

NUMBER_DIGITS = 6


@dataclass(frozen=True)
class Kept:
    """A copy with its number among those of its document, 1 for the oldest."""

    number: int
    snapshot: Snapshot
    is_latest: bool

    @property
    def day(self) -> date:
        """The day on which it was kept, on the newsroom's clock."""
        return localdate(self.snapshot.retrieved_at)


def copies_of(document: Document) -> list[Kept]:
    """Give all copies, the latest first."""
    rows = list(_without_texts(document))
    return [Kept(len(rows) - at, row, is_latest=not at) for at, row in enumerate(rows)]


def copy_named(copies: Sequence[Kept], name: str) -> Kept | None:
    """Give the copy by its number, or the last one of a day (YYYY-MM-DD); None where none is."""
    if name.isascii() and name.isdigit() and len(name) <= NUMBER_DIGITS:
        return next((one for one in copies if one.number == int(name)), None)
    try:
        day = date.fromisoformat(name) if len(name) == len("2022-02-20") else None
    except ValueError:
        return None
    return next((one for one in copies if one.day == day), None)


def text_between(snapshot: Snapshot, first: int, behind: int) -> str:
    """Give the characters of a copy from `first` up to `behind`."""
    part = Substr("text", first + 1, behind - first)
    return Snapshot.objects.filter(pk=snapshot.pk).values_list(part, flat=True).get()


def _without_texts(document: Document) -> QuerySet[Snapshot]:
    kept_whole = Case(
        When(original__isnull=False, then=Value("yes")), default=Value(""), output_field=CharField()
    )
    rows = Snapshot.objects.filter(document=document).select_related("failed_check")
    rows = rows.defer("text", "original", "document").annotate(has_original=kept_whole)
    return rows.order_by(F("retrieved_at").desc(), "-pk")
