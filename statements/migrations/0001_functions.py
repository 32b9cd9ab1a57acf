"""The functions and text-search configurations that the tables' generated columns use."""

from django.db import migrations

# Primary language subtags of BCP 47 and the Snowball stemmers that PostgreSQL 15 brings.
STEMMERS = {
    "ar": "arabic", "hy": "armenian", "eu": "basque", "ca": "catalan", "da": "danish",
    "nl": "dutch", "en": "english", "fi": "finnish", "fr": "french", "de": "german",
    "el": "greek", "hi": "hindi", "hu": "hungarian", "id": "indonesian", "ga": "irish",
    "it": "italian", "lt": "lithuanian", "ne": "nepali", "no": "norwegian", "nb": "norwegian",
    "nn": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "es": "spanish", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip

# Folding accents before the stemmer would cut letters of these scripts (й to и), not accents.
NOT_FOLDED = {"arabic", "armenian", "hindi", "nepali", "russian", "serbian", "tamil", "yiddish"}


def configuration(stemmer: str) -> str:
    """Give the statements that make `verbatim_<stemmer>`, which folds accents before it stems."""
    name = f"public.verbatim_{stemmer}"
    folding = "" if stemmer in NOT_FOLDED else "public.unaccent, "
    dictionary = "simple" if stemmer == "simple" else f"{stemmer}_stem"
    return (
        f"CREATE TEXT SEARCH CONFIGURATION {name} (COPY = pg_catalog.{stemmer});"
        f"ALTER TEXT SEARCH CONFIGURATION {name} ALTER MAPPING FOR word, hword, hword_part "
        f"WITH {folding}pg_catalog.{dictionary};"
    )


def search_config_sql() -> str:
    """Give the statement that makes `search_config(language)`."""
    cases = " ".join(
        f"WHEN '{tag}' THEN 'public.verbatim_{name}'::regconfig" for tag, name in STEMMERS.items()
    )
    return (
        "CREATE FUNCTION public.search_config(text) RETURNS regconfig LANGUAGE sql "
        "IMMUTABLE PARALLEL SAFE AS $$ SELECT CASE split_part(lower($1), '-', 1) "
        f"{cases} ELSE 'public.verbatim_simple'::regconfig END $$"
    )


SEARCH_WORDS = """
CREATE FUNCTION public.search_words(language text, words text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT to_tsvector(public.search_config(language), words)
$$
"""

# The database's encoding cannot change, so that the bytes of a text are immutable although
# convert_to is only marked stable.
SHA256_HEX = """
CREATE FUNCTION public.sha256_hex(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ SELECT encode(sha256(convert_to($1, 'UTF8')), 'hex') $$
"""

# Bytes 6 and 8 of a random UUID hold its version and variant; the others are random. Letters that
# are mistaken for digits are left out (Crockford's base 32).
PUBLIC_ID = """
CREATE FUNCTION public.public_id() RETURNS text LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
    SELECT string_agg(
        substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (get_byte(random.bytes, at) & 31), 1), '')
    FROM (SELECT uuid_send(gen_random_uuid()) AS bytes) AS random,
        unnest(ARRAY[0, 1, 2, 3, 4, 5, 9, 10, 11, 12, 13, 14]) AS at
$$
"""

INSTANT = """
CREATE FUNCTION public.instant(edtf text, clock time, zone text) RETURNS timestamptz
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN public.edtf_precision(edtf) = 'day'
            AND public.is_time_zone(zone)
        THEN (public.edtf_earliest(edtf) + clock) AT TIME ZONE zone END
$$
"""

# There is no other test of a zone that is quick: pg_timezone_names reads every file of its folder.
IS_TIME_ZONE = """
CREATE FUNCTION public.is_time_zone(zone text) RETURNS boolean LANGUAGE plpgsql
IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    PERFORM timestamp '2000-01-01' AT TIME ZONE zone;
    RETURN true;
EXCEPTION WHEN invalid_parameter_value THEN
    RETURN false;
END
$$
"""

ARE_COUNTRY_CODES = """
CREATE FUNCTION public.are_country_codes(codes character varying[]) RETURNS boolean LANGUAGE sql
IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT coalesce(bool_and(code ~ '^[A-Z]{2}$'), true) FROM unnest(codes) AS code
$$
"""

# Soft hyphens and zero-width characters stand inside words and are no part of them.
ONLY_WORDS = """
CREATE FUNCTION public.only_words(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
    SELECT btrim(regexp_replace(
        translate(lower(normalize($1, NFKC)), U&'\\00AD\\200B\\200C\\200D\\2060\\FEFF', ''),
        '[^[:alnum:]]+', ' ', 'g'))
$$
"""


class Migration(migrations.Migration):
    """First of all: the tables of the next migration use what is made here."""

    initial = True
    dependencies = [("dates", "0001_functions"), ("actors", "0001_functions")]
    operations = [
        *(
            migrations.RunSQL(
                configuration(stemmer),
                f"DROP TEXT SEARCH CONFIGURATION public.verbatim_{stemmer}",
            )
            for stemmer in ["simple", *dict.fromkeys(STEMMERS.values())]
        ),
        migrations.RunSQL(search_config_sql(), "DROP FUNCTION public.search_config(text)"),
        migrations.RunSQL(SEARCH_WORDS, "DROP FUNCTION public.search_words(text, text)"),
        migrations.RunSQL(SHA256_HEX, "DROP FUNCTION public.sha256_hex(text)"),
        migrations.RunSQL(PUBLIC_ID, "DROP FUNCTION public.public_id()"),
        migrations.RunSQL(ONLY_WORDS, "DROP FUNCTION public.only_words(text)"),
        migrations.RunSQL(
            ARE_COUNTRY_CODES, "DROP FUNCTION public.are_country_codes(character varying[])"
        ),
        migrations.RunSQL(IS_TIME_ZONE, "DROP FUNCTION public.is_time_zone(text)"),
        migrations.RunSQL(INSTANT, "DROP FUNCTION public.instant(text, time, text)"),
    ]
