"""Made-up cards and notices, which are fetched in a form of their own."""

from __future__ import annotations

from reading.differences import differences
from statements.cards import Link, StatementCard
from statements.pages.corrections import Entry
from statements.styleguide import samples

WORDS = "The reason is the provocations."


def card(**given: object) -> StatementCard:
    """Make the card of a statement."""
    fields: dict[str, object] = {
        "pk": 0, "address": "#", "text": WORDS, "language": "en", "quote_type": "direct",
        "translated": False, "date": samples.exchange().date, "date_earliest": None, "doubt": "",
        "retraction_reason": "", "speaker": Link("#", "Vladimir Putin"),
        "speaker_as_printed": "President of Russia", "attribution": "said the Kremlin",
        "titles": "President of Russia", "exchange_kind": "Call",
        "exchange": Link("#", "Call between Vladimir Putin and Emmanuel Macron"),
        "source": Link("#", "Telephone conversation"), "publisher": "The Kremlin",
        "topics": [Link("#", "Security guarantees"), Link("#", "Ukraine")],
    }  # fmt: skip
    return StatementCard(**{**fields, **given})  # type: ignore[arg-type]  # as the fields above


def notice() -> Entry:
    """Make the notice of a correction."""
    correction = samples.correction()
    pieces = differences(correction.text_before, WORDS)
    return Entry(
        samples.NOON, "statement", samples.statement(), correction.note, correction.editor, pieces
    )
