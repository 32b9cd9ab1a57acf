"""The records of each file of a bundle: docs/import-format.md in Python.

Lengths and choices are those of the models, so that there is one place for each.
"""

from typing import Any

from django.db.models import Field, Model

from actors.models import Actor, ActorName, Tenure
from actors.models.folding import has_letters
from dates.edtf import parse
from statements.loading.forms import Form, Record
from statements.loading.identities import SHORT_FORM
from statements.loading.notes import Notes
from statements.loading.values import (
    Reader,
    address,
    boolean,
    clock,
    country,
    day,
    edtf,
    language,
    list_of,
    minutes,
    one_of,
    reference,
    text,
    text_of,
    wikidata,
)
from statements.models import (
    Attribution,
    Document,
    Exchange,
    Participation,
    Statement,
    Topic,
)
from statements.models.remarks import Translator
from statements.models.statement import MAX_TEXT

# A document's text is as long as a line may be; everything else has the bound of a statement.
DOCUMENT_TEXT = 16 * 2**20
long_text = text(MAX_TEXT)


def _field(model: type[Model], name: str) -> "Field[Any, Any]":
    found = model._meta.get_field(name)
    if not isinstance(found, Field):
        raise TypeError(f"{model.__name__}.{name} is no column")
    return found


def _text(model: type[Model], name: str) -> Reader:
    return text_of(_field(model, name))


def _name(model: type[Model]) -> Reader:
    """Read a name, in which names without a letter or digit would all be one."""
    reader = _text(model, "name")

    def read(value: object, where: str, notes: Notes) -> object:
        name = reader(value, where, notes)
        if isinstance(name, str) and not has_letters(name):
            notes.error(where, "has no letter or digit")
            return None
        return name

    return read


def _choice(model: type[Model], name: str) -> Reader:
    return one_of([value for value, _ in _field(model, name).flatchoices])


record_id = _text(Actor, "import_id")
zone = _text(Exchange, "timezone")
topic_names = list_of(_text(Topic, "name"))
actor = reference("actors")
printed = _text(Participation, "name_as_printed")


def _time_has_a_zone(record: Record, before: str, notes: Notes) -> None:
    if "time" in record and "timezone" not in record:
        notes.error(f"{before}time", "needs a timezone beside it, such as Europe/Paris")


def _ends_after_it_starts(record: Record, before: str, notes: Notes) -> None:
    start, end = record.get("start"), record.get("end")
    if not isinstance(start, str) or not isinstance(end, str):
        return
    if parse(start).earliest > parse(end).latest:
        notes.error(f"{before}end", f"{end} is before the start, {start}")


def _side_has_an_exchange(record: Record, before: str, notes: Notes) -> None:
    if "side" in record and "exchange" not in record:
        notes.warning(f"{before}side", "says whose readout it is, but no exchange is named")


def _document_or_none_found(record: Record, before: str, notes: Notes) -> None:
    if ("document" in record) == ("none_found_on" in record):
        notes.error(f"{before}document", "give either the document or the day none_found_on")
    if "none_found_on" in record and "side" not in record:
        notes.error(f"{before}side", "is missing: say whose readout was not found")


def _id_is_its_own(record: Record, before: str, notes: Notes) -> None:
    given = record.get("id")
    if isinstance(given, str) and given.startswith(SHORT_FORM):
        message = f"begins with {SHORT_FORM}, as the ids of documents’ own readouts do"
        notes.error(f"{before}id", message)


def _translations_differ(record: Record, before: str, notes: Notes) -> None:
    given = record.get("translations")
    seen: set[tuple[object, object]] = set()
    for at, one in enumerate(given if isinstance(given, list) else []):
        key = (one.get("language"), one.get("translator")) if one else None
        if key in seen:
            where = f"{before}translations[{at}].language"
            notes.error(where, "is there already, by the same translator")
        elif key:
            seen.add(key)


NAME = Form(
    {"name": _name(ActorName), "kind": _choice(ActorName, "kind")},
    {"language": language},
)
ACTOR = Form(
    {"id": record_id, "name": _name(Actor), "kind": _choice(Actor, "kind")},
    {
        "country": country,
        "aliases": list_of(_name(ActorName)),
        "names": list_of(NAME),
        "wikidata": wikidata,
        "description": long_text,
    },
)
TENURE = Form(
    {"id": record_id, "person": actor, "title": _text(Tenure, "title")},
    {"organisation": actor, "country": country, "start": edtf, "end": edtf},
    (_ends_after_it_starts,),
)
TOPIC = Form(
    {"id": record_id, "name": _text(Topic, "name")},
    {"parent": reference("topics"), "aliases": topic_names},
)
PARTICIPANT = Form({"name": printed}, {"actor": actor, "role": _choice(Participation, "role")})
EXCHANGE = Form(
    {"id": record_id, "kind": _choice(Exchange, "kind"), "title": _text(Exchange, "title")},
    {
        "status": _choice(Exchange, "status"),
        "date": edtf,
        "time": clock,
        "timezone": zone,
        "summary": long_text,
        "condition": long_text,
        "place": _text(Exchange, "place"),
        "countries": list_of(country),
        "participants": list_of(PARTICIPANT),
        "topics": topic_names,
        "part_of": reference("exchanges"),
        "source_url": address,
    },
    (_time_has_a_zone,),
)
DOCUMENT = Form(
    {
        "id": record_id,
        "kind": _choice(Document, "kind"),
        "title": _text(Document, "title"),
        "publisher": _text(Document, "publisher_as_printed"),
        "language": language,
    },
    {
        "date": edtf,
        "time": clock,
        "timezone": zone,
        "url": address,
        "summary": long_text,
        "text": text(DOCUMENT_TEXT),
        "exchange": reference("exchanges"),
        "side": actor,
        "rights": _text(Document, "rights"),
    },
    (_time_has_a_zone, _side_has_an_exchange),
)
READOUT = Form(
    {"id": record_id, "exchange": reference("exchanges")},
    {
        "side": actor,
        "document": reference("documents"),
        "none_found_on": day,
        "claimed_date": edtf,
        "claimed_minutes": minutes,
        "claimed_initiator": actor,
        "note": long_text,
    },
    (_id_is_its_own, _document_or_none_found),
)
ADDRESSEE = Form({"name": printed}, {"actor": actor})


def addressee(value: object, where: str, notes: Notes) -> object:
    """Read an addressee: the name as printed alone, or with the actor's id."""
    if isinstance(value, str):
        return {"name": printed(value, where, notes)}
    return ADDRESSEE(value, where, notes)


LINK = Form({"role": _choice(Attribution, "role"), "name": printed}, {"actor": actor})
TRANSLATION = Form(
    {"language": language, "text": long_text, "translator": one_of(Translator.values)}, {}
)
STATEMENT = Form(
    {
        "id": record_id,
        "speaker": _text(Statement, "speaker_as_printed"),
        "language": language,
        "document": reference("documents"),
        "quote_type": _choice(Statement, "quote_type"),
    },
    {
        "actor": actor,
        "text": long_text,
        "translated": boolean,
        "translation_of": reference("statements"),
        "date": edtf,
        "exchange": reference("exchanges"),
        "addressees": list_of(addressee),
        "topics": topic_names,
        "attribution_as_printed": _text(Statement, "attribution_as_printed"),
        "attribution": list_of(LINK),
        "translations": list_of(TRANSLATION),
    },
    (_translations_differ,),
)

FORMS = {
    "actors": ACTOR,
    "tenures": TENURE,
    "topics": TOPIC,
    "exchanges": EXCHANGE,
    "documents": DOCUMENT,
    "readouts": READOUT,
    "statements": STATEMENT,
}
"""What a record of each file holds, by the file's name without .jsonl."""
