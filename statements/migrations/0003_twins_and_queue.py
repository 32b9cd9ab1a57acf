"""How the same exchange is recognised, and the queue of names that wait for an editor."""

from django.db import migrations

EXCHANGE_WHO = """
CREATE FUNCTION public.exchange_who(bigint) RETURNS text[] LANGUAGE sql STABLE AS $$
    SELECT array_agg(who ORDER BY who)
    FROM public.statements_participation,
        coalesce(actor_id::text, lower(name_as_printed)) AS who
    WHERE exchange_id = $1
$$
"""

# Nobody is known of an exchange without participants, and null equals nothing.
EXCHANGE_TWIN = """
CREATE FUNCTION public.exchange_twin(bigint) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT other.id
    FROM public.statements_exchange AS this
    JOIN public.statements_exchange AS other
        ON other.kind = this.kind AND other.id <> this.id
        AND other.date_earliest = this.date_earliest AND other.date_latest = this.date_latest
    WHERE this.id = $1 AND this.date_earliest = this.date_latest
        AND NOT this.another_that_day AND NOT other.another_that_day
        AND public.exchange_who(other.id) = public.exchange_who(this.id)
    ORDER BY other.id LIMIT 1
$$
"""

UNRESOLVED_NAMES = """
CREATE VIEW public.statements_unresolved_name AS
SELECT name, sum(statements)::int AS statements, sum(participations)::int AS participations,
    sum(documents)::int AS documents, sum(addressees)::int AS addressees,
    sum(attributions)::int AS attributions,
    sum(statements + participations + documents + addressees + attributions)::int AS total
FROM (
    SELECT speaker_as_printed, count(*), 0, 0, 0, 0
        FROM public.statements_statement WHERE speaker_id IS NULL GROUP BY 1
    UNION ALL SELECT name_as_printed, 0, count(*), 0, 0, 0
        FROM public.statements_participation WHERE actor_id IS NULL GROUP BY 1
    UNION ALL SELECT publisher_as_printed, 0, 0, count(*), 0, 0
        FROM public.statements_document WHERE publisher_id IS NULL GROUP BY 1
    UNION ALL SELECT name_as_printed, 0, 0, 0, count(*), 0
        FROM public.statements_addressee WHERE actor_id IS NULL GROUP BY 1
    UNION ALL SELECT name_as_printed, 0, 0, 0, 0, count(*)
        FROM public.statements_attribution WHERE actor_id IS NULL GROUP BY 1
) AS waiting (name, statements, participations, documents, addressees, attributions)
GROUP BY name
"""


class Migration(migrations.Migration):
    """After the tables."""

    dependencies = [("statements", "0002_models")]
    operations = [
        migrations.RunSQL(EXCHANGE_WHO, "DROP FUNCTION public.exchange_who(bigint)"),
        migrations.RunSQL(EXCHANGE_TWIN, "DROP FUNCTION public.exchange_twin(bigint)"),
        migrations.RunSQL(UNRESOLVED_NAMES, "DROP VIEW public.statements_unresolved_name"),
    ]
