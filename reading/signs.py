"""Signs that are operators elsewhere, and have no meaning in the search box. Pure."""

import re
from collections.abc import Sequence
from itertools import pairwise

from reading.pieces import Piece

BRACKETS = "Brackets have no meaning here: for “(a or b) c” write “a c or b c”."
BAR = "“|” has no meaning here: write “or”."
AND = "“&” has no meaning here: all words are looked for anyway."
NOT = "{} has no meaning here: write a hyphen right before a word to leave it out, as in -oil."
STAR = "“*” has no meaning here: write the whole word, of which other forms are found too."

OPENED = re.compile(r"-?[(\[{]|.*[)\]}]$")
STARRED = re.compile(r"\*+|.*\w\*+\W*|\*+\w.*")


def note_on_signs(pieces: Sequence[Piece]) -> str:
    """Say of each such sign that it means nothing, and what to write instead."""
    texts = [piece.text for piece in pieces if not piece.is_quoted and not piece.filter]
    told = []
    if _are_brackets_meant(pieces, texts):
        told.append(BRACKETS)
    if any("|" in text for text in texts):
        told.append(BAR)
    if any(text.startswith("&") for text in texts):
        told.append(AND)
    told += [NOT.format(f"“{sign}”") for sign in ("!", "NOT") if _is_not_meant(sign, texts)]
    if any(STARRED.fullmatch(text) for text in texts):
        told.append(STAR)
    return " ".join(told)


def _are_brackets_meant(pieces: Sequence[Piece], texts: Sequence[str]) -> bool:
    """Tell whether what they hold would be something else without them."""
    joined = any(piece.is_or for piece in pieces) or any(set("|-") & set(one[:1]) for one in texts)
    return joined and any(OPENED.match(text) for text in texts)


def _is_not_meant(sign: str, texts: Sequence[str]) -> bool:
    """Tell whether a sign stands before a word; in a text of capitals NOT is one of its words."""
    words = [text for text in texts if any(map(str.isalnum, text))]
    if sign == "NOT":
        return sign in texts[:-1] and not all(word.isupper() for word in words)
    before = pairwise(texts)
    return any(text.startswith(sign) and text != sign for text in words) or any(
        text == sign and after[:1].isalnum() for text, after in before
    )
