"""How the words of a statement stand to the kept copy of its source, said in words. Pure."""

from dataclasses import dataclass
from enum import Enum

from reading.counting import counted
from statements.anchoring import Copy, Found
from statements.quoting.closest import Passage, closest

MOST_SHOWN = 120


class How(Enum):
    """How near the words are to what stands in the copy."""

    TO_THE_LETTER = "letter by letter"
    FOLDED = "folded"
    CUT = "cut"
    ABSENT = "absent"
    NO_COPY = "no copy"


@dataclass(frozen=True, slots=True)
class Compared:
    """How words stand to a copy: where they are found in it, or else the passage most like them."""

    how: How
    found: Found | None = None
    closest: Passage | None = None

    def __str__(self) -> str:
        if self.how is How.CUT and self.found and self.found.left_out:
            return f"Found, with {counted(self.found.left_out, 'word')} left out."
        if self.how is How.ABSENT and self.closest:
            return f"Not found; the closest passage: “{_shortened(self.closest.text)}”"
        return IN_WORDS[self.how]


IN_WORDS = {
    How.TO_THE_LETTER: "Found letter by letter.",
    How.FOLDED: "Found; only spaces, quotation marks, dashes or unseen signs differ.",
    How.CUT: "Found, but for what stands in brackets; nothing is left out.",
    How.ABSENT: "Not found, and no passage is much like it.",
    How.NO_COPY: "No copy of the source is kept.",
}


def compared(words: str, copy: Copy | None) -> Compared:
    """Look for the words in the copy as an anchor is found; where they are not, what is nearest."""
    if copy is None:
        return Compared(How.NO_COPY)
    if not (found := copy.look_for(words)):
        return Compared(How.ABSENT, closest=closest(words, copy))
    if found.is_cut:
        return Compared(How.CUT, found)
    return Compared(How.TO_THE_LETTER if found.to_the_letter else How.FOLDED, found)


def _shortened(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 1]}…"
