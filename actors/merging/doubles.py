"""Rows that would say the same twice when two records are one.

Which they are the unique indexes of the table say, as the database keeps them: their columns,
expressions and conditions.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection, models

from actors.merging.relations import Reference, column

INDEXES = """
SELECT
    array_agg(pg_get_indexdef(indexrelid, place, true) ORDER BY place),
    coalesce(pg_get_expr(indpred, indrelid), 'true'), indnullsnotdistinct
FROM pg_index, generate_series(1, indnkeyatts) AS place
WHERE indrelid = %s::regclass AND indisunique AND pg_get_indexdef(indexrelid) ~ %s
GROUP BY indexrelid, indpred, indrelid, indnullsnotdistinct ORDER BY indexrelid
"""

# The rows of the one that goes, as they will be, beside those of the one that is kept.
PAIRS = """
SELECT gone.pair_key AS gone, kept.pair_key AS kept
FROM (
    SELECT {key} AS pair_key, {keyed} FROM (
        SELECT {columns} FROM {table} WHERE {column} = %(gone)s
    ) AS moved WHERE {condition}
) AS gone JOIN (
    SELECT {key} AS pair_key, {keyed} FROM {table} WHERE {column} = %(kept)s AND {condition}
) AS kept ON {same}
"""


@dataclass(frozen=True)
class Unique:
    """A unique index: what it is over, on which rows, and whether nulls are equal in it."""

    over: list[str]
    condition: str
    nulls_equal: bool


def doubles(reference: Reference, further: Mapping[type[models.Model], str]) -> str | None:
    """Give the query for pairs of keys, `gone` and `kept`; None where no two rows can be one.

    Its parameters are `kept` and `gone`, the keys of the two records. Each row that goes is in
    one pair at most; `further` are the kind's own queries for pairs, which come last.
    """
    queries = [_pairs(reference, index) for index in _indexes(reference)]
    if own := further.get(reference.field.model):
        queries.append(own)
    if not queries:
        return None
    placed = " UNION ALL ".join(
        f"SELECT *, {place} AS place FROM ({query}) AS pairs"  # noqa: S608, our own names
        for place, query in enumerate(queries)
    )
    return f"SELECT DISTINCT ON (gone) gone, kept FROM ({placed}) AS placed ORDER BY gone, place"  # noqa: S608


def _indexes(reference: Reference) -> list[Unique]:
    with connection.cursor() as cursor:
        name = rf"\m{reference.field.column}\M"
        cursor.execute(INDEXES, [reference.table.name, name])
        return [Unique(*row) for row in cursor.fetchall()]


def _pairs(reference: Reference, index: Unique) -> str:
    table, names = reference.table, [f"k{place}" for place in range(len(index.over))]
    equal = "IS NOT DISTINCT FROM" if index.nulls_equal else "="
    keyed = (f"({_plain(over)}) AS {name}" for over, name in zip(index.over, names, strict=True))
    return PAIRS.format(
        table=table.name,
        key=table.key,
        column=reference.column,
        columns=", ".join(_moved(reference)),
        keyed=", ".join(keyed),
        condition=_plain(index.condition),
        same=" AND ".join(f"gone.{name} {equal} kept.{name}" for name in names),
    )


def _moved(reference: Reference) -> list[str]:
    """Give the columns of a row with the key of the kept record in the place of the other's."""
    fields: list[models.Field[Any, Any]] = [*reference.field.model._meta.local_concrete_fields]
    return [
        f"%(kept)s::bigint AS {reference.column}" if one == reference.field else column(one)
        for one in fields
    ]


def _plain(sql: str) -> str:
    """Give a piece of a query in which a per cent sign stands for itself."""
    return sql.replace("%", "%%")
