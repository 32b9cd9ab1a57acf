"""Search by words: what a reader's `q` means to the database."""

from collections.abc import Iterable
from unicodedata import category, normalize

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F, FloatField, Func, Q, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast


class SearchConfig(Func):
    """`search_config(language)`: the text-search configuration of a BCP 47 tag."""

    function = "search_config"
    arity = 1
    output_field = TextField()


def typed(text: str, language: str) -> SearchQuery:
    """Give the tsquery of what a person typed, stemmed as the language is.

    Understands words, "a phrase", -without and or, as PostgreSQL's websearch_to_tsquery does,
    which takes any text without an error. NUL, which no database text can hold, is a space.
    """
    return _query(text, Value(language, output_field=TextField()))


def ranked_in(language: str | F, text: str) -> Cast:
    """Give how well a row's words answer what was typed, in a language or a column with it.

    In double precision, so that a cursor that holds it finds the same row again.
    """
    tag = Value(language, output_field=TextField()) if isinstance(language, str) else language
    return Cast(SearchRank(F("search"), _query(text, tag)), FloatField())


def in_languages(text: str, languages: Iterable[str], kind: str = "websearch") -> Q:
    """Give the condition that a row's words answer the text, in the row's own language.

    As "plain", the text is nothing but words, all of which the row has.
    """
    answers = Q(pk__in=[])
    for language in languages:
        tag = Value(language, output_field=TextField())
        answers |= Q(language=language, search=_query(text, tag, kind))
    return answers


def words_in(text: str) -> list[str]:
    """Give the words of the text without punctuation and other signs."""
    signs = {ord(sign): " " for sign in set(text) if category(sign)[0] not in "LMN"}
    return normalize("NFC", text).translate(signs).split()


def one_after_another(words: Iterable[str]) -> str:
    """Give the regular expression of the words, whole, with nothing but signs between them.

    Words as `words_in` gives them have no sign that means anything in an expression.
    """
    return rf"(?<![[:alnum:]]){'[^[:alnum:]]+'.join(words)}(?![[:alnum:]])"


def _query(text: str, language: Combinable, kind: str = "websearch") -> SearchQuery:
    return SearchQuery(text.replace("\x00", " "), config=SearchConfig(language), search_type=kind)
