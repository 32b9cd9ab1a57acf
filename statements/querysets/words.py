"""Search by words: what a reader's `q` means to the database."""

import re
from collections.abc import Iterable

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import Case, F, FloatField, Func, Q, TextField, Value, When
from django.db.models.functions import Cast

from statements.querysets.stemming import Configuration, configuration, together
from statements.quoting.words import UNSPACED

WITHOUT_SPACES = re.compile(f"[{UNSPACED}]")
# A phrase, or what stands between spaces; the stops of such scripts part what they stand between.
PIECE = re.compile(r'-?"[^"]*"|[^\s"]+')
BREAK = re.compile(
    "[\u3000-\u3003\u3008-\u301f\u30fb\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]+"
)


class Written(SearchQuery):
    """A tsquery in the notation of PostgreSQL, taken as it stands."""

    template = "(%(expressions)s)::tsquery"


class Separated(Func):
    """`separated(text, separator)`: the letters of scripts without spaces, apart."""

    function = "separated"
    arity = 2
    output_field = TextField()


def typed(text: str, language: str) -> SearchQuery:
    """Give the tsquery of what a person typed, stemmed as the language is.

    Understands words, "a phrase", -without and or, as PostgreSQL's websearch_to_tsquery does,
    which takes any text without an error.
    """
    return _query(text, configuration(language))


def ranked_in(languages: Iterable[str] | str, text: str) -> Cast:
    """Give how well a row's words answer what was typed: by the row's language, or in one.

    In double precision, so that a cursor that holds it finds the same row again.
    """
    if isinstance(languages, str):
        return Cast(SearchRank(F("search"), typed(text, languages)), FloatField())
    ways = [
        When(language__in=tags, then=SearchRank(F("search"), _query(text, name)))
        for name, tags in together(languages).items()
    ]
    return Cast(Case(*ways, default=Value(0.0), output_field=FloatField()), FloatField())


def in_languages(text: str, languages: Iterable[str]) -> Q:
    """Give the condition that a row's words answer the text, in the row's own language.

    One condition for all languages that are stemmed in the same way.
    """
    answers = Q(pk__in=[])
    for name, tags in together(languages).items():
        answers |= Q(language__in=tags, search=_query(text, name))
    return answers


def unspaced(text: str) -> str:
    """Give what was typed with each run of a script without spaces as a phrase.

    The database keeps the letters of such scripts one by one: in a row, they are the word.
    """
    if not WITHOUT_SPACES.search(text):
        return text
    return " ".join(_phrases(piece) for piece in PIECE.findall(text))


def _phrases(piece: str) -> str:
    """Give a piece of what was typed, between spaces or quotation marks, as phrases if it is so."""
    if piece.startswith('"') or not WITHOUT_SPACES.search(piece):
        return piece
    minus = "-" if piece.startswith("-") else ""
    return " ".join(f'{minus}"{part}"' for part in BREAK.split(piece.removeprefix("-")) if part)


def sound(text: str) -> str:
    """Give the text without what no database text can hold: NUL is a space, a half sign nothing."""
    return text.replace("\x00", " ").encode("utf-8", "ignore").decode()


def _query(text: str, name: str) -> SearchQuery:
    words = Separated(Value(unspaced(sound(text))), Value(" "))
    return SearchQuery(words, config=Configuration(name), search_type="websearch")
