"""Where in a long text a quotation may stand. Pure: it knows no database.

To compare words costs more than to look for some of them, so that of a long text only the part is
read as words in which they stand together.
"""

from collections import Counter
from collections.abc import Iterator

from statements.quoting.words import Quotation, Words, words_of

# In characters.
SHORT = 6000
# What an ellipsis may leave out.
MARGIN = 1000
# The longest words of the quotation, which mostly are the rarest, and places of each.
MOST_WORDS = 16
MOST_PLACES = 400


def words_near(quotation: Quotation, text: str) -> Words:
    """Give the words of the part of the text that may hold the quotation; of a short text all."""
    if len(text) <= SHORT:
        return words_of(text)
    _, start = together(quotation, text)
    reach = _reach(quotation)
    return words_of(text, _at_space(text, max(start - reach, 0)), start + 2 * reach)


def together(quotation: Quotation, text: str) -> tuple[int, int]:
    """Give how many words of the quotation stand near each other in the text, and where."""
    reach, best, densest, first = _reach(quotation), 0, 0, 0
    places = sorted(_places(quotation, text.lower()))
    held: Counter[str] = Counter()
    for place, word in places:
        held[word] += 1
        while place - places[first][0] > reach:
            _, passed = places[first]
            held[passed] -= 1
            if not held[passed]:
                del held[passed]
            first += 1
        if len(held) > best:
            best, densest = len(held), places[first][0]
    return best, densest


def _reach(quotation: Quotation) -> int:
    """Give how far apart, in characters, words of the quotation may stand in a text."""
    return 2 * len(quotation.words.text) + MARGIN * len(quotation.gaps)


def _places(quotation: Quotation, lowered: str) -> Iterator[tuple[int, str]]:
    """Give the places of the quotation's longest words, not told from longer words with them."""
    written = {quotation.words.text[slice(*span)].lower() for span in quotation.words.spans}
    for word in sorted(written, key=len, reverse=True)[:MOST_WORDS]:
        place = lowered.find(word)
        for _ in range(MOST_PLACES):
            if place < 0:
                break
            yield place, word
            place = lowered.find(word, place + 1)


def _at_space(text: str, start: int) -> int:
    """Give the end of the word that the place is in, so that no half of it is read."""
    while 0 < start < len(text) and text[start].isalnum() and text[start - 1].isalnum():
        start += 1
    return start
