"""The log of what changed, by which each process keeps its postings up to date."""

from django.db import migrations

# `xid` is the transaction that changed the records from `first_id` to `last_id`: a reader asks
# for what its last snapshot did not see, whatever the order in which transactions end.
CHANGE = """
CREATE TABLE public.statements_change (
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    noted_at timestamptz NOT NULL DEFAULT now(),
    record text NOT NULL CHECK (record IN ('statement', 'exchange')),
    first_id bigint NOT NULL,
    last_id bigint NOT NULL CHECK (last_id >= first_id)
);
CREATE INDEX statements_change_xid ON public.statements_change (xid);
CREATE INDEX statements_change_noted_at ON public.statements_change (noted_at);
"""

# Ids that follow one another are one row, and very many scattered ones are one row from the first
# to the last: a reader of so many changes begins anew anyway. What is older than a week goes; two
# writers do not wait for one another to take it away.
NOTE_RECORDS = """
CREATE FUNCTION public.note_records(record text, ids bigint[]) RETURNS void
LANGUAGE sql AS $$
    DELETE FROM public.statements_change WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM public.statements_change
        WHERE noted_at < now() - interval '7 days' LIMIT 1000 FOR UPDATE SKIP LOCKED
    ));
    WITH places AS (
        SELECT id, id - row_number() OVER (ORDER BY id) AS island
        FROM (SELECT DISTINCT id FROM unnest(ids) AS id WHERE id IS NOT NULL) AS changed
    ), islands AS (
        SELECT min(id) AS first_id, max(id) AS last_id FROM places GROUP BY island
    ), grouped AS (
        SELECT CASE WHEN (SELECT count(*) FROM islands) > 1000 THEN 0 ELSE first_id END AS one, *
        FROM islands
    )
    INSERT INTO public.statements_change (record, first_id, last_id)
    SELECT $1, min(first_id), max(last_id) FROM grouped GROUP BY one;
$$
"""

# Its arguments: the record, the column of the table that leads to it, and, where that is not the
# record's own id, the query that gives the ids of the records for those in the column.
NOTE_CHANGE = """
CREATE FUNCTION public.note_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    found text := format('SELECT %I FROM %s', TG_ARGV[1],
        CASE TG_OP WHEN 'DELETE' THEN 'old_rows' ELSE 'new_rows' END);
BEGIN
    IF TG_OP = 'UPDATE' THEN
        found := found || format(' UNION SELECT %I FROM old_rows', TG_ARGV[1]);
    END IF;
    IF TG_NARGS > 2 THEN
        found := replace(TG_ARGV[2], '{these}', found);
    END IF;
    EXECUTE format(
        'SELECT public.note_records($1, array_agg(id)) FROM (%s) AS touched (id)', found
    ) USING TG_ARGV[0];
    RETURN NULL;
END
$$
"""

NOTE_ALL = """
CREATE FUNCTION public.note_all() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO public.statements_change (record, first_id, last_id)
    VALUES ('statement', 0, 9223372036854775807), ('exchange', 0, 9223372036854775807);
    RETURN NULL;
END
$$
"""

NOTE_COUNTRY = """
CREATE FUNCTION public.note_country() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM public.note_records('statement', ARRAY(
        SELECT id FROM public.statements_statement WHERE speaker_id = NEW.id));
    PERFORM public.note_records('exchange', ARRAY(
        SELECT exchange_id FROM public.statements_participation WHERE actor_id = NEW.id));
    RETURN NULL;
END
$$
"""

# Names and titles stand in no posting, but on the pages that are kept, and what is typed for a
# name depends on whose names there are. 0 is the id of no record.
NOTE_REFERENCE = """
CREATE FUNCTION public.note_reference() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO public.statements_change (record, first_id, last_id)
    VALUES ('statement', 0, 0), ('exchange', 0, 0);
    RETURN NULL;
END
$$
"""
REFERENCES = (
    "actors_actor", "actors_actorname", "actors_formeraddress", "actors_tenure", "statements_topic",
)  # fmt: skip

THROUGH_EXCHANGE = "SELECT id FROM public.statements_statement WHERE exchange_id IN ({these})"
THROUGH_DOCUMENT = "SELECT id FROM public.statements_statement WHERE document_id IN ({these})"

# Table, then the arguments of `note_change`.
NOTED = [
    ("statement", "statement", "id"),
    ("statement_topics", "statement", "statement_id"),
    ("addressee", "statement", "statement_id"),
    ("document", "statement", "id", THROUGH_DOCUMENT),
    ("exchange", "statement", "id", THROUGH_EXCHANGE),
    ("exchange", "exchange", "id"),
    ("exchange_topics", "exchange", "exchange_id"),
    ("participation", "exchange", "exchange_id"),
    ("participation", "statement", "exchange_id", THROUGH_EXCHANGE),
]
TRANSITIONS = {
    "INSERT": "NEW TABLE AS new_rows",
    "UPDATE": "OLD TABLE AS old_rows NEW TABLE AS new_rows",
    "DELETE": "OLD TABLE AS old_rows",
}


def noting(table: str, record: str, *arguments: str) -> str:
    """Give the statements that make the triggers by which a table notes changes of a record."""
    quoted = ", ".join(f"'{argument}'" for argument in (record, *arguments))
    return "".join(
        f"CREATE TRIGGER note_{record}_{operation.lower()} AFTER {operation} "
        f"ON public.statements_{table} REFERENCING {rows} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION public.note_change({quoted});"
        for operation, rows in TRANSITIONS.items()
    )


def noting_truncation(table: str) -> str:
    """Give the statement that makes the trigger by which an emptied table is noted."""
    return (
        f"CREATE TRIGGER note_truncation AFTER TRUNCATE ON public.statements_{table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION public.note_all();"
    )


# A topic that moves takes the records below it along; a rename changes no posting.
NOTING_TOPICS = """
CREATE TRIGGER note_move AFTER UPDATE OF parent_id ON public.statements_topic FOR EACH ROW
WHEN (OLD.parent_id IS DISTINCT FROM NEW.parent_id) EXECUTE FUNCTION public.note_all();
CREATE TRIGGER note_country AFTER UPDATE OF country ON public.actors_actor FOR EACH ROW
WHEN (OLD.country IS DISTINCT FROM NEW.country) EXECUTE FUNCTION public.note_country();
"""

TABLES = list(dict.fromkeys(table for table, *_ in NOTED))

UNDO = "".join(
    f"DROP TRIGGER note_{record}_{operation.lower()} ON public.statements_{table};"
    for table, record, *_ in NOTED
    for operation in TRANSITIONS
) + "".join(f"DROP TRIGGER note_truncation ON public.statements_{table};" for table in TABLES)


class Migration(migrations.Migration):
    """No model: the log is written by triggers and read by `statements.postings` alone."""

    dependencies = [("statements", "0004_roles"), ("actors", "0002_models")]
    operations = [
        migrations.RunSQL(CHANGE, "DROP TABLE public.statements_change"),
        migrations.RunSQL(NOTE_RECORDS, "DROP FUNCTION public.note_records(text, bigint[])"),
        migrations.RunSQL(NOTE_CHANGE, "DROP FUNCTION public.note_change()"),
        migrations.RunSQL(NOTE_ALL, "DROP FUNCTION public.note_all()"),
        migrations.RunSQL(NOTE_COUNTRY, "DROP FUNCTION public.note_country()"),
        migrations.RunSQL(NOTE_REFERENCE, "DROP FUNCTION public.note_reference()"),
        migrations.RunSQL(
            "".join(
                "CREATE TRIGGER note_reference AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE "
                f"ON public.{table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION public.note_reference();"
                for table in REFERENCES
            ),
            "".join(f"DROP TRIGGER note_reference ON public.{table};" for table in REFERENCES),
        ),
        migrations.RunSQL("".join(noting(*noted) for noted in NOTED), UNDO),
        migrations.RunSQL("".join(map(noting_truncation, TABLES)), migrations.RunSQL.noop),
        migrations.RunSQL(
            NOTING_TOPICS,
            "DROP TRIGGER note_move ON public.statements_topic;"
            "DROP TRIGGER note_country ON public.actors_actor",
        ),
    ]
