"""The index by which a quotation is found in the copies of the sources."""

import django.contrib.postgres.indexes
from django.db import migrations

import statements.models.snapshot

# A tsvector holds 1 MB, with the places of the words before they are stripped: a text of many long
# words is cut shorter. What is cut off is kept, and only not found by this index.
COPY_WORDS = """
CREATE FUNCTION public.copy_words(text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE STRICT
PARALLEL UNSAFE COST 10000 AS $$
DECLARE
    longest integer := 300000;
BEGIN
    LOOP
        BEGIN
            RETURN strip(public.search_words('und', left($1, longest)));
        EXCEPTION WHEN program_limit_exceeded THEN
            longest := longest / 2;
        END;
    END LOOP;
END
$$
"""

# ANALYZE would read every copy of its sample again to count words that no plan depends on.
NO_STATISTICS = "ALTER INDEX public.snapshot_words ALTER COLUMN 1 SET STATISTICS 0"


class Migration(migrations.Migration):
    """No column holds the words of a copy: they are as long as the text."""

    dependencies = [("statements", "0006_words")]
    operations = [
        migrations.RunSQL(COPY_WORDS, "DROP FUNCTION public.copy_words(text)"),
        migrations.AddIndex(
            model_name="snapshot",
            index=django.contrib.postgres.indexes.GinIndex(
                statements.models.snapshot.CopyWords("text"), name="snapshot_words"
            ),
        ),
        migrations.RunSQL(NO_STATISTICS, migrations.RunSQL.noop),
    ]
