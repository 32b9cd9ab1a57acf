"""What triggers ask before they write history, in place of what pgtrigger and pghistory ask."""

from django.db import migrations

# Only whoever may act as the owner of this function, and so of the tables, has triggers ignored:
# an import does. Whoever serves the web only says so. `session_user` is who signed in, also inside
# of functions that run as their owner. The expression is read now, and by no later search path.
TRIGGER_IS_IGNORED = """
CREATE OR REPLACE FUNCTION public.trigger_is_ignored(name name) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER
RETURN CASE
    WHEN coalesce(current_setting('pgtrigger.ignore', true), '') = '' THEN false
    WHEN NOT pg_has_role(session_user, current_user, 'MEMBER') THEN false
    ELSE name::text = ANY (current_setting('pgtrigger.ignore')::text[])
END;
REVOKE EXECUTE ON FUNCTION public.trigger_is_ignored(name) FROM PUBLIC;
"""

# Who makes the change, by what the session says of it. What was said first stays; more may be said
# while the request can still run.
HISTORY_CONTEXT = """
CREATE OR REPLACE FUNCTION public.history_context() RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    said_id uuid := nullif(current_setting('pghistory.context_id', true), '')::uuid;
    said jsonb := nullif(current_setting('pghistory.context_metadata', true), '')::jsonb;
BEGIN
    IF said_id IS NULL OR said IS NULL THEN
        RETURN NULL;
    END IF;
    IF jsonb_typeof(said) <> 'object' THEN
        RAISE invalid_parameter_value USING MESSAGE = 'What is said of a change has to be an object.';
    END IF;
    INSERT INTO public.pghistory_context AS kept (id, metadata, created_at, updated_at)
    VALUES (said_id, said, now(), now())
    ON CONFLICT (id) DO UPDATE SET metadata = said || kept.metadata, updated_at = now()
    WHERE kept.created_at > now() - interval '10 minutes'
        AND said || kept.metadata <> kept.metadata;
    RETURN said_id;
END
$$;
REVOKE EXECUTE ON FUNCTION public.history_context() FROM PUBLIC;
"""


class Migration(migrations.Migration):
    """`config.rights`, which each `migrate` ends with, has the triggers call these functions.

    They stay where this is undone: triggers go on calling them.
    """

    dependencies = [("statements", "0014_history"), ("pghistory", "0007_auto_20250421_0444")]
    operations = [
        migrations.RunSQL(TRIGGER_IS_IGNORED, migrations.RunSQL.noop),
        migrations.RunSQL(HISTORY_CONTEXT, migrations.RunSQL.noop),
    ]
