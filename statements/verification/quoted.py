"""The words that a text itself puts in quotation marks. Pure."""

import re
from typing import Final

# What opens and what closes. An apostrophe closes nothing: a letter follows it, or none came
# before its opening one.
MARKS: Final = re.compile(
    r"“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|‹([^‹›]+)›|「([^「」]+)」|『([^『』]+)』"
    r"|\"([^\"]+)\"|(?<!\w)‘([^‘]+?)’(?!\w)"
)
# What belongs to the sentence around a quotation and is written inside its marks.
LOOSE: Final = " \t\n\u00a0\u202f.,;:!?…"


def quoted_passages(text: str) -> list[str]:
    """Give what stands in quotation marks, in order, without spaces and stops at its ends."""
    found = (next(filter(None, match.groups())) for match in MARKS.finditer(text))
    return [passage for passage in (one.strip(LOOSE) for one in found) if passage]
