"""A passage with the differences of a quotation marked, piece by piece. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from statements.quoting.alignment import Kind, Step
from statements.quoting.verdicts import Match
from statements.quoting.words import Words

# In characters: what is shown before and behind the words that match.
BEFORE = 100
BEHIND = 240
# A sentence ends with a stop and a space, with a stop of a script without spaces, or with the line.
SENTENCE_END = re.compile(r"[.!?…؟।։][\"'”’»)\]]*\s+|[。！？]|\n")
# Of what an ellipsis leaves out, so many words at either end are shown.
ENDS = 10
AROUND_KIND = "around"
CUT = "…"
NOT_SHOWN = "[…]"


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of text: `same`, `quoted`, `source`, `left-out`, or what stands `around` the words."""

    kind: str
    text: str


def marked(quotation: Words, match: Match) -> list[Mark]:
    """Give the passage as runs, each of one kind, with the spelling and signs of either side."""
    start, end = match.span
    text = match.words.text
    runs = [_before(text, start), *_compared(quotation, match), _behind(text, end)]
    return [run for run in runs if run.text]


def kept_back(marks: Sequence[Mark], shown: Sequence[str]) -> list[Mark]:
    """Give the runs without what only a source has that may not be shown as a whole.

    What stays is what was asked for, and what stands in one of the texts that are shown anyway.
    """
    instead = Mark(AROUND_KIND, f" {NOT_SHOWN} ")
    runs = [mark if _may_show(mark, shown) else instead for mark in marks]
    return [run for run, behind in pairwise([*runs, None]) if run and run != behind]


def _may_show(mark: Mark, shown: Sequence[str]) -> bool:
    if mark.kind in (Kind.SAME.value, Kind.QUOTED.value):
        return True
    if not any(sign.isalnum() for sign in mark.text):
        return True
    whole = re.compile(rf"(?<!\w){re.escape(mark.text.strip())}(?!\w)")
    return any(whole.search(text) for text in shown)


def _compared(quotation: Words, match: Match) -> Iterator[Mark]:
    """Give the runs of the words that are compared, with what stands between them."""
    passage, steps, behind = match.words, match.alignment.steps, match.span[0]
    for at, step in enumerate(steps):
        first = _next_place(passage, steps[at:], behind)
        yield Mark(AROUND_KIND, passage.text[behind:first])
        behind = first
        if step.kind is Kind.QUOTED:
            yield from _put_in(passage.text, first, quotation.between(step.start, step.end))
        else:
            yield Mark(step.kind.value, _shown(passage, step))
            behind = passage.spans[step.end - 1][1]


def _next_place(passage: Words, steps: Sequence[Step], behind: int) -> int:
    """Give where the next word of the passage begins, or `behind` where none follows."""
    there = (step for step in steps if step.kind is not Kind.QUOTED)
    return next((passage.spans[step.start][0] for step in there), behind)


def _put_in(text: str, place: int, quoted: str) -> Iterator[Mark]:
    """Give words for which the passage has no place, apart from what they would touch there."""
    before, behind = text[:place][-1:], text[place : place + 1]
    yield Mark(AROUND_KIND, " " if before.isalnum() else "")
    yield Mark(Kind.QUOTED.value, quoted)
    yield Mark(AROUND_KIND, " " if behind.isalnum() else "")


def _shown(passage: Words, step: Step) -> str:
    """Give the text of a step, shortened in its middle where an ellipsis left out much."""
    if step.kind is not Kind.LEFT_OUT or len(step) <= 2 * ENDS + 1:
        return passage.between(step.start, step.end)
    first = passage.between(step.start, step.start + ENDS)
    return f"{first} {CUT} {passage.between(step.end - ENDS, step.end)}"


def _before(text: str, start: int) -> Mark:
    """Give what stands before the words, from the beginning of their sentence or of a word on."""
    if start <= BEFORE:
        return Mark(AROUND_KIND, text[:start])
    near = text[start - BEFORE : start]
    ends = [end.end() for end in SENTENCE_END.finditer(near)]
    if not ends and " " in near.strip():
        ends = [len(near) - len(near.split(maxsplit=1)[-1])]
    return Mark(AROUND_KIND, f"{CUT} {near[ends[-1] if ends else 0 :]}")


def _behind(text: str, end: int) -> Mark:
    """Give what stands behind the words, up to the end of a word."""
    if len(text) - end <= BEHIND:
        return Mark(AROUND_KIND, text[end:])
    near = text[end : end + BEHIND]
    whole = near.rsplit(maxsplit=1)[0] if " " in near.strip() else near
    return Mark(AROUND_KIND, f"{whole} {CUT}")
