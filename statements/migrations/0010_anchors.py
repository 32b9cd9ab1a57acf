"""Which words of a source a statement's text may leave out or put in."""

import django.contrib.postgres.operations
import django.db.models.lookups
from django.db import migrations, models

import statements.models.statement

# As `statements.cuts` and `statements.folding` have them; a test holds them together.
SPACES = r"\t-\r \u00a0\u2000-\u200a\u202f\u205f\u3000"
LETTERS = (
    r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0137\u0139-\u0148\u014a-\u017e"
    r"\u0386\u0388-\u03ce\u0400-\u052f"
)
OPENS, CLOSES = r"\u005b\uff3b", r"\u005d\uff3d"
CASE = rf"[{OPENS}]([{LETTERS}])[{CLOSES}](?=[{LETTERS}])"
BRACKETED = rf"[{OPENS}][^{OPENS}{CLOSES}]*[{CLOSES}]"
DOTS = rf"(?:\u2026|\.[{SPACES}]?\.[{SPACES}]?\.)[{SPACES}.\u2026]*"
GAP = rf"(?!{CASE}){BRACKETED}|(?:\([{SPACES}]*)?{DOTS}\)?"
MOST_GAPS = 100
LONGEST_GAP = 2_000
UNSEEN = r"\u00ad\u200b-\u200f\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff"
TYPOGRAPHY = (
    r"\u0022\u0027\u0060\u00ab\u00b4\u00bb\u02bc\u2018-\u201f\u2032\u2033\u2039\u203a"
    r"\u300c-\u300f\uff02\uff07\u002d\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d"
)

# The words of a text, as `only_words` has them, for which no typography makes a difference. What
# is no letter with a capital, and no digit, stands by itself: a piece may end on either side of it.
QUOTED_WORDS = rf"""
CREATE OR REPLACE FUNCTION public.quoted_words(quoted text) RETURNS text LANGUAGE sql
IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT public.only_words(
        regexp_replace(
            regexp_replace(
                regexp_replace(
                    regexp_replace(quoted, '[{UNSEEN}]+', '', 'g'), '[{TYPOGRAPHY}]', ' ', 'g'
                ),
                '{CASE}', '\1', 'g'
            ),
            '([^0-9{LETTERS} ])', ' \1 ', 'g'
        )
    )
$$
"""

# The pieces between ellipses and bracketed words stand in the source in order, none within a
# longer word, the first at its beginning and the last at its end.
QUOTES = rf"""
CREATE OR REPLACE FUNCTION public.quotes(quotation text, source text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    parts text[] := regexp_split_to_array(quotation, '{GAP}');
    gaps integer := cardinality(parts) - 1;
    rest text := ' ' || public.quoted_words(source) || ' ';
    pieces text[];
    piece text;
    place integer;
BEGIN
    IF gaps > {MOST_GAPS}
        OR gaps > 0 AND length(source) > length(quotation) + {LONGEST_GAP} * gaps
    THEN
        RETURN false;
    END IF;
    SELECT array_agg(' ' || words || ' ' ORDER BY number) INTO pieces FROM (
        SELECT public.quoted_words(part) AS words, number
        FROM unnest(parts) WITH ORDINALITY AS cut (part, number)
    ) AS cut WHERE words <> '';
    IF pieces IS NULL OR cardinality(pieces) = 1 THEN
        RETURN coalesce(pieces[1] = rest, false);
    END IF;
    piece := pieces[cardinality(pieces)];
    IF NOT starts_with(rest, pieces[1]) OR right(rest, length(piece)) <> piece
        OR length(pieces[1]) + length(piece) > length(rest) + 1
    THEN
        RETURN false;
    END IF;
    rest := substr(
        rest, length(pieces[1]), length(rest) - length(pieces[1]) - length(piece) + 2
    );
    FOREACH piece IN ARRAY pieces[2:cardinality(pieces) - 1] LOOP
        place := strpos(rest, piece);
        IF place = 0 THEN
            RETURN false;
        END IF;
        rest := substr(rest, place + length(piece) - 1);
    END LOOP;
    RETURN true;
END
$$
"""

TABLE, NAME = "public.statements_statement", "statement_anchor_has_its_words"
SAME = """"snapshot_id" IS NULL OR "anchor_exact" = "text"
    OR public.only_words("text") = public.only_words("anchor_exact")"""
PUT = "ALTER TABLE {} DROP CONSTRAINT IF EXISTS {}, ADD CONSTRAINT {} CHECK ({}) NOT VALID"


def put(condition: str) -> str:
    """Give the rule in place of the one before, without reading what is there."""
    return PUT.format(TABLE, NAME, NAME, condition)


class Migration(migrations.Migration):
    """Not in one transaction, which would lock the table until all of it is read."""

    atomic = False
    dependencies = [("statements", "0009_desk")]
    operations = [
        migrations.RunSQL(QUOTED_WORDS, "DROP FUNCTION IF EXISTS public.quoted_words(text)"),
        migrations.RunSQL(QUOTES, "DROP FUNCTION IF EXISTS public.quotes(text, text)"),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    put(f'{SAME} OR public.quotes("text", "anchor_exact")'), put(SAME)
                )
            ],
            state_operations=[
                migrations.RemoveConstraint("statement", NAME),
                migrations.AddConstraint(
                    "statement",
                    models.CheckConstraint(
                        name=NAME,
                        condition=models.Q(snapshot=None)
                        | models.Q(anchor_exact=models.F("text"))
                        | models.Q(
                            django.db.models.lookups.Exact(
                                statements.models.statement.OnlyWords("text"),
                                statements.models.statement.OnlyWords("anchor_exact"),
                            )
                        )
                        | models.Q(statements.models.statement.Quotes("text", "anchor_exact")),
                        violation_error_message="The words at the anchor are not those of the "
                        "statement.",
                    ),
                ),
            ],
        ),
        django.contrib.postgres.operations.ValidateConstraint("statement", NAME),
    ]
