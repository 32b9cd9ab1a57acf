"""The earlier statements whose words are closest to those of a statement.

They are found by the index of words, among those of the same speakers, and compared by the words
that they have in common: a rare word counts for more than a common one.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log2
from typing import Any

from django.db import connection

from statements.models import Statement
from statements.quoting.plans import Budget, Plan, plan_for, whole
from statements.quoting.terms import Known, Term, known_of
from statements.quoting.words import words_of

# In characters: as much of a statement is compared.
COMPARED = 6000
# What the index may be asked, and how many of the rows that it gives are compared.
BUDGET = Budget(milliseconds=60, rows=4000)
MOST_ROWS = 3000
# Words are weighed in bands: each is half as frequent as the one before.
MOST_WEIGHT = 12
NO_DATE = datetime.date.max

# In common, weighed, for the length of both; of equals, who shares more topics, then the newest.
CLOSEST = """
SELECT id, number FROM (
    SELECT found.*, count(*) OVER () AS number, ({weighed}) / sqrt(20 + length(search)) AS closeness
    FROM (
        SELECT id, search, date_earliest FROM statements_statement
        WHERE search @@ %(query)s::tsquery AND id <> %(own)s
            AND {whose} AND (date_earliest {before} %(day)s OR {any_day})
        LIMIT %(most)s
    ) AS found
) AS rated
ORDER BY round(closeness::numeric) DESC, (
    SELECT count(*) FROM statements_statement_topics AS own
    JOIN statements_statement_topics AS theirs USING (topic_id)
    WHERE own.statement_id = %(own)s AND theirs.statement_id = rated.id
) DESC, date_earliest DESC NULLS LAST, id DESC LIMIT %(shown)s
"""
SPEAKERS = "speaker_id = ANY (%(speakers)s::bigint[])"
PRINTED = "speaker_id IS NULL AND speaker_as_printed = %(printed)s"


@dataclass(frozen=True, slots=True)
class Search:
    """Whose statements are looked for, by the condition `whose`, and how far back they begin.

    `before` compares their first day with that of the statement: `<` or `<=`.
    """

    whose: str
    speakers: Sequence[int] = ()
    printed: str = ""
    before: str = "<"


def closest_of_speaker(statement: Statement, most: int) -> list[int]:
    """Give the keys of the closest statements of the same speaker of earlier days, closest first.

    Who is not identified is known by the name as printed. Where the statement has no date, those
    of all days count. Three queries.
    """
    if statement.speaker_id:
        return _closest(statement, Search(SPEAKERS, [statement.speaker_id]), most)
    return _closest(statement, Search(PRINTED, printed=statement.speaker_as_printed), most)


def closest_of_others(statement: Statement, speakers: Iterable[int], most: int) -> list[int]:
    """Give the keys of the closest statements of these speakers up to the same day."""
    others = sorted(set(speakers) - {statement.speaker_id})
    return _closest(statement, Search(SPEAKERS, others, before="<="), most) if others else []


def _closest(statement: Statement, search: Search, most: int) -> list[int]:
    known = known_of(words_of(statement.text[:COMPARED]))
    if not known.terms:
        return []
    rows: list[tuple[int, int]] = []
    for plan in _plans(known):
        rows = _rows(statement, search, plan, known.terms, most)
        if rows and rows[0][1] < MOST_ROWS:
            break
    return [pk for pk, _ in rows]


def _plans(known: Known) -> Iterator[Plan]:
    """Give the broadest plan, then stricter ones, for where more rows answer than are compared."""
    plan = plan_for(known.terms, known.statements, BUDGET) or whole(known.terms)
    while plan:
        yield plan
        if (stricter := plan.stricter) is None:
            return
        plan = stricter


def _rows(
    statement: Statement, search: Search, plan: Plan, terms: Sequence[Term], most: int
) -> list[tuple[int, int]]:
    """Give the keys of the closest, each with how many rows were compared in all."""
    bands = _bands(terms)
    day = statement.date_earliest
    given: dict[str, Any] = {
        "query": plan.query,
        "own": statement.pk,
        "speakers": list(search.speakers),
        "printed": search.printed,
        "day": day or NO_DATE,
        "most": MOST_ROWS,
        "shown": most,
        **{f"band{weight}": lexemes for weight, lexemes in bands.items()},
    }
    query = CLOSEST.format(
        weighed=_weighed(bands),
        whose=search.whose,
        before=search.before,
        any_day="false" if day else "true",
    )
    with connection.cursor() as cursor:
        cursor.execute(query, given)
        return cursor.fetchall()


def _bands(terms: Iterable[Term]) -> dict[int, list[str]]:
    """Give the lexemes of the terms by their weight: how many times half of all rows have them."""
    bands: dict[int, list[str]] = defaultdict(list)
    for term in terms:
        weight = min(max(round(-log2(term.share or 1)), 1), MOST_WEIGHT)
        bands[weight] += term.lexemes
    return bands


def _weighed(bands: Iterable[int]) -> str:
    """Give the sum, over the bands, of the words in common times the square of their weight."""
    shared = "(length(search) - length(ts_delete(search, %(band{weight})s::text[])))"
    return " + ".join(f"{one * one} * {shared.format(weight=one)}" for one in bands)
