"""What comes back because a merge is undone: the rules of what is entered let it through."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

# In the transaction in which it is undone, and for the two records of that merge alone.
COMES_BACK = """
CREATE FUNCTION public.comes_back(model text, key bigint) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM public.actors_merge
        WHERE record = $1 AND $2 IN (kept, gone) AND undone_at = now()
    )
$$
"""


class Migration(migrations.Migration):

    dependencies = [("actors", "0005_history"), ("statements", "0016_sources")]

    operations = [
        migrations.RunSQL(COMES_BACK, "DROP FUNCTION public.comes_back(text, bigint)"),
        pgtrigger.migrations.RemoveTrigger(
            model_name='document',
            name='publishable_new',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='document',
            name='publishable',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='exchange',
            name='exchange_once',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='exchange',
            name='publishable_new',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='exchange',
            name='publishable',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='participation',
            name='exchange_once',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='statement',
            name='publishable_new',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='statement',
            name='publishable',
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='document',
            trigger=pgtrigger.compiler.Trigger(name='publishable_new', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."editorial_status" = \'published\' AND NEW."import_id" IS NULL\nAND NEW."override_reason" ~ \'^\\s*$\')', constraint='CONSTRAINT', declare='DECLARE codes text;', func="\n            SELECT array_to_string(document_blockers(id), ', ') INTO codes FROM statements_document\n            WHERE id = NEW.id AND editorial_status = 'published' AND override_reason ~ '^\\s*$';\n            IF codes <> '' AND NOT comes_back('statements.document', NEW.id) THEN\n                RAISE check_violation USING CONSTRAINT = 'document_is_publishable',\n                    MESSAGE = 'This stands against publishing: ' || codes || '.',\n                    HINT = 'Mend it, or say in override_reason why it is published all the same.';\n            END IF;\n            RETURN NULL;\n        ", hash='2dd282c94df5c2c79b16aa2c9493e2a8a7f8723b', operation='INSERT', pgid='pgtrigger_publishable_new_e7e8d', table='statements_document', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='document',
            trigger=pgtrigger.compiler.Trigger(name='publishable', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."editorial_status" = \'published\' AND NEW."override_reason" ~ \'^\\s*$\'\nAND (OLD."editorial_status" <> \'published\' OR OLD."override_reason" <> NEW."override_reason"))', constraint='CONSTRAINT', declare='DECLARE codes text;', func="\n            SELECT array_to_string(document_blockers(id), ', ') INTO codes FROM statements_document\n            WHERE id = NEW.id AND editorial_status = 'published' AND override_reason ~ '^\\s*$';\n            IF codes <> '' AND NOT comes_back('statements.document', NEW.id) THEN\n                RAISE check_violation USING CONSTRAINT = 'document_is_publishable',\n                    MESSAGE = 'This stands against publishing: ' || codes || '.',\n                    HINT = 'Mend it, or say in override_reason why it is published all the same.';\n            END IF;\n            RETURN NULL;\n        ", hash='a0bdfb0389f7f31e4604c16cec20b837778e07ec', operation='UPDATE OF "editorial_status", "override_reason"', pgid='pgtrigger_publishable_941c7', table='statements_document', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='exchange',
            trigger=pgtrigger.compiler.Trigger(name='exchange_once', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="\n    IF exchange_twin(NEW.id) IS NOT NULL\n        AND NOT comes_back('statements.exchange', NEW.id) THEN\n        RAISE check_violation USING CONSTRAINT = 'exchange_once',\n            MESSAGE = 'This exchange is in the archive already: same kind, day, participants.';\n    END IF;\n    RETURN NULL;\n", hash='41d932747b77fead928369e7f12400b95a47ade3', operation='INSERT OR UPDATE OF "kind", "date", "another_that_day"', pgid='pgtrigger_exchange_once_3dfd8', table='statements_exchange', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='exchange',
            trigger=pgtrigger.compiler.Trigger(name='publishable_new', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."editorial_status" = \'published\' AND NEW."import_id" IS NULL\nAND NEW."override_reason" ~ \'^\\s*$\')', constraint='CONSTRAINT', declare='DECLARE codes text;', func="\n            SELECT array_to_string(exchange_blockers(id), ', ') INTO codes FROM statements_exchange\n            WHERE id = NEW.id AND editorial_status = 'published' AND override_reason ~ '^\\s*$';\n            IF codes <> '' AND NOT comes_back('statements.exchange', NEW.id) THEN\n                RAISE check_violation USING CONSTRAINT = 'exchange_is_publishable',\n                    MESSAGE = 'This stands against publishing: ' || codes || '.',\n                    HINT = 'Mend it, or say in override_reason why it is published all the same.';\n            END IF;\n            RETURN NULL;\n        ", hash='7dc73f431c83dc85dce4dda96df8f88f5fb29bc3', operation='INSERT', pgid='pgtrigger_publishable_new_8f678', table='statements_exchange', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='exchange',
            trigger=pgtrigger.compiler.Trigger(name='publishable', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."editorial_status" = \'published\' AND NEW."override_reason" ~ \'^\\s*$\'\nAND (OLD."editorial_status" <> \'published\' OR OLD."override_reason" <> NEW."override_reason"))', constraint='CONSTRAINT', declare='DECLARE codes text;', func="\n            SELECT array_to_string(exchange_blockers(id), ', ') INTO codes FROM statements_exchange\n            WHERE id = NEW.id AND editorial_status = 'published' AND override_reason ~ '^\\s*$';\n            IF codes <> '' AND NOT comes_back('statements.exchange', NEW.id) THEN\n                RAISE check_violation USING CONSTRAINT = 'exchange_is_publishable',\n                    MESSAGE = 'This stands against publishing: ' || codes || '.',\n                    HINT = 'Mend it, or say in override_reason why it is published all the same.';\n            END IF;\n            RETURN NULL;\n        ", hash='6c1d4a6bc7f17f9cfe46870a90603bc8782b6fa6', operation='UPDATE OF "editorial_status", "override_reason"', pgid='pgtrigger_publishable_d0211', table='statements_exchange', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='participation',
            trigger=pgtrigger.compiler.Trigger(name='exchange_once', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="IF TG_OP <> 'INSERT' AND OLD.actor_id IS NULL THEN RETURN NULL; END IF;\n    IF exchange_twin(coalesce(NEW.exchange_id, OLD.exchange_id)) IS NOT NULL\n        AND NOT comes_back('statements.exchange', coalesce(NEW.exchange_id, OLD.exchange_id)) AND NOT comes_back('actors.actor', NEW.actor_id) THEN\n        RAISE check_violation USING CONSTRAINT = 'exchange_once',\n            MESSAGE = 'This exchange is in the archive already: same kind, day, participants.';\n    END IF;\n    RETURN NULL;\n", hash='29960f87ef673c531ca27fb6bbed8a3e54d41376', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_exchange_once_c78e3', table='statements_participation', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='publishable_new', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."editorial_status" = \'published\' AND NEW."import_id" IS NULL\nAND NEW."override_reason" ~ \'^\\s*$\')', constraint='CONSTRAINT', declare='DECLARE codes text;', func="\n            SELECT array_to_string(statement_blockers(id), ', ') INTO codes FROM statements_statement\n            WHERE id = NEW.id AND editorial_status = 'published' AND override_reason ~ '^\\s*$';\n            IF codes <> '' AND NOT comes_back('statements.statement', NEW.id) THEN\n                RAISE check_violation USING CONSTRAINT = 'statement_is_publishable',\n                    MESSAGE = 'This stands against publishing: ' || codes || '.',\n                    HINT = 'Mend it, or say in override_reason why it is published all the same.';\n            END IF;\n            RETURN NULL;\n        ", hash='a940461478efa318bdc10a197850d82713754da3', operation='INSERT', pgid='pgtrigger_publishable_new_dd8c0', table='statements_statement', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='publishable', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."editorial_status" = \'published\' AND NEW."override_reason" ~ \'^\\s*$\'\nAND (OLD."editorial_status" <> \'published\' OR OLD."override_reason" <> NEW."override_reason"))', constraint='CONSTRAINT', declare='DECLARE codes text;', func="\n            SELECT array_to_string(statement_blockers(id), ', ') INTO codes FROM statements_statement\n            WHERE id = NEW.id AND editorial_status = 'published' AND override_reason ~ '^\\s*$';\n            IF codes <> '' AND NOT comes_back('statements.statement', NEW.id) THEN\n                RAISE check_violation USING CONSTRAINT = 'statement_is_publishable',\n                    MESSAGE = 'This stands against publishing: ' || codes || '.',\n                    HINT = 'Mend it, or say in override_reason why it is published all the same.';\n            END IF;\n            RETURN NULL;\n        ", hash='4b0b7dcc15c6f8e8d95f6d694824d10bcb2d9913', operation='UPDATE OF "editorial_status", "override_reason"', pgid='pgtrigger_publishable_31a46', table='statements_statement', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
    ]
