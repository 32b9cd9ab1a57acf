"""What a typed text means to each language, so that each meaning is asked for once."""

from collections.abc import Iterable

from django.db import connection
from django.db.models import Q, QuerySet

from statements.querysets.stemming import together
from statements.querysets.words import Written, sound, unspaced

ANY = Q()

# A text that is nothing but very common words means nothing.
MEANINGS = """
SELECT name, meaning::text
FROM unnest(%s::text[]) AS name,
    LATERAL websearch_to_tsquery(name::regconfig, separated(%s, ' ')) AS meaning
WHERE numnode(meaning) > 0
"""


def meanings(text: str, languages: Iterable[str]) -> dict[str, list[str]]:
    """Give the languages by what the text means in them: a tsquery as PostgreSQL writes it."""
    by_name = together(languages)
    with connection.cursor() as cursor:
        cursor.execute(MEANINGS, [list(by_name), unspaced(sound(text))])
        found: dict[str, list[str]] = {}
        for name, meaning in cursor.fetchall():
            found.setdefault(meaning, []).extend(by_name[name])
        return found


def estimate(parts: Iterable[QuerySet]) -> int:
    """Give how many rows the planner thinks that there are in all of the querysets together.

    One query, which costs about a millisecond, if there is any part.
    """
    if not (several := [rows.order_by().values("pk") for rows in parts]):
        return 0
    together = several[0].union(*several[1:], all=True) if several[1:] else several[0]
    sql, parameters = together.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", parameters)
        [(plan,)] = cursor.fetchall()
    return int(plan[0]["Plan"]["Plan Rows"])


def answering(rows: QuerySet, meaning: str, condition: Q = ANY) -> QuerySet:
    """Keep the rows whose words answer a meaning, whatever their language, and a condition."""
    return rows.filter(condition, search=Written(meaning))
