"""What is shown of people, exchanges, statements and sources."""

from __future__ import annotations

from reading.differences import differences
from statements.cards import Link, StatementCard
from statements.pages.accounts import Side, Source
from statements.pages.corrections import Entry
from statements.pages.tree import Node
from statements.styleguide import samples
from statements.styleguide.exhibit import Exhibit, show
from statements.verification.badge import UNVERIFIED, Evidence, State

LATIN, RUSSIAN = "The reason is the provocations.", "Обострение вызвано провокациями."


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
        show(
            "components/topic-links.html",
            {"topics": [samples.topic(), samples.topic("Ukraine")]},
            within="p",
        ),
        show("components/topic-tree.html", {"nodes": _nodes()}),
    ]


def _nodes() -> list[Node]:
    below = Node(samples.topic("Minsk agreements"), 12, 3)
    return [Node(samples.topic("Ukraine"), 120, 31, [below]), Node(samples.topic(), 8, 1)]


def statements() -> list[Exhibit]:
    """Give the components of statements."""
    said, linked, indirect = (
        samples.statement(),
        samples.linked_statement(),
        samples.other_statement(),
    )
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
        show("components/passages.html", {"source": Source(samples.document(), [1, 2, 3], [said])}),
        show("components/other-statement.html", {"other": indirect}),
        show("components/links.html", {"statement": linked}),
        show("components/signed.html", {"link": linked.links.all()[0]}),
        show("components/renderings.html", {"statement": linked}),
        show("components/chain.html", {"chain": samples.chain()}),
        show(
            "components/evidence.html",
            *(
                {"statement": said, "evidence": Evidence(state)}
                for state in State
                if state is not State.FAILED
            ),
        ),
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
        show("components/notice.html", {"entry": _entry()}),
        show(
            "components/difference.html",
            {"pieces": differences("The reason is known.", "The cause is known.")},
            within="p",
        ),
    ]


def card(**given: object) -> StatementCard:
    """Make the card of a statement."""
    fields: dict[str, object] = {
        "pk": 0, "address": "#", "text": LATIN, "language": "en", "quote_type": "direct",
        "translated": False, "date": samples.exchange().date, "date_earliest": None, "doubt": "",
        "retraction_reason": "", "speaker": Link("#", "Vladimir Putin"),
        "speaker_as_printed": "President of Russia", "attribution": "said the Kremlin",
        "titles": "President of Russia", "exchange_kind": "Call",
        "exchange": Link("#", "Call between Vladimir Putin and Emmanuel Macron"),
        "source": Link("#", "Telephone conversation"), "publisher": "The Kremlin",
        "topics": [Link("#", "Security guarantees"), Link("#", "Ukraine")],
    }  # fmt: skip
    return StatementCard(**{**fields, **given})  # type: ignore[arg-type]  # as the fields above


def _entry() -> Entry:
    correction = samples.correction()
    pieces = differences(correction.text_before, LATIN)
    return Entry(
        samples.NOON, "statement", samples.statement(), correction.note, correction.editor, pieces
    )


def sources() -> list[Exhibit]:
    """Give the components of exchanges and of sources."""
    document, held = samples.document(), samples.exchange()
    planned = samples.exchange(status="planned", condition="Russia does not invade Ukraine.")
    none_found = samples.readout(
        document=None,
        none_found_on=samples.NOON.date(),
        side=samples.macron(),
        claimed_minutes=None,
    )
    return [
        show("components/exchange-card.html", {"exchange": held}, {"exchange": planned}),
        show("components/exchange-link.html", {"exchange": held}, within="p"),
        show(
            "components/side.html",
            {"side": Side(samples.readout(), Source(document, [1], [samples.statement()]))},
            {"side": Side(none_found, Source(None))},
        ),
        show("components/document-line.html", {"document": document}),
        show("components/publisher.html", {"document": document}, within="p"),
        show("components/source.html", {"document": document}, {"document": None}, within="p"),
        show("components/source-in-full.html", {"document": document}, within="p"),
    ]
