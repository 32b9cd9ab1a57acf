"""The passage of a copy that is most like words which do not stand there. Pure."""

import re
from dataclasses import dataclass
from typing import Final

from statements.anchoring import Copy
from statements.cuts import IS_CASE, IS_GAP, Span
from statements.folding import QUOTES, bare
from statements.quoting.alignment import Alignment, Kind, align
from statements.quoting.locating import words_near
from statements.quoting.verdicts import FEWEST
from statements.quoting.words import Words, quotation_of

ALIKE: Final = 0.4
"""Share of words in common, from 0 to 1, below which a passage is no help."""

LONG: Final = 4_000
"""Of longer texts, in characters, both ends are looked for: to compare words has its price."""

END: Final = 1_500
MOST_GAPS: Final = 20
# Of two passages for the ends of a long text, the stretch has to be about as long as the text.
SHORTER, LONGER = 0.5, 2.0

ELLIPSIS: Final = " … "
CLOSING: Final = re.compile(f"[.!?…,;:)\\]{QUOTES}]+")
OPENING: Final = re.compile(f"[{QUOTES}]$")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a copy, and its words as a statement may have them: with the ellipses kept."""

    start: int
    end: int
    text: str


def closest(words: str, copy: Copy) -> Passage | None:
    """Give the passage that is most like the words; None where none has much in common with them.

    Its text is found in the copy.
    """
    plain = _plain(words)
    stretches = _of_ends(plain, copy.text) if len(plain) > LONG else _alike(plain, copy.text)
    if not stretches:
        return None
    start, end = _with_signs(bare(words), copy.text, (stretches[0][0], stretches[-1][1]))
    stretches[0] = start, stretches[0][1]
    stretches[-1] = stretches[-1][0], end
    cut = ELLIPSIS.join(copy.text[slice(*stretch)] for stretch in stretches)
    texts = dict.fromkeys((cut, copy.text[start:end]))
    return next((Passage(start, end, text) for text in texts if copy.holds(text)), None)


def _plain(words: str) -> str:
    """Give the words with an ellipsis in place of what is in brackets."""
    plain = IS_CASE.sub(r"\1", words)
    many = len(IS_GAP.findall(plain)) > MOST_GAPS
    return IS_GAP.sub(" " if many else ELLIPSIS, plain)


def _alike(plain: str, text: str) -> list[Span]:
    """Give the stretches of the text that are most like the words between the ellipses."""
    quotation = quotation_of(plain)
    if not len(quotation):
        return []
    passage = words_near(quotation, text)
    alignment = align(quotation, passage)
    return _stretches(passage, alignment) if alignment and _is_like(alignment) else []


def _is_like(alignment: Alignment) -> bool:
    same = alignment.count(Kind.SAME) + alignment.moved
    quoted = alignment.count(Kind.SAME) + alignment.count(Kind.QUOTED)
    return alignment.similarity >= ALIKE and same >= min(FEWEST, (quoted + 1) // 2)


def _stretches(passage: Words, alignment: Alignment) -> list[Span]:
    """Give what the words stand for, without what an ellipsis leaves out."""
    cuts = [step for step in alignment.steps if step.kind is Kind.LEFT_OUT]
    starts = [alignment.start, *(cut.end for cut in cuts)]
    ends = [*(cut.start for cut in cuts), alignment.end]
    return [
        (passage.spans[start][0], passage.spans[end - 1][1])
        for start, end in zip(starts, ends, strict=True)
    ]


def _of_ends(plain: str, text: str) -> list[Span]:
    """Give the stretch between what is like the beginning of a long text and like its end."""
    first = _alike(plain[:END].rsplit(maxsplit=1)[0], text)
    last = _alike(plain[-END:].split(maxsplit=1)[-1], text)
    if not first or not last:
        return first or last
    start, end = first[0][0], last[-1][1]
    fits = len(plain) * SHORTER <= end - start <= len(plain) * LONGER
    return [(start, end)] if fits else first


def _with_signs(words: str, text: str, span: Span) -> Span:
    """Give the span with the signs at its edges, where the words have any there."""
    start, end = span
    if CLOSING.search(words[-1:]) and (signs := CLOSING.match(text, end)):
        end = signs.end()
    if OPENING.search(words[:1]) and OPENING.search(text[start - 1 : start]):
        start -= 1
    return start, end
