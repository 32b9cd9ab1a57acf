"""What stands against publishing a record, which step follows which, and what readers are told."""

import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

# What stands against publishing, as codes in the order in which an editor mends it; the words for
# each are in statements/publishing.py.
STATEMENT_BLOCKERS = r"""
CREATE FUNCTION public.statement_blockers(bigint) RETURNS text[] LANGUAGE sql STABLE AS $$
    SELECT array_remove(ARRAY[
        CASE WHEN said.text ~ '^\s*$' THEN 'no_words' END,
        CASE WHEN NOT kept THEN 'no_source' END,
        CASE WHEN kept AND said.quote_type = 'direct' AND said.snapshot_id IS NULL
            THEN 'not_verbatim' END,
        CASE WHEN said.speaker_id IS NULL THEN 'speaker_unresolved' END,
        CASE WHEN said.date IS NULL THEN 'date_missing' END,
        CASE source.editorial_status WHEN 'published' THEN NULL
            WHEN 'retracted' THEN 'source_retracted' ELSE 'source_unpublished' END
    ], NULL)
    FROM public.statements_statement AS said
    JOIN public.statements_document AS source ON source.id = said.document_id,
        LATERAL (SELECT EXISTS (
            SELECT FROM public.statements_snapshot WHERE document_id = source.id
        ) AS kept) AS copy
    WHERE said.id = $1
$$
"""
EXCHANGE_BLOCKERS = """
CREATE FUNCTION public.exchange_blockers(bigint) RETURNS text[] LANGUAGE sql STABLE AS $$
    SELECT array_remove(ARRAY[
        CASE WHEN status = 'held' AND date IS NULL THEN 'date_missing' END,
        CASE WHEN took_part = 0 THEN 'nobody' END,
        CASE WHEN known < took_part THEN 'participants_unresolved' END
    ], NULL)
    FROM public.statements_exchange, LATERAL (
        SELECT count(*) AS took_part, count(actor_id) AS known
        FROM public.statements_participation WHERE exchange_id = $1
    ) AS participants
    WHERE id = $1
$$
"""
DOCUMENT_BLOCKERS = """
CREATE FUNCTION public.document_blockers(bigint) RETURNS text[] LANGUAGE sql STABLE AS $$
    SELECT array_remove(ARRAY[
        CASE WHEN publisher_id IS NULL THEN 'publisher_unresolved' END,
        CASE WHEN date IS NULL THEN 'date_missing' END,
        CASE WHEN NOT EXISTS (SELECT FROM public.statements_snapshot WHERE document_id = $1)
            THEN 'no_copy' END
    ], NULL)
    FROM public.statements_document WHERE id = $1
$$
"""
FUNCTIONS = {
    "statement": STATEMENT_BLOCKERS,
    "exchange": EXCHANGE_BLOCKERS,
    "document": DOCUMENT_BLOCKERS,
}

# An even id is a correction's, an odd one a retraction's: together they name a place in the list.
NOTICES = """
CREATE VIEW public.statements_notice AS
SELECT 2 * correction.id AS id, corrected_at AS made_at, correction.id AS correction_id,
    correction.statement_id, NULL::bigint AS exchange_id, NULL::bigint AS document_id
FROM public.statements_correction AS correction
JOIN public.statements_statement AS statement ON statement.id = correction.statement_id
WHERE statement.editorial_status IN ('published', 'retracted')
UNION ALL
SELECT 2 * retraction.id + 1, retracted_at, NULL, retraction.statement_id,
    retraction.exchange_id, retraction.document_id
FROM public.statements_retraction AS retraction
LEFT JOIN public.statements_statement AS statement ON statement.id = retraction.statement_id
LEFT JOIN public.statements_exchange AS exchange ON exchange.id = retraction.exchange_id
LEFT JOIN public.statements_document AS document ON document.id = retraction.document_id
WHERE coalesce(
    statement.editorial_status, exchange.editorial_status, document.editorial_status
) = 'retracted'
"""

# When it was done is in the history, which keeps the row as it was before.
RETRACTED_BEFORE = """
INSERT INTO public.statements_retraction ({model}_id, retracted_at)
SELECT record.id, coalesce(
    (SELECT max(pgh_created_at) FROM public.statements_{model}event
     WHERE pgh_obj_id = record.id AND pgh_label = 'update' AND editorial_status <> 'retracted'),
    record.created_at
)
FROM public.statements_{model} AS record WHERE editorial_status = 'retracted'
"""


def _all(model: str) -> list[migrations.RunSQL]:
    """Give the steps that make the function of a model, and note what was retracted before."""
    drop = f"DROP FUNCTION public.{model}_blockers(bigint)"
    return [
        migrations.RunSQL(FUNCTIONS[model], drop),
        migrations.RunSQL(RETRACTED_BEFORE.format(model=model), migrations.RunSQL.noop),
    ]


class Migration(migrations.Migration):

    dependencies = [("statements", "0010_anchors")]

    operations = [
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_at', models.DateTimeField()),
            ],
            options={
                'db_table': 'statements_notice',
                'ordering': ['-made_at', 'id'],
                'managed': False,
            },
        ),
        migrations.CreateModel(
            name='Retraction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('retracted_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
        ),
        migrations.AddField(
            model_name='retraction',
            name='document',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='retraction', to='statements.document'),
        ),
        migrations.AddField(
            model_name='retraction',
            name='exchange',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='retraction', to='statements.exchange'),
        ),
        migrations.AddField(
            model_name='retraction',
            name='statement',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='retraction', to='statements.statement'),
        ),
        migrations.AddConstraint(
            model_name='retraction',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('document', None), ('exchange', None), ('statement__isnull', False)), models.Q(('document', None), ('exchange__isnull', False), ('statement', None)), models.Q(('document__isnull', False), ('exchange', None), ('statement', None)), _connector='OR'), name='retraction_is_of_one'),
        ),
        *(step for model in FUNCTIONS for step in _all(model)),
        migrations.RunSQL(NOTICES, "DROP VIEW public.statements_notice"),
        migrations.AddIndex(
            model_name='correction',
            index=models.Index(fields=['corrected_at'], name='correction_latest'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='correction',
            trigger=pgtrigger.compiler.Trigger(name='kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        RAISE check_violation USING CONSTRAINT = 'correction_is_kept',\n            MESSAGE = 'A correction stays as it was written: readers have seen it.';\n    ", hash='5b0314a939d254b4afc99b9e9be792a583ef14eb', operation='UPDATE OR DELETE', pgid='pgtrigger_kept_f6bcd', table='statements_correction', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='document',
            trigger=pgtrigger.compiler.Trigger(name='steps', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (\n    (OLD."editorial_status" IN (\'published\', \'retracted\')\n        AND NEW."editorial_status" IN (\'draft\', \'in_review\'))\n    OR (OLD."editorial_status" IN (\'draft\', \'in_review\') AND NEW."editorial_status" = \'retracted\')\n)', func="\n                RAISE check_violation USING CONSTRAINT = 'document_steps', MESSAGE = CASE\n                    WHEN NEW.editorial_status = 'retracted'\n                    THEN 'Readers have not seen it: there is nothing to retract.'\n                    ELSE 'Readers have seen it: it can be retracted, and is no draft any more.'\n                END;\n            ", hash='b844f7dfcd532c7496f346f0eb570036252ca4ba', operation='UPDATE OF "editorial_status"', pgid='pgtrigger_steps_1316b', table='statements_document', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='document',
            trigger=pgtrigger.compiler.Trigger(name='publishable_new', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."editorial_status" = \'published\' AND NEW."import_id" IS NULL\nAND NEW."override_reason" ~ \'^\\s*$\')', constraint='CONSTRAINT', declare='DECLARE codes text;', func="\n            SELECT array_to_string(document_blockers(id), ', ') INTO codes FROM statements_document\n            WHERE id = NEW.id AND editorial_status = 'published' AND override_reason ~ '^\\s*$';\n            IF codes <> '' THEN\n                RAISE check_violation USING CONSTRAINT = 'document_is_publishable',\n                    MESSAGE = 'This stands against publishing: ' || codes || '.',\n                    HINT = 'Mend it, or say in override_reason why it is published all the same.';\n            END IF;\n            RETURN NULL;\n        ", hash='bd5e4aaaffe18d6c182d50edb6322e04dc440cd0', operation='INSERT', pgid='pgtrigger_publishable_new_e7e8d', table='statements_document', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='document',
            trigger=pgtrigger.compiler.Trigger(name='publishable', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."editorial_status" = \'published\' AND NEW."override_reason" ~ \'^\\s*$\'\nAND (OLD."editorial_status" <> \'published\' OR OLD."override_reason" <> NEW."override_reason"))', constraint='CONSTRAINT', declare='DECLARE codes text;', func="\n            SELECT array_to_string(document_blockers(id), ', ') INTO codes FROM statements_document\n            WHERE id = NEW.id AND editorial_status = 'published' AND override_reason ~ '^\\s*$';\n            IF codes <> '' THEN\n                RAISE check_violation USING CONSTRAINT = 'document_is_publishable',\n                    MESSAGE = 'This stands against publishing: ' || codes || '.',\n                    HINT = 'Mend it, or say in override_reason why it is published all the same.';\n            END IF;\n            RETURN NULL;\n        ", hash='5577aba108d3fd4a4eeb328dd573574c7b27bcf2', operation='UPDATE OF "editorial_status", "override_reason"', pgid='pgtrigger_publishable_941c7', table='statements_document', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='document',
            trigger=pgtrigger.compiler.Trigger(name='retraction', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."editorial_status" = \'retracted\' AND OLD."editorial_status" <> \'retracted\')', func='\n                INSERT INTO statements_retraction (document_id) VALUES (NEW.id)\n                ON CONFLICT (document_id) DO UPDATE SET retracted_at = statement_timestamp();\n                RETURN NULL;\n            ', hash='4cd8cda11a754ca4adc36aebd964eab4e77c2e23', operation='UPDATE OF "editorial_status"', pgid='pgtrigger_retraction_24178', table='statements_document', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='exchange',
            trigger=pgtrigger.compiler.Trigger(name='steps', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (\n    (OLD."editorial_status" IN (\'published\', \'retracted\')\n        AND NEW."editorial_status" IN (\'draft\', \'in_review\'))\n    OR (OLD."editorial_status" IN (\'draft\', \'in_review\') AND NEW."editorial_status" = \'retracted\')\n)', func="\n                RAISE check_violation USING CONSTRAINT = 'exchange_steps', MESSAGE = CASE\n                    WHEN NEW.editorial_status = 'retracted'\n                    THEN 'Readers have not seen it: there is nothing to retract.'\n                    ELSE 'Readers have seen it: it can be retracted, and is no draft any more.'\n                END;\n            ", hash='3333c36c0c9d9839185c1bd833b7eb29778cfc83', operation='UPDATE OF "editorial_status"', pgid='pgtrigger_steps_e8940', table='statements_exchange', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='exchange',
            trigger=pgtrigger.compiler.Trigger(name='publishable_new', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."editorial_status" = \'published\' AND NEW."import_id" IS NULL\nAND NEW."override_reason" ~ \'^\\s*$\')', constraint='CONSTRAINT', declare='DECLARE codes text;', func="\n            SELECT array_to_string(exchange_blockers(id), ', ') INTO codes FROM statements_exchange\n            WHERE id = NEW.id AND editorial_status = 'published' AND override_reason ~ '^\\s*$';\n            IF codes <> '' THEN\n                RAISE check_violation USING CONSTRAINT = 'exchange_is_publishable',\n                    MESSAGE = 'This stands against publishing: ' || codes || '.',\n                    HINT = 'Mend it, or say in override_reason why it is published all the same.';\n            END IF;\n            RETURN NULL;\n        ", hash='212e172a5236f416c470ad7d975c391511b0c5e9', operation='INSERT', pgid='pgtrigger_publishable_new_8f678', table='statements_exchange', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='exchange',
            trigger=pgtrigger.compiler.Trigger(name='publishable', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."editorial_status" = \'published\' AND NEW."override_reason" ~ \'^\\s*$\'\nAND (OLD."editorial_status" <> \'published\' OR OLD."override_reason" <> NEW."override_reason"))', constraint='CONSTRAINT', declare='DECLARE codes text;', func="\n            SELECT array_to_string(exchange_blockers(id), ', ') INTO codes FROM statements_exchange\n            WHERE id = NEW.id AND editorial_status = 'published' AND override_reason ~ '^\\s*$';\n            IF codes <> '' THEN\n                RAISE check_violation USING CONSTRAINT = 'exchange_is_publishable',\n                    MESSAGE = 'This stands against publishing: ' || codes || '.',\n                    HINT = 'Mend it, or say in override_reason why it is published all the same.';\n            END IF;\n            RETURN NULL;\n        ", hash='d39157763a41995c5d6908ceefc9cd3a41076543', operation='UPDATE OF "editorial_status", "override_reason"', pgid='pgtrigger_publishable_d0211', table='statements_exchange', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='exchange',
            trigger=pgtrigger.compiler.Trigger(name='retraction', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."editorial_status" = \'retracted\' AND OLD."editorial_status" <> \'retracted\')', func='\n                INSERT INTO statements_retraction (exchange_id) VALUES (NEW.id)\n                ON CONFLICT (exchange_id) DO UPDATE SET retracted_at = statement_timestamp();\n                RETURN NULL;\n            ', hash='ebcd7246a02855ac54913168e29adfac219af935', operation='UPDATE OF "editorial_status"', pgid='pgtrigger_retraction_58ce2', table='statements_exchange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='corrected', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."text" <> NEW."text" AND OLD."editorial_status" IN (\'published\', \'retracted\'))', constraint='CONSTRAINT', func="\n        IF NOT EXISTS (\n            SELECT FROM statements_correction\n            WHERE statement_id = NEW.id AND text_before = OLD.text AND corrected_at >= now()\n        ) AND EXISTS (SELECT FROM statements_statement WHERE id = NEW.id) THEN\n            RAISE check_violation USING CONSTRAINT = 'statement_is_corrected',\n                MESSAGE = 'Readers have seen these words: a correction has to say what is wrong.',\n                HINT = 'Insert a correction with the text before, in the same transaction.';\n        END IF;\n        RETURN NULL;\n    ", hash='9c6a6d01d9ac940e9bdabb94fa5134bcba0e3cc2', operation='UPDATE OF "text"', pgid='pgtrigger_corrected_6f3b4', table='statements_statement', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='steps', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (\n    (OLD."editorial_status" IN (\'published\', \'retracted\')\n        AND NEW."editorial_status" IN (\'draft\', \'in_review\'))\n    OR (OLD."editorial_status" IN (\'draft\', \'in_review\') AND NEW."editorial_status" = \'retracted\')\n)', func="\n                RAISE check_violation USING CONSTRAINT = 'statement_steps', MESSAGE = CASE\n                    WHEN NEW.editorial_status = 'retracted'\n                    THEN 'Readers have not seen it: there is nothing to retract.'\n                    ELSE 'Readers have seen it: it can be retracted, and is no draft any more.'\n                END;\n            ", hash='cf485da4481b6635085896ff7f9718d4b798a37c', operation='UPDATE OF "editorial_status"', pgid='pgtrigger_steps_0df9c', table='statements_statement', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='publishable_new', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."editorial_status" = \'published\' AND NEW."import_id" IS NULL\nAND NEW."override_reason" ~ \'^\\s*$\')', constraint='CONSTRAINT', declare='DECLARE codes text;', func="\n            SELECT array_to_string(statement_blockers(id), ', ') INTO codes FROM statements_statement\n            WHERE id = NEW.id AND editorial_status = 'published' AND override_reason ~ '^\\s*$';\n            IF codes <> '' THEN\n                RAISE check_violation USING CONSTRAINT = 'statement_is_publishable',\n                    MESSAGE = 'This stands against publishing: ' || codes || '.',\n                    HINT = 'Mend it, or say in override_reason why it is published all the same.';\n            END IF;\n            RETURN NULL;\n        ", hash='842fbfb92133970107882fa546f61ddeba251661', operation='INSERT', pgid='pgtrigger_publishable_new_dd8c0', table='statements_statement', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='publishable', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."editorial_status" = \'published\' AND NEW."override_reason" ~ \'^\\s*$\'\nAND (OLD."editorial_status" <> \'published\' OR OLD."override_reason" <> NEW."override_reason"))', constraint='CONSTRAINT', declare='DECLARE codes text;', func="\n            SELECT array_to_string(statement_blockers(id), ', ') INTO codes FROM statements_statement\n            WHERE id = NEW.id AND editorial_status = 'published' AND override_reason ~ '^\\s*$';\n            IF codes <> '' THEN\n                RAISE check_violation USING CONSTRAINT = 'statement_is_publishable',\n                    MESSAGE = 'This stands against publishing: ' || codes || '.',\n                    HINT = 'Mend it, or say in override_reason why it is published all the same.';\n            END IF;\n            RETURN NULL;\n        ", hash='e6b131408e0297270061a2745db2198dd9457fc5', operation='UPDATE OF "editorial_status", "override_reason"', pgid='pgtrigger_publishable_31a46', table='statements_statement', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='retraction', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."editorial_status" = \'retracted\' AND OLD."editorial_status" <> \'retracted\')', func='\n                INSERT INTO statements_retraction (statement_id) VALUES (NEW.id)\n                ON CONFLICT (statement_id) DO UPDATE SET retracted_at = statement_timestamp();\n                RETURN NULL;\n            ', hash='fabce7a51b2cb45fb45719310b091cde82889658', operation='UPDATE OF "editorial_status"', pgid='pgtrigger_retraction_525ad', table='statements_statement', when='AFTER')),
        ),
    ]
