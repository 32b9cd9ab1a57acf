"""A text as it is compared letter by letter: without the differences of typography. Pure."""

import re
from array import array
from dataclasses import dataclass

# Characters that leave no mark on paper: soft hyphen, zero-width spaces and joiners, directions.
UNSEEN = "\u00ad\u200b-\u200f\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff"
QUOTES = (
    "\"'`\u00ab\u00b4\u00bb\u02bc\u2018-\u201f\u2032\u2033\u2039\u203a\u300c-\u300f\uff02\uff07"
)
DASHES = "\\-\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d"

# White space beside a quotation mark or a dash is a matter of typography: « ainsi », 5 – 6.
VARIED = re.compile(f"[\\s{UNSEEN}]*(?:([{QUOTES}])|([{DASHES}]))[\\s{UNSEEN}]*|[\\s{UNSEEN}]+")
SPACE = re.compile(r"\s")
EDGES = "".join(filter(re.compile(f"[\\s{UNSEEN}]").match, map(chr, range(0x10000))))


@dataclass(frozen=True)
class Folded:
    """A text as it is compared, and for each of its characters the position it comes from."""

    text: str
    positions: "array[int]"


def fold(text: str) -> Folded:
    """Fold quotation marks to one, dashes to one, white space to one space; drop what is unseen."""
    pieces: list[str] = []
    positions = array("q")
    end = 0
    for match in VARIED.finditer(text):
        pieces.append(text[end : match.start()])
        positions.extend(range(end, match.start()))
        if match.lastindex:
            pieces.append('"' if match.lastindex == 1 else "-")
            positions.append(match.start(match.lastindex))
        elif SPACE.search(match[0]):
            pieces.append(" ")
            positions.append(match.start())
        end = match.end()
    pieces.append(text[end:])
    positions.extend(range(end, len(text)))
    return Folded("".join(pieces), positions)


def bare(words: str) -> str:
    """Give the words without white space and what is unseen around them."""
    return words.strip(EDGES)
