"""What happens in the archive: exchanges, the documents about them, and what those quote."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from bench.chance import Weighted, length, shares
from bench.people import Actor, Record, casting
from bench.subjects import topic_choice
from bench.texts import Writer
from bench.vocabulary import Language, languages

FIRST_YEAR, LAST_YEAR = 1995, 2025
# Of all events; with 12 statements a document they make an exchange for 25 statements.
HAS_EXCHANGE = 0.55
STATEMENTS_OF_A_DOCUMENT = (11, 0.35, 3, 30)

KINDS = shares(
    call=38, meeting=30, visit=10, summit=6, press_conference=6, negotiation=4, letter=3,
    video_call=2, other=1,
)  # fmt: skip
STATES = shares(held=90, planned=5, proposed=3, cancelled=2)
DOCUMENT_KINDS = shares(
    article=40, readout=22, transcript=12, press_release=10, interview=8, announcement=3,
    message=2, post=2, other=1,
)  # fmt: skip
QUOTE_TYPES = shares(direct=55, indirect=22, mixed=13, readout=10)
ROLES = ("initiator", "participant", "participant", "participant")
ZONES = ("Europe/Paris", "Europe/Moscow", "Europe/Kyiv", "America/New_York", "Asia/Shanghai")
PLACES = ("Geneva", "Paris", "Moscow", "Kyiv", "Berlin", "Istanbul", "Vienna", "Minsk", "Doha")
TRANSLATORS = ("official", "newsroom", "machine")
YEARS = Weighted(
    range(FIRST_YEAR, LAST_YEAR + 1),
    [(year - FIRST_YEAR + 1) ** 1.5 for year in range(FIRST_YEAR, LAST_YEAR + 1)],
)
LANGUAGES = Weighted(languages(), [language.share for language in languages()])


@dataclass
class Contact:
    """An exchange, as far as what is said of it goes."""

    record: Record
    participants: list[Actor]


@dataclass
class Paper:
    """A document and its statements."""

    record: Record
    statements: list[Record]


@dataclass
class Event:
    """An exchange or none, and the documents about it."""

    contact: Contact | None
    papers: list[Paper]


@dataclass
class Maker:
    """Makes events one after the other, by chance alone."""

    random: Random
    first: int
    writer: Writer = field(init=False)
    statements: int = 0
    documents: int = 0
    exchanges: int = 0

    def __post_init__(self) -> None:
        self.writer = Writer(self.random)

    def events(self, size: int) -> Iterator[Event]:
        """Give events with so many statements in all."""
        while self.statements < size:
            yield self._event(size)

    def _event(self, size: int) -> Event:
        random = self.random
        day, language = _day(random), LANGUAGES.one(random)
        contact = self._contact(day) if random.random() < HAS_EXCHANGE else None
        count = random.choice((1, 1, 1, 2)) if contact else 1
        papers = []
        for _ in range(count):
            if self.statements < size:
                papers.append(self._paper(day, language, contact, size - self.statements))
                language = LANGUAGES.one(random)
        return Event(contact, papers)

    def _contact(self, day: date) -> Contact:
        random, cast = self.random, casting()
        self.exchanges += 1
        who = cast.persons.several(random, random.choice((2, 2, 2, 3, 4)))
        kind = KINDS.one(random)
        record: Record = {
            "id": f"bench:x{self.first + self.exchanges}",
            "kind": kind,
            "status": STATES.one(random),
            "title": f"{kind.replace('_', ' ').capitalize()}: {', '.join(one.name for one in who)}",
            "date": _edtf(random, day),
            "countries": list(dict.fromkeys(one.country for one in who)),
            "participants": [
                {"name": one.name, "actor": one.id, "role": role}
                for one, role in zip(who, ROLES, strict=False)
            ],
            "topics": topic_choice().several(random, random.randint(1, 2)),
        }
        if random.random() < 0.4:
            record |= {"time": f"{random.randint(7, 22):02}:{random.choice(('00', '15', '30'))}"}
            record |= {"timezone": random.choice(ZONES)}
        if kind not in ("call", "video_call", "letter"):
            record["place"] = random.choice(PLACES)
        return Contact(record, who)

    def _paper(self, day: date, language: Language, contact: Contact | None, most: int) -> Paper:
        random = self.random
        self.documents += 1
        publisher = casting().publishers.one(random)
        number = self.first + self.documents
        record: Record = {
            "id": f"bench:d{number}",
            "kind": DOCUMENT_KINDS.one(random),
            "title": self.writer.title(language),
            "publisher": publisher.name,
            "date": (day + timedelta(days=random.choice((0, 0, 0, 1)))).isoformat(),
            "language": language.tag,
            "url": f"https://outlet.example/{number}",
        }
        if contact:
            record |= {"exchange": contact.record["id"]}
            record |= {"side": f"bench:{random.choice(contact.participants).country}-office-0"}
        count = min(length(random, *STATEMENTS_OF_A_DOCUMENT), most)
        statements = [self._statement(record, day, language, contact) for _ in range(count)]
        record["text"] = self._text(language, statements)
        return Paper(record, statements)

    def _statement(
        self, document: Record, day: date, language: Language, contact: Contact | None
    ) -> Record:
        random = self.random
        self.statements += 1
        record: Record = {
            "id": f"bench:s{self.first + self.statements}",
            **self._speaker(contact),
            "text": self.writer.statement(language),
            "language": language.tag,
            "document": document["id"],
            "topics": topic_choice().several(random, random.choice((1, 1, 2, 3))),
            "quote_type": QUOTE_TYPES.one(random),
        }
        if random.random() > 0.01:
            record["date"] = _edtf(random, day)
        if contact and random.random() < 0.9:
            record["exchange"] = contact.record["id"]
        self._add_rest(record, document, contact)
        return record

    def _speaker(self, contact: Contact | None) -> Record:
        random, cast = self.random, casting()
        draw = random.random()
        if draw < 0.02:
            return {"speaker": cast.unknown.one(random)}
        if contact and draw < 0.7:
            speaker = random.choice(contact.participants)
        else:
            chosen = cast.offices if draw > 0.91 else cast.states if draw > 0.88 else cast.persons
            speaker = chosen.one(random)
        return {"speaker": speaker.name, "actor": speaker.id}

    def _add_rest(self, record: Record, document: Record, contact: Contact | None) -> None:
        """Add what only some statements have: addressees, a chain, a translation."""
        random, cast = self.random, casting()
        draw = random.random()
        if draw < 0.12:
            to = random.choice(contact.participants) if contact else cast.persons.one(random)
            record["addressees"] = [{"name": to.name, "actor": to.id}]
        elif draw < 0.25:
            record["attribution_as_printed"] = f"as {document['publisher']} reports"
            record["attribution"] = [{"role": "outlet", "name": document["publisher"]}]
        elif draw < 0.27:
            other = LANGUAGES.values[1 if record["language"] == "en" else 0]
            record["translations"] = [{
                "language": other.tag,
                "text": self.writer.prose(other, 10, 60),
                "translator": random.choice(TRANSLATORS),
            }]  # fmt: skip
        if draw > 0.9:
            record["translated"] = True

    def _text(self, language: Language, statements: list[Record]) -> str:
        """Give the text of a document: its statements in order, with other prose between them."""
        parts = [self.writer.prose(language, 10, 40)]
        for record in statements:
            # A few are not in their source as they are given.
            if self.random.random() > UNFOUND:
                parts.append(
                    f"“{record['text']}”" if record["quote_type"] == "direct" else record["text"]
                )
            if self.random.random() < PROSE:
                parts.append(self.writer.prose(language, 5, 20))
        return "\n\n".join(parts)


UNFOUND = 0.005
"""The share of statements whose words are not in the text of their document."""

PROSE = 0.75
"""The share of statements behind which other prose stands, and not the next statement."""


def _day(random: Random) -> date:
    first = date(YEARS.one(random), 1, 1)
    return first + timedelta(days=random.randrange(365))


def _edtf(random: Random, day: date) -> str:
    """Give the date as a source would: nearly always the day."""
    draw = random.random()
    if draw > 0.03:
        return day.isoformat()
    if draw > 0.015:
        return f"{day:%Y-%m}"
    if draw > 0.008:
        return f"{day.year}"
    if draw > 0.004:
        return f"{day.year}~"
    return f"{day.isoformat()}/{(day + timedelta(days=2)).isoformat()}"
