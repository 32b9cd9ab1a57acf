"""Search by words: what a reader's `q` means to the database."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from unicodedata import category, normalize

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import connection
from django.db.models import F, FloatField, Func, Q, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

# More pairs of words would leave no fewer rows.
MOST_PAIRS = 24
TO_QUERY = {"websearch": "websearch_to_tsquery", "plain": "plainto_tsquery"}
NEIGHBOURS = """
SELECT string_agg(format('(%%s)', near), ' & ')
FROM search_config(%s) AS language,
    unnest(%s::text[], %s::text[]) AS pair (one, next),
    LATERAL (SELECT phraseto_tsquery(language, one || ' ' || next)) AS close (together),
    LATERAL (SELECT together || tsquery_phrase(
        phraseto_tsquery(language, one), phraseto_tsquery(language, next), 2
    )) AS closer (near)
WHERE numnode(near) > 0
"""


class Written(SearchQuery):
    """A tsquery in the notation of PostgreSQL, taken as it stands."""

    template = "(%(expressions)s)::tsquery"


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


def too_common(text: str, languages: Iterable[str], kind: str = "websearch") -> list[str]:
    """Give the languages in which the text is nothing but words that no index holds.

    Very common words are no part of a tsquery: such a text finds nothing, whatever is there.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT tag FROM unnest(%s::text[]) AS tag "  # noqa: S608, a name out of two
            f"WHERE numnode({TO_QUERY[kind]}(search_config(tag), %s)) = 0",
            [list(languages), text.replace("\x00", " ")],
        )
        return [tag for (tag,) in cursor.fetchall()]


def with_neighbours(pieces: Sequence[str], languages: Iterable[str]) -> Q:
    """Give the condition that pieces of text stand next to each other in a row's words.

    The index answers it. A hyphenated word has a place of its own before those of its parts, so
    that the next piece may be one place further on. The first pairs are enough to leave few rows.
    """
    following = zip_longest(pieces, pieces[1:], fillvalue="")
    pairs = list(dict.fromkeys(following))[:MOST_PAIRS] or [("", "")]
    answers = Q(pk__in=[])
    with connection.cursor() as cursor:
        for language in languages:
            cursor.execute(NEIGHBOURS, [language, *map(list, zip(*pairs, strict=True))])
            if written := cursor.fetchone()[0]:
                answers |= Q(language=language, search=Written(written))
    return answers


def unaccented(text: str) -> str:
    """Give the text as `unaccent` has it, which also writes ⑴ as (1) and ˆ as ^."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT unaccent(%s)", [text.replace("\x00", " ")])
        return str(cursor.fetchone()[0])


def words_in(text: str) -> list[str]:
    """Give the words of the text without punctuation, other signs, and marks that stand alone."""
    composed = normalize("NFC", text)
    signs = {ord(sign): " " for sign in set(composed) if category(sign)[0] not in "LMN"}
    words = composed.translate(signs).split()
    return [word for word in words if any(category(sign)[0] in "LN" for sign in word)]


def one_after_another(words: Iterable[str]) -> str:
    """Give the regular expression of the words, whole, with nothing but signs between them.

    Words as `words_in` gives them have no sign that means anything in an expression: letters,
    digits and marks alone. What is done to them afterwards may bring some in.
    """
    return rf"(?<![[:alnum:]]){'[^[:alnum:]]+'.join(words)}(?![[:alnum:]])"


def _query(text: str, language: Combinable, kind: str = "websearch") -> SearchQuery:
    return SearchQuery(text.replace("\x00", " "), config=SearchConfig(language), search_type=kind)
