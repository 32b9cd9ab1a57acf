"""What a text says of itself: its title, its day, its kind, and the kind of the exchange."""

import re
from collections.abc import Iterator, Sequence

from dates.edtf import for_people, parse
from dates.finding import days_named_in
from statements.entering.suggesting import Suggestion
from statements.models.document import DocumentKind
from statements.models.exchange import ExchangeKind

# A text says what it is where it begins.
BEGINNING = 1_500
LONGEST_TITLE = 200
# Whoever speaks stands before a colon at the start of a line.
LABEL = re.compile(r"^(?P<name>[^\W\d_][^\n:]{1,90}):[ \t\u00a0]*\S", re.MULTILINE)
LEAST_LABELS = 3

Kinds = Sequence[tuple[str, str]]

DOCUMENT_KINDS: Kinds = (
    (DocumentKind.TRANSCRIPT, r"transcript|verbatim record|стенограмм|verbatim|wortprotokoll"),
    (DocumentKind.INTERVIEW, r"interview|интервью|entretien accordé"),
    (DocumentKind.PRESS_RELEASE, r"press release|communiqué|пресс-релиз|pressemitteilung"),
    (
        DocumentKind.MESSAGE,
        r"(?:sent|sends) (?:a )?(?:message|greetings|condolences)|telegram of|"
        r"направил\w* (?:телеграмму|приветствие|поздравлени)|поздравительн",
    ),
    (
        DocumentKind.READOUT,
        r"readout|telephone conversation|phone (?:call|conversation)|spoke (?:by phone|with)|"
        r"s[’']est entretenue?|entretien téléphonique|entretien avec|телефонн\w+ разговор|"
        r"состоял\w+ (?:встреча|переговоры)|telefonat|telefonierte|held a meeting|meeting with",
    ),
)

EXCHANGE_KINDS: Kinds = (
    (
        ExchangeKind.VIDEO_CALL,
        r"video ?(?:call|conference|link)|visioconférence|видеоконференц\w+|видеосвяз\w+|"
        r"videokonferenz|videoschalte",
    ),
    (
        ExchangeKind.PRESS_CONFERENCE,
        r"press conference|news conference|conférence de presse|пресс-конференц\w+|pressekonferenz",
    ),
    (
        ExchangeKind.CALL,
        r"(?:tele)?phone (?:call|conversation)|phoned|spoke by (?:tele)?phone|dialled|"
        r"(?:entretien|appel|échange) téléphonique|au téléphone|телефонн\w+ разговор\w*|"
        r"по телефону|telefonat|telefonierte|telefongespräch|\bcall with",
    ),
    (ExchangeKind.SUMMIT, r"\bsummit\b|sommet|саммит\w*|gipfel\w*"),
    (ExchangeKind.VISIT, r"\bvisit(?:ed|s)?\b|en visite|визит\w*|besuch\w*"),
    (ExchangeKind.NEGOTIATION, r"negotiations|négociations|переговор\w+|verhandlungen"),
    (
        ExchangeKind.MEETING,
        r"meeting|\bmet with\b|rencontr\w+|встреч\w+|встретил\w+|treffen|empfing",
    ),
    (ExchangeKind.LETTER, r"\bletter\b|\blettre\b|письмо|\bbrief an\b"),
)


def heading_of(text: str, title: str = "") -> Iterator[Suggestion]:
    """Suggest what the text says of the document: title, date and kind, each once at most.

    `title` is what stands above the text, where it does not begin with it.
    """
    yield from _title(text)
    yield from _date(text)
    yield from _document_kind(text, title)


def exchange_kind_of(text: str) -> Iterator[Suggestion]:
    """Suggest the kind of the exchange, by what is named first."""
    yield from _first_named("kind", EXCHANGE_KINDS, ExchangeKind, text[:BEGINNING])


def is_labelled(text: str) -> bool:
    """Tell whether the text is a conversation, with the speaker's name before each turn."""
    return sum(1 for _ in zip(range(LEAST_LABELS), LABEL.finditer(text), strict=False)) == (
        LEAST_LABELS
    )


def _title(text: str) -> Iterator[Suggestion]:
    for line in map(str.strip, text[:BEGINNING].splitlines()):
        if line and any(sign.isalpha() for sign in line) and not _is_but_a_day(line):
            if len(line) <= LONGEST_TITLE and not LABEL.match(line):
                yield Suggestion("title", line, line, "its first line")
            return


def _is_but_a_day(line: str) -> bool:
    named = next(days_named_in(line), None)
    return named is not None and len(named.printed) + 10 > len(line)


def _date(text: str) -> Iterator[Suggestion]:
    for named in days_named_in(text):
        shown = for_people(parse(named.edtf))
        yield Suggestion("date", named.edtf, shown, f"“{named.printed}” in the text")
        return


def _document_kind(text: str, title: str) -> Iterator[Suggestion]:
    if is_labelled(text):
        kind = DocumentKind.TRANSCRIPT
        yield Suggestion("kind", kind, kind.label, "the names of speakers before what they say")
        return
    yield from _first_fitting("kind", DOCUMENT_KINDS, DocumentKind, f"{title}\n{text[:BEGINNING]}")


def _first_fitting(
    field: str, kinds: Kinds, choices: type[DocumentKind] | type[ExchangeKind], text: str
) -> Iterator[Suggestion]:
    """Suggest the first kind of the list whose words are there."""
    for kind, pattern in kinds:
        if match := re.search(pattern, text, re.IGNORECASE):
            yield _because(field, choices(kind), match)
            return


def _first_named(
    field: str, kinds: Kinds, choices: type[DocumentKind] | type[ExchangeKind], text: str
) -> Iterator[Suggestion]:
    """Suggest the kind whose words are named first."""
    found = [
        (match.start(), order, match)
        for order, (_, pattern) in enumerate(kinds)
        if (match := re.search(pattern, text, re.IGNORECASE))
    ]
    if found:
        _, order, match = min(found)
        yield _because(field, choices(kinds[order][0]), match)


def _because(field: str, kind: DocumentKind | ExchangeKind, match: re.Match[str]) -> Suggestion:
    return Suggestion(field, kind, str(kind.label), f"“{match[0]}” in the text")
