"""Whether two names are so much alike that they may be of one and the same."""

from difflib import SequenceMatcher

ALIKE = 0.84


def may_be_one(one: str, other: str) -> str:
    """Say in what two folded names are alike; nothing where they are of two.

    A first name in common is not enough, which very many have.
    """
    words, others = set(one.split()), set(other.split())
    if words < others or others < words:
        return "one name is within the other"
    if SequenceMatcher(None, one, other).ratio() >= ALIKE:
        return "the names are alike"
    return ""
