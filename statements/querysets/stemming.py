"""Which languages are stemmed in the same way, as the database's `search_config` has it."""

from collections.abc import Iterable

from django.db import connection
from django.db.models import Func, Value

from statements.querysets.editorial import PUBLIC

# By the primary subtag of a BCP 47 tag. Languages without a stemmer share the simple one.
STEMMERS = {
    "ar": "arabic", "hy": "armenian", "eu": "basque", "ca": "catalan", "da": "danish",
    "nl": "dutch", "en": "english", "fi": "finnish", "fr": "french", "de": "german",
    "el": "greek", "hi": "hindi", "hu": "hungarian", "id": "indonesian", "ga": "irish",
    "it": "italian", "lt": "lithuanian", "ne": "nepali", "no": "norwegian", "nb": "norwegian",
    "nn": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "es": "spanish", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip

# From each language to the next one in the index, however many rows there are between.
LANGUAGES = """
WITH RECURSIVE used (status, language) AS (
    SELECT status, (
        SELECT min(language) FROM statements_statement WHERE editorial_status = status
    ) FROM unnest(%s::text[]) AS status
    UNION ALL
    SELECT status, (
        SELECT min(record.language) FROM statements_statement AS record
        WHERE record.editorial_status = used.status AND record.language > used.language
    ) FROM used WHERE language IS NOT NULL
)
SELECT DISTINCT language FROM used WHERE language IS NOT NULL ORDER BY language
"""


class Configuration(Func):
    """A text-search configuration as a constant, which the planner need not work out."""

    template = "%(expressions)s::regconfig"
    arity = 1

    def __init__(self, name: str) -> None:
        super().__init__(Value(name))


def configuration(language: str) -> str:
    """Give the name of the text-search configuration of a BCP 47 tag."""
    return f"public.verbatim_{STEMMERS.get(language.lower().split('-')[0], 'simple')}"


def together(languages: Iterable[str]) -> dict[str, list[str]]:
    """Give the languages by the configuration that they share."""
    grouped: dict[str, list[str]] = {}
    for language in languages:
        grouped.setdefault(configuration(language), []).append(language)
    return grouped


def languages_in_use(statuses: Iterable[str] = PUBLIC) -> list[str]:
    """Give the languages of all statements with one of the editorial statuses, in order.

    One query, which costs as much as there are languages.
    """
    with connection.cursor() as cursor:
        cursor.execute(LANGUAGES, [list(statuses)])
        return [language for (language,) in cursor.fetchall()]
