"""Search by words: what a reader's `q` means to the database."""

from collections.abc import Iterable

from django.contrib.postgres.search import SearchQuery
from django.db.models import Func, Q, TextField, Value


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
    config = SearchConfig(Value(language, output_field=TextField()))
    return SearchQuery(text.replace("\x00", " "), config=config, search_type="websearch")


def in_languages(text: str, languages: Iterable[str], column: str = "search") -> Q:
    """Give the condition that a row's words answer the text, in the row's own language."""
    answers = Q(pk__in=[])
    for language in languages:
        answers |= Q(**{"language": language, column: typed(text, language)})
    return answers
