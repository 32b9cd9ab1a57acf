"""Search by words: what a reader's `q` means to the database."""

import re
from collections.abc import Iterable

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import Case, F, FloatField, Func, Q, TextField, Value, When
from django.db.models.functions import Cast

from statements.querysets.phrases import PIECE, Alternative, alternatives
from statements.querysets.stemming import Configuration, configuration, together
from statements.quoting.words import UNSPACED

WITHOUT_SPACES = re.compile(f"[{UNSPACED}]")
# The stops of such scripts part what they stand between.
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


def in_language(text: str, language: str, fields: Iterable[str]) -> Q:
    """Give the condition that a row answers what a person typed, stemmed as the language is.

    Understands words, "a phrase", -without and or, as PostgreSQL's websearch_to_tsquery does,
    which takes any text without an error. A phrase stands to the letter in one of the fields.
    """
    answers = Q(pk__in=[])
    for one in alternatives(text):
        answers |= _asked(one, configuration(language)) & one.says(fields)
    return answers


def ranked_in(languages: Iterable[str] | str, text: str) -> Cast:
    """Give how well a row's words answer what was typed: by the row's language, or in one.

    In double precision, so that a cursor that holds it finds the same row again.
    """
    if isinstance(languages, str):
        return Cast(SearchRank(F("search"), _query(text, configuration(languages))), FloatField())
    ways = [
        When(language__in=tags, then=SearchRank(F("search"), _query(text, name)))
        for name, tags in together(languages).items()
    ]
    return Cast(Case(*ways, default=Value(0.0), output_field=FloatField()), FloatField())


def in_languages(text: str, languages: Iterable[str], fields: Iterable[str]) -> Q:
    """Give the condition that a row's words answer the text, in the row's own language.

    One condition for all languages that are stemmed in the same way.
    """
    answers, ways = Q(pk__in=[]), together(languages)
    for one in alternatives(text):
        words = Q(pk__in=[])
        for name, tags in ways.items():
            words |= Q(language__in=tags) & _asked(one, name)
        answers |= words & one.says(fields)
    return answers


def _asked(one: Alternative, name: str) -> Q:
    """Give the condition that a row's words answer an alternative, but for its phrases."""
    return Q(search=_query(one.asked, name)) if one.asked else Q()


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
