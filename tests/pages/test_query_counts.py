"""What each page asks of the database, for few rows and for many."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from statements.models import Attribution, Correction, Document, Participation, Snapshot
from tests.cast import SIGNED_IN, Cast, actor, anchored, document, exchange, person_with, statement


def grow(cast: Cast, number: int) -> None:
    """Put more of everything on record, by and about people of the cast."""
    for one in range(number):
        somebody = actor(f"Somebody {number}-{one}", f"somebody-{number}-{one}")
        call = exchange(cast.putin, cast.macron, somebody, date="2022-01")
        call.topics.add(cast.guarantees)
        call.parts.add(exchange(cast.putin, date="2022-01"))
        cast.monday_call.parts.add(exchange(cast.macron, cast.biden, date="2022-01"))
        Participation.objects.create(exchange=cast.monday_call, actor=somebody)
        source = document(publisher=cast.elysee, date="2022-01")
        for about in (call, cast.monday_call):
            said = statement(
                source, "A line of contact.", speaker=cast.putin, exchange=about, date="2022-01"
            )
            said.topics.add(cast.guarantees)
        passage = statement(cast.kremlin_readout, speaker=somebody, exchange=cast.monday_call)
        anchored(
            Snapshot.objects.filter(document=cast.elysee_readout).latest("retrieved_at"),
            "Russia",
            speaker=somebody,
        )
        Attribution.objects.create(
            statement=cast.escalation,
            position=Attribution.objects.count() + 1,
            role="agency",
            actor=somebody,
        )
        Correction.objects.create(
            statement=passage, note="n", text_before="Before.", editor=person_with("chief")
        )
        cast.escalation.renderings.add(passage)
        cast.escalation.addressed.create(actor=somebody)


def whole(cast: Cast) -> Document:
    """Give a document of which readers see the whole copy, and another one before that."""
    source = cast.elysee_readout
    Document.objects.filter(pk=source.pk).update(copy_shown=Document.Shown.WHOLE)
    for text in ("Something else.", "And something else."):
        Snapshot.objects.get_or_create(
            document=source, text=text, defaults={"retrieved_at": "2022-01-01T00:00Z"}
        )
    return source


@pytest.fixture
def addresses(cast: Cast) -> dict[str, str]:
    """Give the address of each page by its name."""
    return {
        "home": "/",
        "statements": "/statements/",
        "statements, filtered": "/statements/?q=line&speaker=vladimir-putin&counterpart=emmanuel-"
        "macron&topic=security&from=2022&kind=call&type=indirect&language=en&publisher=elysee-palace"
        "&country=RU&sort=relevance",
        "statement": cast.escalation.get_absolute_url(),
        "statement, with its passage": cast.condition.get_absolute_url(),
        "citation": f"{cast.escalation.get_absolute_url()}citation.json",
        "exchanges": "/exchanges/",
        "exchanges, filtered": "/exchanges/?actor=vladimir-putin&actor=emmanuel-macron&topic="
        "security&from=2022&kind=call&status=held&country=RU&q=call",
        "exchange": cast.monday_call.get_absolute_url(),
        "actors": "/actors/",
        "actor": cast.putin.get_absolute_url(),
        "actor, a topic": f"{cast.putin.get_absolute_url()}?topic=security",
        "pair": "/actors/vladimir-putin/with/emmanuel-macron/",
        "topics": "/topics/",
        "topic": cast.security.get_absolute_url(),
        "documents": "/documents/",
        "document": cast.kremlin_readout.get_absolute_url(),
        "calendar": "/calendar/2022/2/",
        "calendar, filtered": "/calendar/2022/2/?actor=vladimir-putin&topic=security&kind=call",
        "calendar, today": "/calendar/",
        "calendar, year": "/calendar/2022/",
        "matrix": "/who-talks-to-whom/",
        "matrix, filtered": "/who-talks-to-whom/?from=2022&kind=call&topic=security&actor=joe-biden"
        "&country=FR",
        "document, whole": whole(cast).get_absolute_url(),
        "document, apart": f"{cast.kremlin_readout.get_absolute_url()}apart/",
        "document, changes": f"{whole(cast).get_absolute_url()}changes/",
        "find-quote": "/find-quote/?quote=line of contact",
        "search-help": "/search-help/",
        "corrections": "/corrections/",
    }


QUERIES = {
    "home": 24,
    "statements": 4,
    "statements, filtered": 11,
    "statement": 17,
    "statement, with its passage": 16,
    "citation": 4,
    "exchanges": 5,
    "exchanges, filtered": 10,
    "exchange": 24,
    "actors": 3,
    "actor": 17,
    "actor, a topic": 18,
    "pair": 16,
    "topics": 3,
    "topic": 12,
    "documents": 4,
    "document": 9,
    "calendar": 2,
    "calendar, filtered": 4,
    "calendar, today": 2,
    "calendar, year": 1,
    "matrix": 1,
    "matrix, filtered": 3,
    "document, whole": 8,
    "document, apart": 6,
    "document, changes": 8,
    "find-quote": 8,
    "search-help": 6,
    "corrections": 1,
}


def asked(reader: Client, address: str) -> int:
    """Give the number of queries that the page asks, beside those that let the reader in.

    The postings are read by an earlier page, as they are in use: they cost one query, which looks
    whether anything has changed.
    """
    reader.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert reader.get(address).status_code == 200
    return len(queries) - SIGNED_IN


@pytest.mark.parametrize("page", QUERIES)
def test_a_page_asks_as_much_for_many_rows_as_for_few(
    reader: Client, cast: Cast, addresses: dict[str, str], page: str
) -> None:
    # Of an actor's statements on one topic not all go on a page then.
    grow(cast, 8)
    few = asked(reader, addresses[page])
    grow(cast, 40)
    assert (few, asked(reader, addresses[page])) == (QUERIES[page], QUERIES[page])
