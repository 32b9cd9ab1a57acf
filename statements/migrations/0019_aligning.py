"""Which passages of the sides say the same, as editors see it."""

import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from statements.granting import grants

PARTS = [f"statements.{action}_verdict" for action in ("view", "add", "change", "delete")]
TO_EDITORS = grants(editor=PARTS, chief=PARTS)


class Migration(migrations.Migration):
    """Verdicts on two passages, and their history."""

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('statements', '0018_shown'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Verdict',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_same', models.BooleanField(verbose_name='they say the same')),
                ('note', models.TextField(blank=True, db_default='')),
                ('made_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='VerdictEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('is_same', models.BooleanField(verbose_name='they say the same')),
                ('note', models.TextField(blank=True, db_default='')),
                ('made_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='verdicts_are_void', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."exchange_id" IS DISTINCT FROM NEW."exchange_id" OR OLD."document_id" IS DISTINCT FROM NEW."document_id")', func='\n        DELETE FROM statements_verdict AS verdict\n        USING statements_statement AS one, statements_statement AS other\n        WHERE NEW.id IN (verdict.one_id, verdict.other_id)\n            AND one.id = verdict.one_id AND other.id = verdict.other_id\n            AND NOT coalesce(\n                one.exchange_id = other.exchange_id AND one.document_id <> other.document_id, false\n            );\n        RETURN NULL;\n    ', hash='5a4244c9f2ef08dfab90a49fb6e777e6cf4bba4c', operation='UPDATE OF "exchange_id", "document_id"', pgid='pgtrigger_verdicts_are_void_66c85', table='statements_statement', when='AFTER')),
        ),
        migrations.AddField(
            model_name='verdict',
            name='editor',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='verdict',
            name='one',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='statements.statement'),
        ),
        migrations.AddField(
            model_name='verdict',
            name='other',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='statements.statement'),
        ),
        migrations.AddField(
            model_name='verdictevent',
            name='editor',
            field=models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='verdictevent',
            name='one',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='statements.statement'),
        ),
        migrations.AddField(
            model_name='verdictevent',
            name='other',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='statements.statement'),
        ),
        migrations.AddField(
            model_name='verdictevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='verdictevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='statements.verdict'),
        ),
        migrations.AddConstraint(
            model_name='verdict',
            constraint=models.UniqueConstraint(fields=('one', 'other'), name='verdict_once', violation_error_message='Somebody has said something of these two passages.'),
        ),
        migrations.AddConstraint(
            model_name='verdict',
            constraint=models.CheckConstraint(condition=models.Q(('one__lt', models.F('other'))), name='verdict_is_of_two_in_order', violation_error_message='A verdict is of two passages, the lower key first.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='verdict',
            trigger=pgtrigger.compiler.Trigger(name='of_one_exchange', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        PERFORM FROM statements_statement WHERE id IN (NEW.one_id, NEW.other_id)\n            ORDER BY id FOR SHARE;\n        IF NOT EXISTS (\n            SELECT FROM statements_statement AS one, statements_statement AS other\n            WHERE one.id = NEW.one_id AND other.id = NEW.other_id\n                AND one.exchange_id = other.exchange_id AND one.document_id <> other.document_id\n        ) THEN\n            RAISE check_violation USING CONSTRAINT = 'verdict_is_of_one_exchange',\n                MESSAGE = 'The two passages are of one exchange and of different documents.';\n        END IF;\n        RETURN NEW;\n    ", hash='f3b304f9950fe11ab751f51c8e4a6bd5f3fadc06', operation='INSERT OR UPDATE OF "one_id", "other_id"', pgid='pgtrigger_of_one_exchange_fdd8b', table='statements_verdict', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='verdict',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statements_verdictevent" ("editor_id", "id", "is_same", "made_at", "note", "one_id", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."editor_id", NEW."id", NEW."is_same", NEW."made_at", NEW."note", NEW."one_id", NEW."other_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='af7a42f5ef8a6ebce2ba2bb3bb5d1a0ca0e1f240', operation='INSERT', pgid='pgtrigger_insert_insert_a5e5f', table='statements_verdict', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='verdict',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "statements_verdictevent" ("editor_id", "id", "is_same", "made_at", "note", "one_id", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."editor_id", OLD."id", OLD."is_same", OLD."made_at", OLD."note", OLD."one_id", OLD."other_id", _pgh_attach_context(), NOW(), \'update\', OLD."id"); RETURN NULL;', hash='d5f3b40bc564f158410e872975fc1bbf79311ca8', operation='UPDATE', pgid='pgtrigger_update_update_63c3b', table='statements_verdict', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='verdict',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statements_verdictevent" ("editor_id", "id", "is_same", "made_at", "note", "one_id", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."editor_id", OLD."id", OLD."is_same", OLD."made_at", OLD."note", OLD."one_id", OLD."other_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='5da291715187d3ed4b1e1fc9b1120a2804a6226d', operation='DELETE', pgid='pgtrigger_delete_delete_e337b', table='statements_verdict', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='verdict',
            trigger=pgtrigger.compiler.Trigger(name='truncate_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statements_verdictevent" (pgh_created_at, pgh_label, pgh_obj_id, pgh_context_id, "editor_id", "id", "is_same", "made_at", "note", "one_id", "other_id") SELECT NOW(), \'delete\', id, _pgh_attach_context(), "editor_id", "id", "is_same", "made_at", "note", "one_id", "other_id" FROM "statements_verdict"; RETURN NULL;', hash='faf4bd4050ff15a7f397dbb944a9eb2850cb0f40', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_truncate_delete_ecc6a', table='statements_verdict', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='verdictevent',
            index=models.Index(fields=['pgh_label', 'pgh_created_at', 'pgh_context'], name='verdict_ev_newest'),
        ),
        migrations.AddIndex(
            model_name='verdictevent',
            index=models.Index(fields=['pgh_context', 'pgh_label', 'pgh_created_at', 'pgh_id'], name='verdict_ev_change'),
        ),
        migrations.AddIndex(
            model_name='verdictevent',
            index=models.Index(fields=['pgh_obj', 'pgh_id'], name='verdict_ev_record'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='verdictevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8c896284876b560cb977c1aef5407a93a129fab1', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_64277', table='statements_verdictevent', when='BEFORE')),
        ),
        migrations.RunPython(*TO_EDITORS),
    ]
