"""How words are found: in scripts without spaces too, by language, and where they are misspelt."""

import django.contrib.postgres.indexes
from django.db import migrations, models

import actors.models.folding
import statements.models.topic

# Han, Japanese, Thai, Lao, Tibetan, Burmese and Khmer: no space stands between their words.
UNSPACED = (
    r"\u0e01-\u0eff\u0f40-\u0fbc\u1000-\u109f\u1780-\u17d3\u2e80-\u2fd5\u3005-\u3007\u3041-\u30ff"
    r"\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
    r"\U0001aff0-\U0001b16f\U00020000-\U0003ffff"
)
# What stands on or behind a letter of theirs, and belongs to it.
MARKS = (
    r"\u0300-\u036f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u0f71-\u0f84"
    r"\u0f8d-\u0fbc\u102b-\u103e\u1056-\u1059\u105e-\u1060\u1062-\u1064\u1067-\u106d\u1071-\u1074"
    r"\u1082-\u108d\u108f\u109a-\u109d\u17b4-\u17d3\u3099\u309a\uff9e\uff9f"
)

# Most texts have no such letter, and pay for one look at them.
SEPARATED = f"""
CREATE FUNCTION public.separated(words text, separator text) RETURNS text LANGUAGE sql
IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN words ~ '[{UNSPACED}]' THEN regexp_replace(
        words, '([{UNSPACED}][{MARKS}]*)', separator || '\\1' || separator, 'g') ELSE words END
$$
"""

SEARCH_WORDS = """
CREATE OR REPLACE FUNCTION public.search_words(language text, words text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT to_tsvector(public.search_config(language), {words})
$$
"""

# The generated column follows from its text: only where such a letter stands is it another one.
# Nothing is written to the history, which keeps what was changed.
WRITTEN_ANEW = "".join(
    f"UPDATE public.statements_{table} SET {text} = {text} WHERE {words} ~ '[{UNSPACED}]';"
    for table, text, words in (
        ("statement", "text", "(text || speaker_as_printed || attribution_as_printed)"),
        ("exchange", "title", "(title || summary || place || condition)"),
        ("translation", "text", "text"),
    )
)

WORD_FORMS = """
CREATE FUNCTION public.word_forms(words text) RETURNS SETOF text LANGUAGE sql
IMMUTABLE PARALLEL SAFE AS $$
    SELECT lexeme FROM unnest(to_tsvector('pg_catalog.simple', words)) WHERE public.is_word(lexeme)
$$
"""

IS_WORD = f"""
CREATE FUNCTION public.is_word(form text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT form ~ '^[^[:digit:][:punct:][:space:]]{{3,40}}$' AND form !~ '[{UNSPACED}]'
$$
"""

# A word that is there is left alone: writers do not wait for one another. An import of very many
# rows counts a sample of them when it has ended.
NOTE_WORDS = """
CREATE FUNCTION public.note_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT count(*) FROM (SELECT FROM new_rows LIMIT 21) AS few) > 20 THEN
        RETURN NULL;
    END IF;
    INSERT INTO public.statements_word (word, uses)
    SELECT DISTINCT form, 1
    FROM (SELECT * FROM new_rows WHERE editorial_status IN ('published', 'retracted')) AS record,
        public.word_forms({words}) AS form
    ORDER BY form ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$
"""

# Words that are spelt nearly so, by the trigrams that they share: half of those of a word of six
# letters are gone with two letters that changed places.
WORDS_LIKE = """
CREATE FUNCTION public.words_like(typed text, most integer)
RETURNS TABLE (word text, uses integer) LANGUAGE sql STABLE ROWS 50
SET pg_trgm.similarity_threshold = 0.25 SET enable_seqscan = off AS $$
    SELECT near.word, near.uses
    FROM public.statements_word AS near, (SELECT public.fold_name(typed) AS whole) AS asked
    WHERE folded OPERATOR(public.%) whole
    ORDER BY public.similarity(folded, whole) DESC, near.uses DESC, near.word LIMIT most
$$
"""

# For an archive that holds something already; later an import counts anew.
FIRST_WORDS = """
INSERT INTO public.statements_word (word, uses)
SELECT word, nentry FROM ts_stat($sample$
    (SELECT to_tsvector('pg_catalog.simple', left(text, 1500) || ' ' || speaker_as_printed)
    FROM public.statements_statement
    WHERE editorial_status IN ('published', 'retracted') LIMIT 10000)
    UNION ALL
    (SELECT to_tsvector('pg_catalog.simple', title || ' ' || left(summary, 1500))
    FROM public.statements_exchange
    WHERE editorial_status IN ('published', 'retracted') LIMIT 10000)
$sample$) WHERE public.is_word(word) ORDER BY nentry DESC LIMIT 40000
"""

NOTED = {
    "statement": "left(text, 20000) || ' ' || speaker_as_printed",
    "exchange": "title || ' ' || left(summary, 20000)",
}


def noting(record: str, words: str) -> str:
    """Give the statements by which what is entered or changed adds to the vocabulary."""
    function = NOTE_WORDS.format(words=words).replace("note_words", f"note_words_of_{record}")
    return function + ";" + "".join(
        f"CREATE TRIGGER note_words_{operation.lower()} AFTER {operation} "
        f"ON public.statements_{record} REFERENCING NEW TABLE AS new_rows "
        f"FOR EACH STATEMENT EXECUTE FUNCTION public.note_words_of_{record}();"
        for operation in ("INSERT", "UPDATE")
    )


def not_noting(record: str) -> str:
    """Give the statements that undo it."""
    return (
        f"DROP TRIGGER note_words_insert ON public.statements_{record};"
        f"DROP TRIGGER note_words_update ON public.statements_{record};"
        f"DROP FUNCTION public.note_words_of_{record}();"
    )


# Name and aliases of a topic, folded, between bars, for one trigram index over all of them.
FOLDED_NAMES = """
CREATE FUNCTION public.folded_names(name text, aliases text[]) RETURNS text LANGUAGE sql
IMMUTABLE PARALLEL SAFE AS $$
    SELECT string_agg('|' || public.fold_name(one), '') || '|' FROM unnest(name || aliases) AS one
$$
"""

# As `actors_like` finds actors.
TOPICS_LIKE = """
CREATE FUNCTION public.topics_like(typed text, most integer)
RETURNS TABLE (id bigint, likeness real) LANGUAGE sql STABLE ROWS 20
SET pg_trgm.word_similarity_threshold = 0.37 SET enable_seqscan = off AS $$
    WITH asked AS (SELECT public.fold_name(typed) AS whole),
    pieces AS (
        SELECT DISTINCT piece FROM asked, unnest((string_to_array(whole, ' '))[1:8]) AS piece
        WHERE length(piece) > 1
    ),
    near (id, names) AS (
        SELECT DISTINCT topic.* FROM pieces, LATERAL (
            SELECT id, folded_names FROM public.statements_topic
            WHERE folded_names OPERATOR(public.%>) piece
            LIMIT 600 / (SELECT count(*) FROM pieces)
        ) AS topic
    )
    SELECT near.id, public.word_similarity(whole, names) AS likeness
    FROM near, asked ORDER BY likeness DESC, near.id LIMIT most
$$
"""


class Migration(migrations.Migration):
    """The words of an archive that holds scripts without spaces are read anew at the end."""

    dependencies = [("statements", "0005_postings"), ("actors", "0002_models")]
    operations = [
        migrations.RunSQL(SEPARATED, "DROP FUNCTION public.separated(text, text)"),
        migrations.RunSQL(
            SEARCH_WORDS.format(words="public.separated(words, ' ')"),
            SEARCH_WORDS.format(words="words"),
        ),
        migrations.AddIndex(
            model_name="statement",
            index=models.Index(fields=["editorial_status", "language"], name="statement_languages"),
        ),
        migrations.CreateModel(
            name="Word",
            fields=[
                ("word", models.TextField(primary_key=True, serialize=False)),
                ("uses", models.IntegerField()),
                (
                    "folded",
                    models.GeneratedField(
                        db_persist=True,
                        expression=actors.models.folding.Fold("word"),
                        output_field=models.TextField(),
                    ),
                ),
            ],
            options={"default_permissions": ()},
        ),
        migrations.AddIndex(
            model_name="word",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass("folded", name="gin_trgm_ops"),
                fastupdate=False,
                name="word_folded_trgm",
            ),
        ),
        migrations.RunSQL(IS_WORD, "DROP FUNCTION public.is_word(text)"),
        migrations.RunSQL(FIRST_WORDS, migrations.RunSQL.noop),
        migrations.RunSQL(WORD_FORMS, "DROP FUNCTION public.word_forms(text)"),
        *(
            migrations.RunSQL(noting(record, words), not_noting(record))
            for record, words in NOTED.items()
        ),
        migrations.RunSQL(FOLDED_NAMES, "DROP FUNCTION public.folded_names(text, text[])"),
        migrations.AddField(
            model_name="topic",
            name="folded_names",
            field=models.GeneratedField(
                db_persist=True,
                expression=statements.models.topic.FoldedNames("name", "aliases"),
                output_field=models.TextField(),
            ),
        ),
        migrations.RemoveIndex(model_name="topic", name="topic_folded_trgm"),
        *(
            migrations.AddIndex(
                model_name="topic",
                index=django.contrib.postgres.indexes.GinIndex(
                    django.contrib.postgres.indexes.OpClass(field, name="gin_trgm_ops"),
                    fastupdate=False,
                    name=name,
                ),
            )
            for field, name in (
                ("folded", "topic_folded_trgm"), ("folded_names", "topic_names_trgm")
            )
        ),
        # A function can only be given settings of a library that is loaded.
        migrations.RunSQL("SELECT public.show_limit()", migrations.RunSQL.noop),
        migrations.RunSQL(WORDS_LIKE, "DROP FUNCTION public.words_like(text, integer)"),
        migrations.RunSQL(TOPICS_LIKE, "DROP FUNCTION public.topics_like(text, integer)"),
        migrations.RunSQL(WRITTEN_ANEW, WRITTEN_ANEW),
    ]
