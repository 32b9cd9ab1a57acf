"""A passage of a copy with what stands around it.

Only what is shown is fetched: a copy may be as long as a book.
"""

import re
from dataclasses import dataclass
from typing import Final

from django.db.models.functions import Substr

from statements.models import Snapshot

# In characters: on either side about so much is shown, and by so much more or less if that is where
# a sentence ends.
AROUND: Final = 300
SPARE: Final = 150
# In characters: of a passage that is longer the middle is left out.
LONGEST: Final = 2_400

# What ends a sentence, with the marks that close behind it; a line ends one too.
ENDS: Final = re.compile(r"[.!?…。！？]+[\"'”’»)\]]*(?=\s)|[。！？]|\n")
EMPTY_LINES: Final = re.compile(r"\s*\n\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a copy, and the text `before` and `after` them.

    `begins` tells that nothing of the copy stands before that, `ends` that nothing stands behind.
    Of words that are very long `exact` is the beginning, and `rest` the end.
    """

    before: str
    exact: str
    rest: str
    after: str
    begins: bool
    ends: bool


def passage_in(copy: Snapshot, start: int, exact: str) -> Passage:
    """Give the words that stand at a place of a copy with what is around them; one query.

    `start` counts code points, as anchors do. The text of the copy itself is not needed.
    """
    reach = AROUND + SPARE
    first, behind = max(start - reach, 0), start + len(exact)
    # PostgreSQL counts from 1.
    around = Snapshot.objects.filter(pk=copy.pk).values_list(
        Substr("text", first + 1, start - first), Substr("text", behind + 1, reach)
    )
    before, after = around.get()
    begins, ends = first == 0, behind + reach >= copy.length
    return passage(before, exact, after, begins=begins, ends=ends)


def passage(before: str, exact: str, after: str, *, begins: bool, ends: bool) -> Passage:
    """Cut what stands around the words where a sentence or, failing that, a word ends. Pure.

    `begins` tells that `before` is all that stands there, `ends` the same of `after`.
    """
    front, behind = _cut_front(before, whole=begins), _cut_end(after, whole=ends)
    long = len(exact) > LONGEST
    return Passage(
        _close(front),
        exact[: LONGEST // 2] if long else exact,
        exact[-LONGEST // 2 :] if long else "",
        _close(behind),
        begins=begins and len(front) == len(before),
        ends=ends and len(behind) == len(after),
    )


def _cut_front(text: str, *, whole: bool) -> str:
    """Leave out what stands furthest from the words: some 300 characters stay."""
    spare = len(text) - AROUND
    if spare <= 0:
        return text
    places = [end.end() for end in ENDS.finditer(text, endpos=len(text) - SPARE)]
    before = [place for place in places if place <= spare]
    if whole and not before:
        return text
    if places:
        return text[before[-1] if before else places[0] :].lstrip()
    return re.sub(r"^\S*\s+", "", text[spare:]) or text[spare:]


def _cut_end(text: str, *, whole: bool) -> str:
    if len(text) <= AROUND:
        return text
    places = [end.end() for end in ENDS.finditer(text) if end.end() >= SPARE]
    behind = [place for place in places if place >= AROUND]
    if whole and not behind:
        return text
    if places:
        return text[: behind[0] if behind else places[-1]].rstrip()
    return re.sub(r"\s+\S*$", "", text[:AROUND]) or text[:AROUND]


def _close(text: str) -> str:
    """Leave no more than one empty line between paragraphs."""
    return EMPTY_LINES.sub("\n\n", text)
