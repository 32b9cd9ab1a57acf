"""The titles that stand before a name: "President of France", "Aide to the President", "Mr".

All words here and all that is asked here are folded as `fold_name` folds, and split at spaces. A
stretch of words that is not surely a title is none: who is meant is not guessed.
"""

from collections.abc import Sequence

HONORIFICS = frozenset(
    tuple(phrase.split())
    for phrase in (
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "lord", "lady",
        "madam", "madame", "mme", "monsieur", "herr", "frau", "senor", "senora",
        "h e", "his excellency", "her excellency", "his majesty", "her majesty",
        "his highness", "her highness", "his royal highness", "her royal highness",
        "his holiness", "his beatitude", "his eminence",
        "the hon", "honourable", "the honourable", "right honourable", "the right honourable",
    )
)  # fmt: skip

# What one person is, in the singular: "Presidents of France and Russia" is not one person.
TITLES = frozenset(
    [
        "president", "premier", "minister", "chancellor", "vicechancellor", "king", "queen",
        "emir", "amir", "sultan", "shah", "emperor", "prince", "princess", "duke", "pope",
        "patriarch", "metropolitan", "catholicos", "archbishop", "bishop", "cardinal",
        "ayatollah", "imam", "mufti", "rabbi", "lama", "sheikh", "sheikha", "governor",
        "mayor", "prefect", "head", "chief", "chair", "chairman", "chairwoman",
        "chairperson", "cochairman", "cochair", "speaker", "secretary", "leader", "senator",
        "deputy", "congressman", "congresswoman", "lawmaker", "judge", "justice",
        "prosecutor", "attorney", "ombudsman", "commissioner", "auditor", "inspector",
        "ambassador", "envoy", "representative", "plenipotentiary", "consul", "delegate",
        "negotiator", "adviser", "advisor", "aide", "assistant", "spokesman", "spokeswoman",
        "spokesperson", "commander", "marshal", "admiral", "colonel", "lieutenant", "major",
        "captain", "sergeant", "director", "ceo", "cfo", "manager", "coordinator",
        "founder", "cofounder", "owner", "banker", "entrepreneur", "editor", "journalist",
        "reporter", "correspondent", "anchor", "presenter", "host", "moderator", "rector",
        "dean", "professor", "academician", "scientist", "doctor", "teacher", "coach",
        "trainer", "champion", "cosmonaut", "astronaut", "pilot", "conductor", "composer",
        "writer", "poet", "actor", "actress", "artist", "painter", "sculptor", "singer",
        "member", "hero",
    ]
)  # fmt: skip

PREPOSITIONS = frozenset(
    (
        "of", "for", "to", "with", "by", "from", "about", "on", "at", "in", "after", "before",
        "against", "under", "as",
    )
)  # fmt: skip
ARTICLES = frozenset(("the", "a", "an"))
POSSESSIVES = frozenset(("his", "her", "their", "its", "our", "my", "your"))
HANGING = PREPOSITIONS | ARTICLES | POSSESSIVES | {"and", "or"}


def without_honorifics(words: Sequence[str]) -> Sequence[str]:
    """Give the words without the honorifics at their start, unless nothing else is there."""
    for length in (4, 3, 2, 1):
        if len(words) > length and tuple(words[:length]) in HONORIFICS:
            return without_honorifics(words[length:])
    return words


def is_title(words: Sequence[str]) -> bool:
    """Tell whether the words before a name are the title of whom the name names.

    They are where they have a title word, do not break off ("President of"), say nothing of
    another ("spokesman for President", "and his wife") and bring no second title after an "and".
    """
    return (
        any(word in TITLES for word in words)
        and words[-1] not in HANGING
        and not any(word in POSSESSIVES for word in words)
        and not _joins_two(words)
        and not any(_is_of_another(words, place) for place in range(len(words)))
    )


def _joins_two(words: Sequence[str]) -> bool:
    """Tell whether a title follows an "and": it may be that of a second person."""
    if "and" not in words:
        return False
    return any(word in TITLES for word in words[list(words).index("and") :])


def _is_of_another(words: Sequence[str], place: int) -> bool:
    """Tell whether the preposition at the place puts a title into another's.

    It does in "wife of President" and "spokesman for French President". "Aide to the President"
    is the title of one person, since an aide has a name to follow.
    """
    if words[place] not in PREPOSITIONS:
        return False
    after = words[place + 1 :]
    if after[0] in ARTICLES:
        titled = any(word in TITLES for word in words[:place])
        return not titled if after[1] in TITLES else _ends_in_title(after)
    return after[0] in TITLES or _ends_in_title(after)


def _ends_in_title(after: Sequence[str]) -> bool:
    """Tell whether what follows a preposition is one stretch that ends in a title."""
    return after[-1] in TITLES and not any(word in PREPOSITIONS for word in after)
