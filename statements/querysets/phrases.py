"""Phrases to the letter: what stands between quotation marks is found as it was written.

The index knows words by their stems, leaves out very common ones, and has the printed names behind
the text. So what it finds for a phrase is looked through for the words themselves, in one field of
a record, whatever stands between two of them. Case and accents do not count.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise, zip_longest
from unicodedata import category, normalize

from django.db.models import BooleanField, F, Func, Q, Value

from statements.quoting.words import is_unspaced

# A phrase, or what stands between spaces.
PIECE = re.compile(r'-?"[^"]*"|[^\s"]+')
GAP, NO_LETTER_BEFORE, NO_LETTER_BEHIND = "[^[:alnum:]]", "(?<![[:alnum:]])", "(?![[:alnum:]])"
# Forms of Arabic letters that are written for each other, then points and the long stroke, which
# may be left out.
ARABIC, PLAIN = "آأإٱىؤئة\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0640", "اااايويه"
IS_ARABIC = re.compile("[\u0620-\u06ff]")
TO_PLAIN = dict(zip_longest(map(ord, ARABIC), PLAIN))


@dataclass(frozen=True, slots=True)
class Alternative:
    """What stands between two `or`: the pieces that have to be there, and those that must not."""

    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]

    @property
    def asked(self) -> str:
        """What the index is asked; it knows too little of a phrase to leave anything out by it."""
        words = (f"-{piece}" for piece in self.unwanted if not is_phrase(piece))
        return " ".join((*self.wanted, *words))

    def says(self, fields: Iterable[str]) -> Q:
        """Give the condition that a record has the phrases to the letter, and not the unwanted."""
        names, condition = list(fields), Q()
        for phrase in filter(is_phrase, self.wanted):
            condition &= _says(phrase, names)
        for phrase in filter(is_phrase, self.unwanted):
            condition &= ~_says(phrase, names)
        return condition


class Matches(Func):
    """Whether a text matches a pattern, both without accents and in composed characters."""

    arg_joiner = ") ~* public.unaccent("
    template = "public.unaccent(%(expressions)s)"
    arity = 2
    output_field = BooleanField()


class Composed(Func):
    """A text in composed characters, without the forms of letters that are the same letter.

    Few texts have any of them, and to see that takes a tenth of the time.
    """

    template = (
        "CASE WHEN %(expressions)s ~ '[\u0300-\u036f\ufb00-\uffef]'"
        " THEN normalize(%(expressions)s, NFKC) ELSE %(expressions)s END"
    )


class PlainArabic(Func):
    """A text in composed characters, with the forms of Arabic letters as one."""

    template = f"translate(normalize(%(expressions)s, NFKC), '{ARABIC}', '{PLAIN}')"


def alternatives(text: str) -> list[Alternative]:
    """Give what was typed between each `or` and the next."""
    pieces = PIECE.findall(text)
    parts = (list(part) for is_or, part in groupby(pieces, _is_or) if not is_or)
    return [Alternative(*_parted(part)) for part in parts]


def wanted_in(text: str) -> list[str]:
    """Give the pieces of what was typed that a record has to have, or one of them."""
    return [piece for one in alternatives(text) for piece in one.wanted]


def is_phrase(piece: str) -> bool:
    """Tell whether a piece stands between quotation marks."""
    return piece.startswith('"')


def pattern_of(phrase: str) -> str:
    """Give the regular expression of PostgreSQL for a phrase; nothing where it has no word."""
    words = list(_words(phrase))
    if not words:
        return ""
    before = "" if is_unspaced(words[0]) else NO_LETTER_BEFORE
    behind = "" if is_unspaced(words[-1][-1]) else NO_LETTER_BEHIND
    pattern = _spelt(words[0])
    for last, word in pairwise(words):
        no_space = is_unspaced(last[-1]) or is_unspaced(word)
        pattern += f"{GAP}{'*' if no_space else '+'}{_spelt(word)}"
    return f"{before}{pattern}{behind}"


def _spelt(word: str) -> str:
    """Give the pattern of a word; signs may stand between letters that need no space."""
    return f"{GAP}*".join(word) if is_unspaced(word) else word


def _says(phrase: str, fields: Iterable[str]) -> Q:
    pattern = pattern_of(phrase)
    form = PlainArabic if IS_ARABIC.search(phrase) else Composed
    condition = Q()
    for name in fields if pattern else ():
        condition |= Q(Matches(form(F(name)), Value(pattern)))
    return condition


def _words(phrase: str) -> Iterator[str]:
    """Give the words: letters, marks and digits, none of which means anything in a pattern."""
    text = normalize("NFKC", phrase)
    if IS_ARABIC.search(text):
        text = text.translate(TO_PLAIN)
    for is_word, signs in groupby(text, lambda sign: category(sign)[0] in "LMN"):
        if is_word:
            yield "".join(signs)


def _is_or(piece: str) -> bool:
    return piece.lower() == "or"


def _parted(pieces: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    wanted = tuple(piece for piece in pieces if not piece.startswith("-"))
    others = (piece.lstrip("-") for piece in pieces if piece.startswith("-"))
    return wanted, tuple(piece for piece in others if piece)
