"""What the finder of quotations shows."""

from __future__ import annotations

from statements.quoting.alignment import align
from statements.quoting.answers import Answer
from statements.quoting.verdicts import Match, Piece
from statements.quoting.words import quotation_of, words_of
from statements.styleguide import samples
from statements.styleguide.exhibit import Exhibit, show

HELD = "The Kremlin said that the reason for the escalation is the provocations of the forces."
ALTERED = "the reason for this escalation was not the provocations"


def quotes() -> list[Exhibit]:
    """Give the components of answers: one word for word, one with differences."""
    exact, altered = _answer("the reason for the escalation is"), _answer(ALTERED)
    both = ({"answer": exact}, {"answer": altered})
    return [
        show("components/quotes/headline.html", {"answer": altered}),
        show("components/quotes/answer.html", *both),
        show("components/quotes/verdict.html", {"answer": altered}),
        show("components/quotes/words.html", {"answer": altered}),
        show("components/quotes/held.html", {"statement": samples.statement(HELD)}),
        show("components/quotes/source.html", {"document": samples.document()}),
        show("components/quotes/in-quotes.html", {"words": ["not", "never"]}, within="p"),
        show("components/quotes/legend.html"),
    ]


def _answer(quoted: str) -> Answer:
    quotation, passage = quotation_of(quoted), words_of(HELD)
    alignment = align(quotation, passage)
    assert alignment is not None  # noqa: S101  # both are above, and much alike
    match = Match(passage, alignment, (Piece(samples.NOBODY, 0, len(HELD)),))
    return Answer(quotation.words, match, [samples.statement(HELD)], None, None)
