"""One row of every tracked table, and a column of it that takes any word or topic."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import models

from actors.models import ActorName, Tenure
from statements.models import (
    Addressee,
    Attribution,
    Correction,
    Exchange,
    Participation,
    Readout,
    Statement,
    StatementLink,
    Topic,
    Translation,
    Verdict,
)
from tests.statements.makers import actor, document, exchange, statement


@dataclass(frozen=True)
class Sample:
    """How to make a row on which no other depends, the column to change, and three values."""

    make: Callable[[], models.Model]
    column: str
    values: Callable[[], tuple[Any, Any, Any]] = lambda: ("one", "two", "three")


def _editor() -> User:
    return User.objects.get_or_create(username="somebody")[0]


def _link() -> StatementLink:
    source = document()
    return StatementLink.objects.create(
        statement=statement(source),
        other=statement(source),
        kind="repeats",
        reason="r",
        editor=_editor(),
    )


def _verdict() -> Verdict:
    call = exchange()
    one, other = (statement(document(), exchange=call) for _ in range(2))
    return Verdict.objects.create(one=one, other=other, is_same=True, editor=_editor())


def _put_on(record: Exchange | Statement) -> models.Model:
    record.topics.add(Topic.objects.create(slug="t", name="T"))
    link: models.Model = type(record).topics.through.objects.get()
    return link


def _topics() -> tuple[Any, Any, Any]:
    first, second, third = (Topic.objects.create(slug=n, name=n).pk for n in ("t1", "t2", "t3"))
    return first, second, third


SAMPLES: dict[str, Sample] = {
    "actors.actor": Sample(lambda: actor("Ann"), "description"),
    "actors.actorname": Sample(
        lambda: ActorName.objects.create(actor=actor("Ann"), name="Anna"), "name"
    ),
    "actors.tenure": Sample(
        lambda: Tenure.objects.create(person=actor("Ann"), title="Chair", start="2020"), "title"
    ),
    "statements.topic": Sample(lambda: Topic.objects.create(slug="t", name="T"), "name"),
    "statements.exchange": Sample(exchange, "title"),
    "statements.exchangetopics": Sample(lambda: _put_on(exchange()), "topic_id", _topics),
    "statements.participation": Sample(
        lambda: Participation.objects.create(exchange=exchange(), name_as_printed="Bo"),
        "name_as_printed",
    ),
    "statements.document": Sample(document, "title"),
    "statements.readout": Sample(
        lambda: Readout.objects.create(exchange=exchange(), document=document()), "note"
    ),
    "statements.statement": Sample(lambda: statement(document()), "attribution_as_printed"),
    "statements.statementtopics": Sample(
        lambda: _put_on(statement(document())), "topic_id", _topics
    ),
    "statements.addressee": Sample(
        lambda: Addressee.objects.create(statement=statement(document()), name_as_printed="Bo"),
        "name_as_printed",
    ),
    "statements.attribution": Sample(
        lambda: Attribution.objects.create(
            statement=statement(document()), name_as_printed="Bo", role="office"
        ),
        "name_as_printed",
    ),
    "statements.translation": Sample(
        lambda: Translation.objects.create(
            statement=statement(document()), language="fr", text="mots", translator="machine"
        ),
        "text",
    ),
    "statements.statementlink": Sample(_link, "reason"),
    "statements.verdict": Sample(_verdict, "note"),
    "statements.correction": Sample(
        lambda: Correction.objects.create(
            statement=statement(document()), note="n", editor=_editor()
        ),
        "note",
    ),
}
