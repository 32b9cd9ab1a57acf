"""A word as it may be known again in another language: how its beginning sounds. Pure.

Names and international words survive translation: “Donbass” and «Донбасс», “sanctions” and
«санкции», “guarantees” and « garanties ». What sounds alike is written alike here, far more
roughly than where names are compared (`fold_name`), and the ending, which is declined, is left out.
"""

import re
from functools import lru_cache

from statements.quoting.words import key_of

# In letters: so much of a word's beginning is compared, and shorter words stand as they are.
BEGINNING = 5

_CYRILLIC = str.maketrans({
    **dict(zip("абвгдезиійклмнопрстуфхыэґє", "abvgdeziiiklmnoprstufhiege", strict=True)),
    "ж": "j", "ц": "c", "ч": "ch", "ш": "sh", "щ": "sh", "ю": "iu", "я": "ia", "ї": "i",
    "ь": "", "ъ": "", "ј": "i", "љ": "li", "њ": "ni", "ћ": "ch", "ђ": "j", "џ": "j", "ў": "u",
})  # fmt: skip
_GREEK = str.maketrans({
    **dict(zip("αβγδεζηικλμνοπρσςτυφχω", "avgdezeiklmnoprsstifho", strict=True)),
    "θ": "th", "ξ": "cs", "ψ": "ps",
})  # fmt: skip
# In this order. Each stands for what several languages write differently.
_ALIKE = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"gu(?=[aei])", "g"),  # guarantee, garantie
        (r"ph", "f"),
        (r"th", "t"),
        (r"kh|h", ""),  # Kharkiv, Harkov; humanitarian, umanitario
        (r"sch|tsch|tch|ch", "sh"),
        (r"ti(?=[aou])", "ci"),  # initiative, инициатива
        (r"t[sz]", "c"),
        (r"ou", "u"),  # Poutine
        (r"[kq]u?(?=[eiao])|[kq]", "c"),
        (r"x", "cs"),
        (r"[yj]", "i"),
        (r"w", "v"),
        (r"z", "s"),
        (r"(.)\1+", r"\1"),  # Donbass, Donbas
    )
)


@lru_cache(maxsize=20_000)
def skeleton(word: str) -> str:
    """Give the sound of a word in Latin letters; what is of another script stays as it is."""
    sounds = key_of(word).translate(_CYRILLIC).translate(_GREEK)
    for pattern, sound in _ALIKE:
        sounds = pattern.sub(sound, sounds)
    return sounds


def beginning(word: str) -> str:
    """Give what is compared of a word between two languages; a number stays whole."""
    return word if word.isdecimal() else skeleton(word)[:BEGINNING]
