"""Passages of a text: where they stand, how they are quoted, and the text with them marked.

Positions count Unicode code points, as those of anchors do. Pure: it knows no database.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import cast

from statements.anchoring import Copy
from statements.cuts import Span
from statements.entering.headings import LABEL
from statements.folding import EDGES
from statements.models.document import DocumentKind
from statements.models.statement import QuoteType

OPENING, CLOSING, EITHER = "“„«‹「『", "”»›」』", '"'
QUOTED = re.compile(r"[“„«「『\"][^“„«「『\"”»」』]+[”“»」』\"]")
SPOKEN = (DocumentKind.TRANSCRIPT, DocumentKind.INTERVIEW, DocumentKind.POST, DocumentKind.MESSAGE)


def place_of(copy: Copy, words: str, start: int | None, end: int | None) -> Span | None:
    """Give where the words stand: at the place that was selected, or else where they are found."""
    known = start is not None and end is not None and 0 <= start < end <= len(copy.text)
    if known and copy.text[start:end] == words:
        return cast(int, start), cast(int, end)
    return copy.find(words)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Give a selection without white space at its ends; None where it lies outside or is empty."""
    if not 0 <= start < end <= len(text):
        return None
    words = text[start:end]
    bare = words.strip(EDGES)
    first = start + len(words) - len(words.lstrip(EDGES))
    return (first, first + len(bare)) if bare else None


def quote_type_of(text: str, span: Span, kind: str) -> str:
    """Suggest how a passage of such a document is quoted, by the quotation marks about it."""
    start, end = span
    words = text[start:end]
    if _within_quotation(text, start) or _is_quotation(words):
        return QuoteType.DIRECT
    if QUOTED.search(words):
        return QuoteType.MIXED
    if kind in SPOKEN:
        return QuoteType.DIRECT
    return QuoteType.READOUT if kind == DocumentKind.READOUT else QuoteType.INDIRECT


def _is_quotation(words: str) -> bool:
    """Tell whether the words are one quotation, marks included."""
    return QUOTED.fullmatch(words.rstrip(".,;:!?…")) is not None


def _within_quotation(text: str, start: int) -> bool:
    """Tell whether a quotation was opened before the place, in its paragraph, and not closed."""
    opened = ""
    for sign in text[text.rfind("\n", 0, start) + 1 : start]:
        if opened and _closes(sign, opened):
            opened = ""
        elif sign in OPENING + EITHER:
            opened = sign
    return bool(opened)


def _closes(sign: str, opened: str) -> bool:
    """Tell whether the mark closes what another opened: in German “ closes what „ opened."""
    if opened in EITHER:
        return sign == opened
    return sign in CLOSING or (opened == "„" and sign == "“")


def labelled_speaker(text: str, start: int) -> str:
    """Give the name that stands with a colon before the turn of the passage, or nothing."""
    line_end = text.find("\n", start)
    turns = LABEL.finditer(text, 0, line_end if line_end >= 0 else len(text))
    names = [match["name"] for match in turns]
    return names[-1].strip() if names else ""


@dataclass(frozen=True)
class Piece:
    """A stretch of a text with the numbers of the passages that it belongs to."""

    text: str
    numbers: tuple[int, ...] = ()


def marked(text: str, spans: Sequence[Span | None]) -> list[Piece]:
    """Cut the text where passages begin or end; joined again, the pieces are the text.

    A passage's number is its place in `spans`, from 1 on; those without a span are not marked.
    """
    known = [(number, span) for number, span in enumerate(spans, start=1) if span]
    cuts = sorted({0, len(text), *(place for _, span in known for place in span)})
    return [
        Piece(
            text[first:last], tuple(n for n, (start, end) in known if start < last and first < end)
        )
        for first, last in pairwise(cuts)
    ]
