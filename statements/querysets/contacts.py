"""Who is on public record at all."""

from collections.abc import Iterable

from django.db import connection

from statements.querysets.editorial import PUBLIC

# Each is one look into an index for each actor.
ON_RECORD = """
SELECT actor FROM unnest(%(actors)s::bigint[]) AS actor
WHERE EXISTS (
    SELECT FROM statements_statement AS record
    WHERE record.speaker_id = actor AND record.editorial_status = ANY (%(public)s)
) OR EXISTS (
    SELECT FROM statements_participation AS part
    JOIN statements_exchange AS record ON record.id = part.exchange_id
    WHERE part.actor_id = actor AND record.editorial_status = ANY (%(public)s)
) OR EXISTS (
    SELECT FROM statements_document AS record
    WHERE record.publisher_id = actor AND record.editorial_status = ANY (%(public)s)
) OR EXISTS (
    SELECT FROM statements_addressee AS addressed
    JOIN statements_statement AS record ON record.id = addressed.statement_id
    WHERE addressed.actor_id = actor AND record.editorial_status = ANY (%(public)s)
)
"""


def on_record(actors: Iterable[int]) -> set[int]:
    """Give those of the actors who spoke, took part, published or were addressed in public."""
    with connection.cursor() as cursor:
        cursor.execute(ON_RECORD, {"actors": list(actors), "public": list(PUBLIC)})
        return {actor for (actor,) in cursor.fetchall()}
