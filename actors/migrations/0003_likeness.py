"""Who is called by a name that nobody has in this spelling."""

import django.contrib.postgres.indexes
from django.db import migrations, models

# The trigram indexes find the names that hold something like one of the words; these alone are
# compared with the whole. The first setting is the threshold of `%>` within the function. The
# second is for the planner, who cannot know how few words there are and would read all names for
# each. A word that very many names have, as "of", is looked for in some of them only: it is the
# others that tell whose name it is.
ACTORS_LIKE = """
CREATE FUNCTION public.actors_like(typed text, most integer)
RETURNS TABLE (id bigint, likeness real) LANGUAGE sql STABLE ROWS 20
SET pg_trgm.word_similarity_threshold = 0.37 SET enable_seqscan = off AS $$
    WITH asked AS (SELECT public.fold_name(typed) AS whole),
    pieces AS (
        SELECT DISTINCT piece FROM asked, unnest((string_to_array(whole, ' '))[1:8]) AS piece
        WHERE length(piece) > 1
    ),
    near (id, folded) AS (
        SELECT actor.id, actor.folded FROM pieces, LATERAL (
            SELECT id, folded FROM public.actors_actor WHERE folded OPERATOR(public.%>) piece
            LIMIT 600 / (SELECT count(*) FROM pieces)
        ) AS actor
        UNION
        SELECT other.actor_id, other.folded FROM pieces, LATERAL (
            SELECT actor_id, folded FROM public.actors_actorname
            WHERE folded OPERATOR(public.%>) piece
            LIMIT 600 / (SELECT count(*) FROM pieces)
        ) AS other
    )
    SELECT near.id, max(greatest(
        public.word_similarity(folded, whole), public.word_similarity(whole, folded)
    )) AS likeness
    FROM near, asked GROUP BY near.id ORDER BY likeness DESC, near.id LIMIT most
$$
"""


class Migration(migrations.Migration):
    """After the tables and their trigram indexes."""

    dependencies = [("actors", "0002_models")]
    operations = [
        # For one who bears exactly a name, and for the list of actors in its order.
        migrations.AddIndex(
            model_name="actor",
            index=models.Index(fields=["folded", "id"], name="actor_by_name"),
        ),
        *(
            operation
            for model, name in (
                ("actor", "actor_folded_trgm"), ("actorname", "actor_name_folded_trgm")
            )
            for operation in (
                migrations.RemoveIndex(model_name=model, name=name),
                migrations.AddIndex(
                    model_name=model,
                    index=django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass("folded", name="gin_trgm_ops"),
                        fastupdate=False,
                        name=name,
                    ),
                ),
            )
        ),
        # A function can only be given settings of a library that is loaded.
        migrations.RunSQL("SELECT public.show_limit()", migrations.RunSQL.noop),
        migrations.RunSQL(ACTORS_LIKE, "DROP FUNCTION public.actors_like(text, integer)"),
    ]
