"""Where a waiting name stands, so that an editor can tell who is meant."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from statements.models import Addressee, Attribution, Document, Participation, Statement

SHOWN = 3


@dataclass(frozen=True)
class Whereabout:
    """A record in which the name stands."""

    what: str
    text: str
    address: str


def whereabouts(name: str) -> list[Whereabout]:
    """Give the first few records of each sort in which the name stands unresolved."""
    printed = {"name_as_printed": name, "actor": None}
    spoken = Statement.objects.filter(speaker_as_printed=name, speaker=None)
    took_part = Participation.objects.filter(**printed).select_related("exchange")
    published = Document.objects.filter(publisher_as_printed=name, publisher=None)
    addressed = Addressee.objects.filter(**printed).select_related("statement")
    passed_on = Attribution.objects.filter(**printed).select_related("statement")
    return [
        *_records("speaker of", spoken, lambda it: it),
        *_records("participant in", took_part, lambda it: it.exchange),
        *_records("publisher of", published, lambda it: it),
        *_records("addressed by", addressed, lambda it: it.statement),
        *_records("in the chain of", passed_on, lambda it: it.statement),
    ]


def _records(
    what: str, rows: QuerySet[Any], record_of: Callable[[Any], Any]
) -> Iterator[Whereabout]:
    for row in rows.order_by("pk")[:SHOWN]:
        record = record_of(row)
        address = reverse(
            f"admin:{record._meta.label_lower.replace('.', '_')}_change", args=[record.pk]
        )
        yield Whereabout(what, str(record), address)
