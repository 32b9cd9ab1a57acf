"""How much of what stands in the source a statement leaves out. Pure."""

import re
from typing import Final

from rapidfuzz.distance import LCSseq

WORD: Final = re.compile(r"\w+")


def words_left_out(text: str, exact: str) -> int:
    """Count the words at the anchor that the text does not have."""
    if text == exact:
        return 0
    there, here = (WORD.findall(one.casefold()) for one in (exact, text))
    return len(there) - int(LCSseq.similarity(there, here))
