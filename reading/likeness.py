"""How alike what somebody typed and a name are, word by word. Pure.

The database finds names that share stretches of three letters; this tells which of them may be
meant, as a name that was misspelt, and which only happen to have some letters in common.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

# How much of either text has to be found again in the other: from 0 to 1.
ALIKE = 0.6
# How alike two words have to be, out of 100, to be the same one misspelt.
SAME_WORD = 75
# Shorter words have to be the same.
SHORTEST = 3
MOST_WORDS = 8


def likeness(typed: str, name: str) -> float:
    """Give from 0 to 1 how much of one text has its like in the other; both are folded.

    Either what was typed is found in the name, as where somebody typed a surname alone, or the
    name in what was typed, as where a title stands before it.
    """
    words, known = typed.split()[:MOST_WORDS], name.split()[:MOST_WORDS]
    return max(_found(words, known, begun=True), _found(known, words, begun=False))


def _found(words: Sequence[str], others: Sequence[str], *, begun: bool) -> float:
    """Give how much of the words, by their letters, is among the others."""
    letters = sum(map(len, words))
    alike = sum(
        len(word) * max((_word(word, other, begun=begun) for other in others), default=0)
        for word in words
    )
    return alike / letters if letters else 0


def _word(word: str, other: str, *, begun: bool) -> float:
    """Give how alike two words are; one that was only `begun` is compared with a beginning."""
    if min(len(word), len(other)) < SHORTEST:
        return float(word == other)
    best = ratio(word, other, score_cutoff=SAME_WORD)
    if begun and len(word) < len(other):
        # Less than a word that is there in full.
        best = max(best, 0.95 * ratio(word, other[: len(word)], score_cutoff=SAME_WORD))
    return best / 100
