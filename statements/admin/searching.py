"""How exchanges and documents are found from the desk's search boxes."""

from django.db.models import Exists, OuterRef, Q

from actors.models import Actor
from dates.edtf import EDTFError, parse
from dates.filters import overlaps
from statements.models import Participation


def on_date(word: str) -> Q:
    """Give the condition that a record's date may be the one that was typed; never for a word."""
    try:
        date = parse(word)
    except EDTFError:
        return Q(pk__in=[])
    return overlaps("date", date.earliest, date.latest)


def with_participant(word: str) -> Exists:
    """Give the condition that somebody of that name, however written, took part."""
    named = Q(actor__in=Actor.objects.all().named_like(word)) | Q(name_as_printed__icontains=word)
    return Exists(Participation.objects.filter(named, exchange=OuterRef("pk")))


def published_by(word: str) -> Q:
    """Give the condition that a document's publisher has that name, however written."""
    named = Actor.objects.all().named_like(word)
    return Q(publisher__in=named) | Q(publisher_as_printed__icontains=word)
