"""An earlier text beside a later one: what of it is alike, and what differs word by word. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from reading.differences import Piece, differences, shortened
from statements.quoting.alignment import align
from statements.quoting.locating import words_near
from statements.quoting.words import Quotation, Words, words_of

# In characters: of a longer text the beginning is compared.
COMPARED = 6000
# In characters: a passage has no fewer, unless the text ends there; and so many are shown.
SHORTEST, SHOWN = 300, 500
# Up to so many times the length of the later text the whole earlier one is a passage.
LONGER = 2
# From this share of words in common on, the differences say more than the text.
ALIKE = 0.4
# In letters: shorter words are in most texts.
TELLING = 5
LONGEST_WORD = 40
CUT = "…"


@dataclass(frozen=True, slots=True)
class Likeness:
    """The passage of the earlier text that is most like the later one.

    `pieces` are the differences; `shared` is the passage in runs of text, each of words that the
    later text has too, or not.
    """

    pieces: list[Piece]
    shared: list[tuple[bool, str]]
    similarity: float

    @property
    def is_alike(self) -> bool:
        """Whether the differences are few enough to be read."""
        return self.similarity >= ALIKE


def liken(earlier: str, later: str) -> Likeness:
    """Compare a passage of the earlier text with the later one, or with the beginning of it."""
    later = later[:COMPARED]
    wanted = words_of(later)
    near = words_near(Quotation(wanted), earlier)
    alignment = align(Quotation(wanted), near) if len(wanted) else None
    start = near.spans[alignment.start][0] if alignment else 0
    end = near.spans[alignment.end - 1][1] if alignment else 0
    passage = _passage(earlier, start, end, LONGER * len(later))
    pieces = shortened(differences(passage, later))
    similarity = alignment.similarity if alignment else 0
    return Likeness(pieces, list(_shared(passage, wanted)), similarity)


def _passage(text: str, start: int, end: int, most: int) -> str:
    """Give a stretch of a text with what stands around it, cut at words; of a short text all."""
    if len(text) <= max(most, SHORTEST):
        return text
    spare = max(SHORTEST - (end - start), 0) // 2
    first, last = _word_before(text, start - spare), _word_behind(text, end + spare)
    return f"{CUT if first else ''}{text[first:last]}{CUT if last < len(text) else ''}"


def _word_before(text: str, place: int) -> int:
    """Give where the word at a place begins; the place itself where no space is near."""
    if place <= 0:
        return 0
    space = text.rfind(" ", max(place - LONGEST_WORD, 0), place)
    return place if space < 0 else space + 1


def _word_behind(text: str, place: int) -> int:
    """Give where the word at a place ends; the place itself where no space is near."""
    space = text.find(" ", place, place + LONGEST_WORD)
    return min(place, len(text)) if space < 0 else space


def _shared(passage: str, later: Words) -> Iterator[tuple[bool, str]]:
    """Give the runs of a passage: telling words that the later text has too, and the rest."""
    shown = passage if len(passage) <= SHOWN else f"{passage[:SHOWN].rsplit(' ', 1)[0]} {CUT}"
    words, known, behind = words_of(shown), set(later.keys), 0
    for key, (start, end) in zip(words.keys, words.spans, strict=True):
        if len(key) >= TELLING and key in known:
            yield False, shown[behind:start]
            yield True, shown[start:end]
            behind = end
    yield False, shown[behind:]
