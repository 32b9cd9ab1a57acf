"""What is shown of people, exchanges, statements and sources."""

from __future__ import annotations

from reading.differences import differences
from statements.pages.passages import Source
from statements.styleguide import samples
from statements.styleguide.cards import card, notice
from statements.styleguide.exhibit import Exhibit, show
from statements.verification.badge import UNVERIFIED


def people() -> list[Exhibit]:
    """Give the components of actors and topics."""
    actor, when = samples.putin(), samples.exchange().date
    participations = samples.participations()
    return [
        show("components/name.html", {"actor": actor}, {"printed": "Mr Micron"}),
        show("components/actor-line.html", {"actor": actor}, within="ul"),
        show(
            "components/participant.html",
            *({"participation": one, "when": when} for one in participations),
            within="ul",
        ),
        show(
            "components/participants.html",
            {"participations": participations, "when": when},
            within="p",
        ),
        show("components/span.html", {"tenure": samples.tenure()}, within="p"),
        show("components/editor.html", {"editor": samples.editor()}, within="p"),
    ]


def statements() -> list[Exhibit]:
    """Give the components of statements."""
    said, indirect = samples.statement(), samples.other_statement()
    return [
        show("components/quotation.html", {"statement": said}, {"statement": indirect, "words": 3}),
        show(
            "components/statement-card.html",
            {"card": card()},
            {"card": card(doubt=UNVERIFIED, speaker=None, topics=[])},
            {"card": card(retraction_reason="It was never said.")},
        ),
        show("components/speaker.html", {"statement": said}),
        show("components/passage.html", {"statement": said}),
        show("components/passages.html", {"source": Source(samples.document(), 3, [said])}),
        show("components/other-statement.html", {"other": indirect}),
        show(
            "components/standing.html",
            {"record": samples.statement(editorial_status="draft"), "what": "statement"},
        ),
        show(
            "components/retracted.html",
            {
                "record": samples.statement(retraction_reason="It was never said."),
                "what": "statement",
            },
        ),
        show(
            "components/override.html",
            {"record": samples.statement(override_reason="Heard by our reporter.")},
            within="dl",
        ),
        show("components/corrections.html", {"corrections": [samples.correction()]}),
        show("components/notice.html", {"entry": notice()}),
        show(
            "components/difference.html",
            {"pieces": differences("The reason is known.", "The cause is known.")},
            within="p",
        ),
    ]


def sources() -> list[Exhibit]:
    """Give the components of exchanges and of sources."""
    document, held = samples.document(), samples.exchange()
    planned = samples.exchange(status="planned", condition="Russia does not invade Ukraine.")
    return [
        show("components/exchange-card.html", {"exchange": held}, {"exchange": planned}),
        show("components/exchange-link.html", {"exchange": held}, within="p"),
        show("components/document-line.html", {"document": document}),
        show("components/publisher.html", {"document": document}, within="p"),
        show("components/source.html", {"document": document}, {"document": None}, within="p"),
        show("components/source-in-full.html", {"document": document}, within="p"),
    ]
