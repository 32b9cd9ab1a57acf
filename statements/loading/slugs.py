"""The last part of an address, made of a name: ASCII, short and given once."""

from collections import Counter

from statements.loading.database import rows

BASES = """
SELECT left(btrim(regexp_replace(fold_name(name), '[^a-z0-9]+', '-', 'g'), '-'), 100)
FROM unnest(%s::text[]) WITH ORDINALITY AS given(name, place) ORDER BY place
"""

TAKEN = """
SELECT slug FROM {table} WHERE slug = ANY(%s) OR regexp_replace(slug, '-[0-9]+$', '') = ANY(%s)
"""


def slugs(names: list[str], otherwise: str, *tables: str) -> list[str]:
    """Give a slug for each name that no row of the tables has, nor another of the names.

    A name in letters that have no folding, such as Chinese ones, gets the word `otherwise`. Where
    a slug is taken, -2, -3 and so on are put behind it.
    """
    bases = [base or otherwise for (base,) in rows(BASES, [names])]
    queries = [TAKEN.format(table=table) for table in tables]
    taken = {slug for query in queries for (slug,) in rows(query, [bases, bases])}
    counts: Counter[str] = Counter()
    return [_free(base, taken, counts) for base in bases]


def _free(base: str, taken: set[str], counts: Counter[str]) -> str:
    """Take the first slug that is free, going on from the last number of this base."""
    slug = base
    while slug in taken:
        counts[base] += 1
        slug = f"{base}-{counts[base] + 1}"
    taken.add(slug)
    return slug
