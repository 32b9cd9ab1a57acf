"""The words of the archive, counted in a sample of what is public."""

from django.db import connection

from statements.querysets.editorial import PUBLIC

# So many records are read, from all over the table, and so much of each, in characters.
MOST_RECORDS = 10_000
MOST_READ = 1500
# Words that are rarer than the commonest ones of the sample are left out.
MOST_WORDS = 40_000

ESTIMATE = "SELECT greatest(reltuples, 1) FROM pg_class WHERE oid = %s::regclass"

# `ts_stat` takes a query as a text, in which all is our own: names, and numbers.
COUNT = """
INSERT INTO statements_word (word, uses)
SELECT word, uses FROM (
    SELECT word, nentry AS uses FROM ts_stat($sample$
        SELECT to_tsvector('pg_catalog.simple', {words}) FROM {table} TABLESAMPLE {way}
        WHERE editorial_status IN ({public}) LIMIT {most}
    $sample$) ORDER BY nentry DESC LIMIT {most_words}
) AS counted WHERE is_word(word)
ON CONFLICT (word) DO UPDATE SET uses = EXCLUDED.uses WHERE statements_word.uses < EXCLUDED.uses
"""
WORDS = {
    "statements_statement": f"left(text, {MOST_READ}) || ' ' || speaker_as_printed",
    "statements_exchange": f"title || ' ' || left(summary, {MOST_READ})",
}


def count_words() -> None:
    """Count the words of the archive anew; what a sample does not hold stays as it was.

    Takes a second or two, however large the archive is.
    """
    for table, words in WORDS.items():
        with connection.cursor() as cursor:
            cursor.execute(ESTIMATE, [table])
            cursor.execute(_counting(table, words, float(cursor.fetchone()[0])))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE statements_word")


def _counting(table: str, words: str, records: float) -> str:
    """Give the query; of a large table whole blocks are read, which are spread over it."""
    share = min(100.0, 120.0 * MOST_RECORDS / records)
    return COUNT.format(
        table=table,
        words=words,
        way="BERNOULLI (100)" if share == 100 else f"SYSTEM ({share:.6f})",
        public=", ".join(f"'{status}'" for status in PUBLIC),
        most=MOST_RECORDS,
        most_words=MOST_WORDS,
    )
