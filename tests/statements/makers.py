"""Small records to try the database's rules on."""

from typing import Any

from actors.models import Actor
from statements.models import Document, Exchange, Snapshot, Statement


def actor(name: str, **fields: Any) -> Actor:
    """Make an actor, a person where nothing else is said."""
    slug = name.lower().replace(" ", "-")
    return Actor.objects.create(**{"slug": slug, "name": name, "kind": "person"} | fields)


def document(**fields: Any) -> Document:
    """Make a document in English."""
    given = {"kind": "article", "title": "T", "publisher_as_printed": "P", "language": "en"}
    return Document.objects.create(**given | fields)


def copy_of(source: Document, text: str) -> Snapshot:
    """Keep a text of the document."""
    return Snapshot.objects.create(document=source, text=text)


def exchange(**fields: Any) -> Exchange:
    """Make a call."""
    return Exchange.objects.create(**{"kind": "call", "title": "Call"} | fields)


def statement(source: Document, **fields: Any) -> Statement:
    """Make an indirect statement in English."""
    given = {"text": "Words.", "language": "en", "quote_type": "indirect"}
    return Statement.objects.create(
        **given | {"document": source, "speaker_as_printed": "S"} | fields
    )
