"""Keeping what was entered from a source, as drafts, in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.exceptions import ValidationError
from django.db import transaction

from actors.models import Actor
from statements.entering.twice import known_source, one_at_a_time
from statements.models import (
    Addressee,
    Document,
    Exchange,
    Participation,
    Readout,
    Snapshot,
    Statement,
    Topic,
)
from statements.places import Place, put

Person = AbstractBaseUser | AnonymousUser


@dataclass(frozen=True)
class Passage:
    """A statement to be, with where its words stand in the text: nowhere, if it is unverified."""

    statement: Statement
    span: tuple[int, int] | None
    topics: Sequence[Topic] = ()
    addressees: Sequence[Actor] = ()


@dataclass(frozen=True)
class Entry:
    """All that is entered from a source. An exchange without a key is a new one."""

    document: Document
    text: str
    exchange: Exchange | None = None
    participants: Sequence[Participation] = ()
    side: Actor | None = None
    passages: Sequence[Passage] = ()

    @property
    def is_new(self) -> bool:
        """Whether the exchange is still to be kept."""
        return self.exchange is not None and self.exchange._state.adding


def keep(entry: Entry, editor: Person) -> Document:
    """Keep everything or nothing; raises ValidationError where the source is kept already."""
    with transaction.atomic():
        one_at_a_time(entry.text, entry.document.url)
        if known := known_source(entry.text, entry.document.url):
            raise ValidationError(f"{known.what}: “{known.document}”.", code="known")
        _sign(entry, editor)
        entry.document.save()
        copy = Snapshot.objects.create(document=entry.document, text=entry.text)
        _keep_exchange(entry)
        _keep_statements(entry, copy)
    return entry.document


def _sign(entry: Entry, editor: Person) -> None:
    records = [entry.document, *(one.statement for one in entry.passages)]
    for record in [*records, entry.exchange] if entry.is_new else records:
        if record:
            record.entered_by = editor  # type: ignore[assignment]  # whoever uses the desk has an account


def _keep_exchange(entry: Entry) -> None:
    """Keep a new exchange with who took part, and that the document is an account of it."""
    if entry.exchange is None:
        return
    if entry.is_new:
        entry.exchange.save()
        for participant in entry.participants:
            participant.exchange = entry.exchange
        Participation.objects.bulk_create(entry.participants)
    Readout.objects.create(exchange=entry.exchange, side=entry.side, document=entry.document)


def _keep_statements(entry: Entry, copy: Snapshot) -> None:
    for passage in entry.passages:
        statement = passage.statement
        statement.document, statement.exchange = entry.document, entry.exchange
        put(statement, Place(copy, *passage.span) if passage.span else None)
    Statement.objects.bulk_create([passage.statement for passage in entry.passages])
    tagged = Statement.topics.through
    tagged.objects.bulk_create(
        tagged(statement_id=one.statement.pk, topic_id=topic.pk)
        for one in entry.passages
        for topic in one.topics
    )
    Addressee.objects.bulk_create(
        Addressee(statement=one.statement, actor=actor)
        for one in entry.passages
        for actor in one.addressees
    )
