"""The generated columns that words are found in."""

from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Func, Value
from django.db.models.expressions import Combinable


class SearchWords(Func):
    """`search_words(language, words)`: lexemes, stemmed as the language is, accents folded."""

    function = "search_words"
    arity = 2
    output_field = SearchVectorField()


class Spaced(Func):
    """`a || ' ' || b`, which unlike CONCAT is immutable, as a generated column needs."""

    template = "(%(expressions)s)"
    arg_joiner = " || ' ' || "
    output_field = models.TextField()


def words_of(*fields: str, language: str | None = None) -> models.GeneratedField:
    """Give the generated column with the words of some text columns.

    They are stemmed in the row's language where its column is named, else as English.
    """
    tag: Combinable = F(language) if language else Value("en", output_field=models.TextField())
    return models.GeneratedField(
        expression=SearchWords(tag, Spaced(*fields)),
        output_field=SearchVectorField(),
        db_persist=True,
        editable=False,
    )
