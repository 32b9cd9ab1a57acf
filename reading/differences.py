"""What differs between two versions of a text, word by word. Pure.

Lines are compared first and words where lines differ, so that a long text costs what changed in it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Literal

from rapidfuzz.distance import LCSseq

Kind = Literal["same", "gone", "new"]
# Its kind (`equal` or not), its old text and its new text.
Stretch = tuple[str, str, str]

# Words, spaces and signs; each sign of a script that puts no spaces between words by itself.
TOKEN: Final = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]|[^\W_]+|\s+|.", re.DOTALL)
LINE: Final = re.compile(r"[^\n]*\n|[^\n]+")
# Of more words on one side, a stretch is shown as replaced altogether.
MOST_WORDS: Final = 20_000
# In characters: of what is the same, so much is shown on either side of a difference.
AROUND: Final = 120
CUT: Final = " … "


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text: the `same` in both, `gone` from the one before, or `new` in the one after."""

    kind: Kind
    text: str


def differences(before: str, after: str, *, finely: int | None = None) -> list[Piece]:
    """Give both texts as one row of pieces; without those that are new it is `before`.

    Where lines with more than `finely` characters differ, they are shown as replaced altogether.
    """
    stretches = list(_by_lines(before, after))
    differing = sum(len(gone) + len(come) for kind, gone, come in stretches if kind != "equal")
    by_words = finely is None or differing <= finely
    return _joined(_pieces(stretches, by_words=by_words))


def differ(pieces: Iterable[Piece]) -> bool:
    """Tell whether any piece is not the same in both."""
    return any(piece.kind != "same" for piece in pieces)


def shortened(pieces: Sequence[Piece], around: int = AROUND) -> list[Piece]:
    """Give the pieces with what is the same cut to some `around` characters at each difference."""
    last = len(pieces) - 1
    return [
        _cut(piece, around if at else 0, around if at < last else 0)
        if piece.kind == "same" and last
        else piece
        for at, piece in enumerate(pieces)
    ]


def _by_lines(before: str, after: str) -> Iterator[Stretch]:
    old, new = LINE.findall(before), LINE.findall(after)
    if max(len(old), len(new)) > MOST_WORDS:
        old, new = [before], [after]
    return _steps(old, new)


def _pieces(stretches: Iterable[Stretch], *, by_words: bool) -> Iterator[Piece]:
    for kind, gone, come in stretches:
        if kind == "equal":
            yield Piece("same", gone)
        elif by_words:
            yield from _by_words(gone, come)
        else:
            yield from (Piece("gone", gone), Piece("new", come))


def _by_words(before: str, after: str) -> Iterator[Piece]:
    old, new = TOKEN.findall(before), TOKEN.findall(after)
    if max(len(old), len(new)) > MOST_WORDS:
        old, new = [before], [after]
    for kind, gone, come in _steps(old, new):
        if kind == "equal":
            yield Piece("same", gone)
        else:
            yield from (Piece("gone", gone), Piece("new", come))


def _steps(old: Sequence[str], new: Sequence[str]) -> Iterator[Stretch]:
    """Give each stretch as its kind (`equal` or not), its old text and its new text."""
    steps = LCSseq.opcodes(old, new)
    for alike, group in groupby(steps, key=lambda step: step.tag == "equal"):
        stretch = list(group)
        first, last = stretch[0], stretch[-1]
        gone = "".join(old[first.src_start : last.src_end])
        come = "".join(new[first.dest_start : last.dest_end])
        yield "equal" if alike else "differs", gone, come


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Give the pieces without empty ones, neighbours of one kind as one."""
    full = (piece for piece in pieces if piece.text)
    return [
        Piece(kind, "".join(piece.text for piece in group))
        for kind, group in groupby(full, key=lambda piece: piece.kind)
    ]


def _cut(piece: Piece, behind: int, before: int) -> Piece:
    """Give the ends of a piece that stand `behind` one difference and `before` the next."""
    text = piece.text
    if len(text) <= behind + before + len(CUT):
        return piece
    start = text[:behind].rsplit(" ", 1)[0] if behind else ""
    end = text[len(text) - before :].split(" ", 1)[-1] if before else ""
    return Piece("same", f"{start}{CUT}{end}")
