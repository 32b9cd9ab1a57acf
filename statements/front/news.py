"""What has come since yesterday: records that were entered, or became public, since its first hour.

A record is new by when it was entered, or by the step that made it public, which its history tells:
in the archive, not in the world. An archive is filled backwards too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.apps import apps
from django.utils import timezone
from pyroaring import BitMap

from statements.postings.index import Index
from statements.publishing import IN_HAND

# Of each sort of record. A bundle brings a million at once.
MOST = 500


@dataclass(frozen=True)
class News:
    """New records of a sort, as keys; `is_cut` says that there are more."""

    ids: BitMap
    is_cut: bool

    @property
    def count(self) -> int:
        """How many there are, at least."""
        return len(self.ids)


def since(today: date) -> datetime:
    """Give the first moment of yesterday."""
    return timezone.make_aware(datetime.combine(today - timedelta(1), time.min))


def news(index: Index, moment: datetime) -> News:
    """Give the public records of an index that are new since a moment; one query.

    Keys are given as records are entered, so that the newest of them are looked at alone.
    """
    records = apps.get_model("statements", index.source.record)._default_manager
    events = apps.get_model("statements", f"{index.source.record}event")._default_manager
    newest = index.everything[-MOST:] if index.everything else BitMap()
    entered = records.filter(pk__in=newest, created_at__gte=moment).order_by()
    steps = events.filter(
        pgh_label="update", pgh_created_at__gte=moment, editorial_status__in=IN_HAND
    ).order_by()
    # Most steps are of drafts that are drafts still.
    published = records.public().filter(pk__in=steps.values("pgh_obj_id")).order_by()
    keys = entered.values_list("pk").union(published.values_list("pk")[:MOST])
    ids = BitMap(pk for (pk,) in keys) & index.everything
    return News(ids, is_cut=len(ids) >= MOST)
