"""How much of what stands in the source a statement leaves out. Pure."""

import re
from typing import Final
from unicodedata import normalize

from rapidfuzz.distance import LCSseq

from statements.folding import fold

WORD: Final = re.compile(r"\w+")
# What may stand for words of the source; without it none are left out.
GAP: Final = re.compile(r"[\[\uff3b\u2026]|\.\s?\.")
# A capital that an editor changed: “[T]he” is one word, and the source's own.
CAPITAL: Final = re.compile(r"[\[\uff3b](\w)[\]\uff3d](?=\w)")


def words_left_out(text: str, exact: str) -> int:
    """Count the words at the anchor that the text does not have."""
    if text == exact or not GAP.search(text):
        return 0
    there, here = (_words(one) for one in (exact, text))
    return len(there) - int(LCSseq.similarity(there, here))


def _words(text: str) -> list[str]:
    return WORD.findall(CAPITAL.sub(r"\1", normalize("NFKC", fold(text).text)).casefold())
