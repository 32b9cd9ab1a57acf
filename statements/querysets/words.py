"""Search by words: what a reader's `q` means to the database."""

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from unicodedata import category, normalize

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import connection
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


class Separated(Func):
    """`separated(text, separator)`: the letters of scripts without spaces, apart."""

    function = "separated"
    arity = 2
    output_field = TextField()


def typed(text: str, language: str, kind: str = "websearch") -> SearchQuery:
    """Give the tsquery of what a person typed, stemmed as the language is.

    Understands words, "a phrase", -without and or, as PostgreSQL's websearch_to_tsquery does,
    which takes any text without an error; as "plain", the text is nothing but words.
    """
    return _query(text, configuration(language), kind)


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


def in_languages(text: str, languages: Iterable[str], kind: str = "websearch") -> Q:
    """Give the condition that a row's words answer the text, in the row's own language.

    One condition for all languages that are stemmed in the same way.
    """
    answers = Q(pk__in=[])
    for name, tags in together(languages).items():
        answers |= Q(language__in=tags, search=_query(text, name, kind))
    return answers


def too_common(text: str, languages: Iterable[str], kind: str = "websearch") -> list[str]:
    """Give the languages in which the text is nothing but words that no index holds.

    Very common words are no part of a tsquery: such a text finds nothing, whatever is there.
    """
    by_name = together(languages)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT name FROM unnest(%s::text[]) AS name "  # noqa: S608, a name out of two
            f"WHERE numnode({TO_QUERY[kind]}(name::regconfig, separated(%s, ' '))) = 0",
            [list(by_name), unspaced(sound(text), kind)],
        )
        common = {name for (name,) in cursor.fetchall()}
    return [tag for name, tags in by_name.items() if name in common for tag in tags]


def unspaced(text: str, kind: str = "websearch") -> str:
    """Give what was typed with each run of a script without spaces as a phrase.

    The database keeps the letters of such scripts one by one: in a row, they are the word.
    """
    if kind != "websearch" or not WITHOUT_SPACES.search(text):
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


def _query(text: str, name: str, kind: str = "websearch") -> SearchQuery:
    words = Separated(Value(unspaced(sound(text), kind)), Value(" "))
    return SearchQuery(words, config=Configuration(name), search_type=kind)


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
