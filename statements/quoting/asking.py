"""What a search box is asked for the words of a quotation. Pure."""

from collections.abc import Iterator

from statements.quoting.words import Words

# What stands within a word: e-mail, Russia’s, U.S.
JOINING = frozenset({"", "-", "\u2010", "\u2011", "'", "’", "."})
# What means something else to a search box.
OPERATORS = frozenset({"or"})


def as_search(words: Words, longest: int) -> str:
    """Give the words without the signs around them, as many as `longest` characters hold.

    No sign is left that a search box could take for notation; there may be no word left.
    """
    text = ""
    for piece in _pieces(words):
        longer = f"{text} {piece}".strip()
        if len(longer) > longest:
            return text or piece[:longest]
        text = longer
    return text


def _pieces(words: Words) -> Iterator[str]:
    """Give each word with those that are written together with it."""
    first = 0
    for at, (_, end) in enumerate(words.spans):
        then = words.spans[at + 1][0] if at + 1 < len(words) else None
        if then is None or words.text[end:then] not in JOINING:
            piece = words.between(first, at + 1)
            first = at + 1
            if piece.casefold() not in OPERATORS:
                yield piece
