"""Made-up records, as full as fetched ones: nothing is asked of the database, and nothing saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Field, Model

from actors.models import Actor, Tenure
from dates.edtf import parse
from statements.chains import Step
from statements.models import (
    Correction,
    Document,
    Exchange,
    Participation,
    Readout,
    Snapshot,
    Statement,
    StatementLink,
    Topic,
    Translation,
)

Record = TypeVar("Record", bound=Model)
NOON = datetime(2022, 2, 21, 12, 0, tzinfo=UTC)
# No record has this id: the database counts from 1.
NOBODY = 0


def made(
    model: type[Record], related: Mapping[str, Sequence[Any]] | None = None, **given: Any
) -> Record:
    """Make a record with the given fields, and what is `related` to it by the name of the relation.

    Other fields are what the database would make of them, as far as that is a plain value.
    """
    record = model(pk=NOBODY)
    for field in model._meta.concrete_fields:
        if not field.primary_key:
            record.__dict__[field.attname] = _plain(field)
    for name, value in given.items():
        setattr(record, name, value)
    record._state.adding = False
    record._prefetched_objects_cache = {  # type: ignore[attr-defined]  # where Django looks first
        name: list(several) for name, several in (related or {}).items()
    }
    return record


def _plain(field: Field[Any, Any]) -> Any:  # noqa: ANN401, of the field
    """Give the value of a field that is left out; None for what the database works out."""
    if field.generated:
        return None
    value = field.db_default if field.has_db_default() else field.get_default()
    return None if hasattr(value, "resolve_expression") else value


def actor(name: str, title: str = "", **given: Any) -> Actor:
    """Make an actor, with a post since 2000 where there is a title."""
    since: dict[str, Any] = {"start": parse("2000"), "start_earliest": parse("2000").earliest}
    posts = [made(Tenure, title=title, **since)] if title else []
    kind = given.pop("kind", Actor.Kind.PERSON)
    return made(Actor, {"tenures": posts}, name=name, slug="sample", kind=kind, **given)


def putin() -> Actor:
    """Make a person with a title."""
    return actor("Vladimir Putin", "President of Russia", country="RU")


def macron() -> Actor:
    """Make another person with a title."""
    return actor("Emmanuel Macron", "President of France", country="FR")


def kremlin() -> Actor:
    """Make an office."""
    return actor("The Kremlin", kind=Actor.Kind.OFFICE, country="RU")


def elysee() -> Actor:
    """Make the office of the other side."""
    return actor("The Élysée", kind=Actor.Kind.OFFICE, country="FR")


def editor() -> AbstractBaseUser:
    """Make somebody who signs."""
    return get_user_model()(username="anna", first_name="Anna", last_name="Example")


def topic(name: str = "Security guarantees") -> Topic:
    """Make a topic."""
    return made(Topic, name=name, slug="sample")


def document(**given: Any) -> Document:
    """Make a published source with one statement."""
    fields: dict[str, Any] = {
        "public_id": "sample",
        "editorial_status": "published",
        "kind": Document.Kind.READOUT,
        "title": "Telephone conversation with President of France Emmanuel Macron",
        "publisher_as_printed": "Kremlin",
        "publisher": kremlin(),
        "language": "en",
        "date": parse("2022-02-21"),
        "url": "https://example.org/readout",
        "said": 12,
    }
    return made(Document, {"snapshots": [copy()]}, **{**fields, **given})


def copy() -> Snapshot:
    """Make a kept copy that no check has failed."""
    kept = made(Snapshot, retrieved_at=NOON, length=88, sha256="0123456789abcdef" * 4)
    kept._state.fields_cache["failed_check"] = None
    return kept


def exchange(**given: Any) -> Exchange:
    """Make a published call between two."""
    fields: dict[str, Any] = {
        "public_id": "sample",
        "editorial_status": "published",
        "kind": Exchange.Kind.CALL,
        "title": "Call between Vladimir Putin and Emmanuel Macron",
        "date": parse("2022-02-21"),
        "place": "By telephone",
        "said": 7,
    }
    return made(Exchange, {"participations": participations()}, **{**fields, **given})


def participations() -> list[Participation]:
    """Make those who took part: known ones, and one who is not known yet."""
    printed: dict[str, Any] = {"actor": None, "name_as_printed": "Mr Micron", "role": "participant"}
    return [
        made(Participation, actor=putin(), role="initiator"),
        made(Participation, actor=macron(), role="participant"),
        made(Participation, **printed),
    ]


def statement(text: str = "The reason is the provocations.", **given: Any) -> Statement:
    """Make a published quotation with an anchor; nothing stands against it."""
    fields: dict[str, Any] = {
        "public_id": "sample",
        "editorial_status": "published",
        "text": text,
        "language": "en",
        "quote_type": Statement.Type.DIRECT,
        "speaker": putin(),
        "speaker_as_printed": "President of Russia",
        "attribution_as_printed": "said the Kremlin in a statement",
        "date": parse("2022-02-21"),
        "exchange": exchange(),
        "document": document(),
        "snapshot": copy(),
        "anchor_start": 120,
        "anchor_end": 152,
        "failed": False,
        "gone": False,
        "checked_at": NOON,
        "newest_copy_at": NOON,
    }
    return made(Statement, _remarks(), **{**fields, **given})


def _remarks() -> dict[str, Sequence[Any]]:
    return {
        "topics": [topic()],
        "links": [],
        "linked_from": [],
        "translations": [],
        "renderings": [],
        "addressed": [],
        "attributions": [],
    }


def other_statement() -> Statement:
    """Make a statement in another language, which nothing is linked with."""
    words = "Обострение вызвано провокациями."
    return statement(words, language="ru", quote_type=Statement.Type.INDIRECT)


def linked_statement() -> Statement:
    """Make a statement with a link, a translation and a rendering."""
    found = statement()
    signed: dict[str, Any] = {
        "editor": editor(),
        "made_at": NOON,
        "reason": "The same words, a month later.",
    }
    link = made(StatementLink, statement=found, other=other_statement(), kind="repeats", **signed)
    french = made(Translation, language="fr", text="La cause est connue.", translator="official")
    found._prefetched_objects_cache |= {  # type: ignore[attr-defined]  # where Django looks first
        "links": [link],
        "translations": [french],
        "renderings": [other_statement()],
    }
    return found


def chain() -> list[Step]:
    """Make the chain by which words reached us."""
    return [
        Step("speaker", putin(), ""),
        Step("office", kremlin(), ""),
        Step("agency", None, "TASS"),
    ]


def readout(**given: Any) -> Readout:
    """Make a side's readout with what it claims."""
    fields: dict[str, Any] = {
        "side": kremlin(),
        "document": document(),
        "claimed_date": parse("2022-02-21"),
        "claimed_minutes": 105,
        "claimed_initiator": macron(),
        "note": "",
    }
    return made(Readout, **{**fields, **given})


def none_found() -> Readout:
    """Make what is noted where no readout of a side was found."""
    found_none: dict[str, Any] = {"document": None, "none_found_on": NOON.date()}
    return readout(side=elysee(), claimed_minutes=None, **found_none)


def correction() -> Correction:
    """Make a correction."""
    before = "The reason is provocations."
    note = "The article was missing."
    return made(Correction, note=note, text_before=before, corrected_at=NOON, editor=editor())


def tenure() -> Tenure:
    """Make a post that is held."""
    return made(Tenure, title="President of France", start=parse("2017-05-14"), end=None)
