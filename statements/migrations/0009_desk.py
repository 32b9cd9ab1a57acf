"""What the desk notes of a record: who entered it, and why it was published all the same."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from statements.granting import grants

TO_CHIEFS = grants(chief=["statements.merge_records", "statements.see_history"])


class Migration(migrations.Migration):

    dependencies = [
        ('actors', '0003_likeness'),
        ('statements', '0008_loading'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='statement',
            options={'ordering': [models.OrderBy(models.F('date_earliest'), descending=True, nulls_last=True), 'id'], 'permissions': [('read_archive', 'Can read the archive'), ('use_desk', 'Can use the desk'), ('publish_statement', 'Can publish and retract'), ('merge_records', 'Can merge actors, topics and exchanges'), ('see_history', 'Can see the history of the whole archive')]},
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='document',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='document',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='document',
            name='delete_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='exchange',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='exchange',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='exchange',
            name='delete_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='statement',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='statement',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='statement',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='document',
            name='entered_by',
            field=models.ForeignKey(blank=True, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='document',
            name='override_reason',
            field=models.TextField(blank=True, db_default='', help_text='Where something stands against publishing: why a chief publishes it. Readers see the reason.', verbose_name='published all the same because'),
        ),
        migrations.AddField(
            model_name='documentevent',
            name='entered_by',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='documentevent',
            name='override_reason',
            field=models.TextField(blank=True, db_default='', help_text='Where something stands against publishing: why a chief publishes it. Readers see the reason.', verbose_name='published all the same because'),
        ),
        migrations.AddField(
            model_name='exchange',
            name='entered_by',
            field=models.ForeignKey(blank=True, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='exchange',
            name='override_reason',
            field=models.TextField(blank=True, db_default='', help_text='Where something stands against publishing: why a chief publishes it. Readers see the reason.', verbose_name='published all the same because'),
        ),
        migrations.AddField(
            model_name='exchangeevent',
            name='entered_by',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='exchangeevent',
            name='override_reason',
            field=models.TextField(blank=True, db_default='', help_text='Where something stands against publishing: why a chief publishes it. Readers see the reason.', verbose_name='published all the same because'),
        ),
        migrations.AddField(
            model_name='statement',
            name='entered_by',
            field=models.ForeignKey(blank=True, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='statementevent',
            name='entered_by',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AlterField(
            model_name='statement',
            name='override_reason',
            field=models.TextField(blank=True, db_default='', help_text='Where something stands against publishing: why a chief publishes it. Readers see the reason.', verbose_name='published all the same because'),
        ),
        migrations.AlterField(
            model_name='statementevent',
            name='override_reason',
            field=models.TextField(blank=True, db_default='', help_text='Where something stands against publishing: why a chief publishes it. Readers see the reason.', verbose_name='published all the same because'),
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(condition=models.Q(('editorial_status', 'draft'), ('editorial_status', 'in_review'), _connector='OR'), fields=['editorial_status', 'entered_by'], name='document_in_hand'),
        ),
        migrations.AddIndex(
            model_name='exchange',
            index=models.Index(condition=models.Q(('editorial_status', 'draft'), ('editorial_status', 'in_review'), _connector='OR'), fields=['editorial_status', 'entered_by'], name='exchange_in_hand'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(condition=models.Q(('editorial_status', 'draft'), ('editorial_status', 'in_review'), _connector='OR'), fields=['editorial_status', 'entered_by'], name='statement_in_hand'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='document',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statements_documentevent" ("created_at", "date", "editorial_status", "entered_by_id", "id", "import_digest", "import_id", "kind", "language", "override_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "publisher_as_printed", "publisher_id", "retraction_reason", "rights", "summary", "time", "timezone", "title", "url") VALUES (NEW."created_at", NEW."date", NEW."editorial_status", NEW."entered_by_id", NEW."id", NEW."import_digest", NEW."import_id", NEW."kind", NEW."language", NEW."override_reason", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."publisher_as_printed", NEW."publisher_id", NEW."retraction_reason", NEW."rights", NEW."summary", NEW."time", NEW."timezone", NEW."title", NEW."url"); RETURN NULL;', hash='aa9bf2e5ade1a9a1bf41a8ed0ced842709adcf63', operation='INSERT', pgid='pgtrigger_insert_insert_7946c', table='statements_document', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='document',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."date" IS DISTINCT FROM (NEW."date") OR OLD."editorial_status" IS DISTINCT FROM (NEW."editorial_status") OR OLD."entered_by_id" IS DISTINCT FROM (NEW."entered_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."import_digest" IS DISTINCT FROM (NEW."import_digest") OR OLD."import_id" IS DISTINCT FROM (NEW."import_id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."override_reason" IS DISTINCT FROM (NEW."override_reason") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."publisher_id" IS DISTINCT FROM (NEW."publisher_id") OR OLD."publisher_as_printed" IS DISTINCT FROM (NEW."publisher_as_printed") OR OLD."retraction_reason" IS DISTINCT FROM (NEW."retraction_reason") OR OLD."rights" IS DISTINCT FROM (NEW."rights") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."time" IS DISTINCT FROM (NEW."time") OR OLD."timezone" IS DISTINCT FROM (NEW."timezone") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."url" IS DISTINCT FROM (NEW."url"))', func='INSERT INTO "statements_documentevent" ("created_at", "date", "editorial_status", "entered_by_id", "id", "import_digest", "import_id", "kind", "language", "override_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "publisher_as_printed", "publisher_id", "retraction_reason", "rights", "summary", "time", "timezone", "title", "url") VALUES (OLD."created_at", OLD."date", OLD."editorial_status", OLD."entered_by_id", OLD."id", OLD."import_digest", OLD."import_id", OLD."kind", OLD."language", OLD."override_reason", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."public_id", OLD."publisher_as_printed", OLD."publisher_id", OLD."retraction_reason", OLD."rights", OLD."summary", OLD."time", OLD."timezone", OLD."title", OLD."url"); RETURN NULL;', hash='277e8518b6ea71781531b5b5c546eb869446a7b4', operation='UPDATE', pgid='pgtrigger_update_update_8d932', table='statements_document', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='document',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statements_documentevent" ("created_at", "date", "editorial_status", "entered_by_id", "id", "import_digest", "import_id", "kind", "language", "override_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "publisher_as_printed", "publisher_id", "retraction_reason", "rights", "summary", "time", "timezone", "title", "url") VALUES (OLD."created_at", OLD."date", OLD."editorial_status", OLD."entered_by_id", OLD."id", OLD."import_digest", OLD."import_id", OLD."kind", OLD."language", OLD."override_reason", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."publisher_as_printed", OLD."publisher_id", OLD."retraction_reason", OLD."rights", OLD."summary", OLD."time", OLD."timezone", OLD."title", OLD."url"); RETURN NULL;', hash='82065ca9365ce37ee3b32cdffbd20d05fd90c2e1', operation='DELETE', pgid='pgtrigger_delete_delete_33b38', table='statements_document', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='exchange',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statements_exchangeevent" ("another_that_day", "condition", "countries", "created_at", "date", "editorial_status", "entered_by_id", "id", "import_digest", "import_id", "kind", "override_reason", "part_of_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "retraction_reason", "source_url", "status", "summary", "time", "timezone", "title") VALUES (NEW."another_that_day", NEW."condition", NEW."countries", NEW."created_at", NEW."date", NEW."editorial_status", NEW."entered_by_id", NEW."id", NEW."import_digest", NEW."import_id", NEW."kind", NEW."override_reason", NEW."part_of_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."public_id", NEW."retraction_reason", NEW."source_url", NEW."status", NEW."summary", NEW."time", NEW."timezone", NEW."title"); RETURN NULL;', hash='52d6b5e7fc4ef952b8b68c8eb894c47fb4234e0b', operation='INSERT', pgid='pgtrigger_insert_insert_857fd', table='statements_exchange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='exchange',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."another_that_day" IS DISTINCT FROM (NEW."another_that_day") OR OLD."condition" IS DISTINCT FROM (NEW."condition") OR OLD."countries" IS DISTINCT FROM (NEW."countries") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."date" IS DISTINCT FROM (NEW."date") OR OLD."editorial_status" IS DISTINCT FROM (NEW."editorial_status") OR OLD."entered_by_id" IS DISTINCT FROM (NEW."entered_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."import_digest" IS DISTINCT FROM (NEW."import_digest") OR OLD."import_id" IS DISTINCT FROM (NEW."import_id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."override_reason" IS DISTINCT FROM (NEW."override_reason") OR OLD."part_of_id" IS DISTINCT FROM (NEW."part_of_id") OR OLD."place" IS DISTINCT FROM (NEW."place") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."retraction_reason" IS DISTINCT FROM (NEW."retraction_reason") OR OLD."source_url" IS DISTINCT FROM (NEW."source_url") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."time" IS DISTINCT FROM (NEW."time") OR OLD."timezone" IS DISTINCT FROM (NEW."timezone") OR OLD."title" IS DISTINCT FROM (NEW."title"))', func='INSERT INTO "statements_exchangeevent" ("another_that_day", "condition", "countries", "created_at", "date", "editorial_status", "entered_by_id", "id", "import_digest", "import_id", "kind", "override_reason", "part_of_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "retraction_reason", "source_url", "status", "summary", "time", "timezone", "title") VALUES (OLD."another_that_day", OLD."condition", OLD."countries", OLD."created_at", OLD."date", OLD."editorial_status", OLD."entered_by_id", OLD."id", OLD."import_digest", OLD."import_id", OLD."kind", OLD."override_reason", OLD."part_of_id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."place", OLD."public_id", OLD."retraction_reason", OLD."source_url", OLD."status", OLD."summary", OLD."time", OLD."timezone", OLD."title"); RETURN NULL;', hash='0781adabef4a0c77219fb29b85d65fbb7be46daa', operation='UPDATE', pgid='pgtrigger_update_update_de1bc', table='statements_exchange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='exchange',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statements_exchangeevent" ("another_that_day", "condition", "countries", "created_at", "date", "editorial_status", "entered_by_id", "id", "import_digest", "import_id", "kind", "override_reason", "part_of_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "public_id", "retraction_reason", "source_url", "status", "summary", "time", "timezone", "title") VALUES (OLD."another_that_day", OLD."condition", OLD."countries", OLD."created_at", OLD."date", OLD."editorial_status", OLD."entered_by_id", OLD."id", OLD."import_digest", OLD."import_id", OLD."kind", OLD."override_reason", OLD."part_of_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."public_id", OLD."retraction_reason", OLD."source_url", OLD."status", OLD."summary", OLD."time", OLD."timezone", OLD."title"); RETURN NULL;', hash='8b12e6c47e1cf9ed46124a37f1a47a2398523f6a', operation='DELETE', pgid='pgtrigger_delete_delete_31154', table='statements_exchange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statements_statementevent" ("anchor_end", "anchor_exact", "anchor_start", "attribution_as_printed", "created_at", "date", "document_id", "editorial_status", "entered_by_id", "exchange_id", "id", "import_digest", "import_id", "language", "override_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "quote_type", "retraction_reason", "snapshot_id", "speaker_as_printed", "speaker_id", "text", "translated", "translation_of_id") VALUES (NEW."anchor_end", NEW."anchor_exact", NEW."anchor_start", NEW."attribution_as_printed", NEW."created_at", NEW."date", NEW."document_id", NEW."editorial_status", NEW."entered_by_id", NEW."exchange_id", NEW."id", NEW."import_digest", NEW."import_id", NEW."language", NEW."override_reason", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."quote_type", NEW."retraction_reason", NEW."snapshot_id", NEW."speaker_as_printed", NEW."speaker_id", NEW."text", NEW."translated", NEW."translation_of_id"); RETURN NULL;', hash='0d85a3203ba049628a5e72e00fdeeddbdf19e3e7', operation='INSERT', pgid='pgtrigger_insert_insert_0a49f', table='statements_statement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."anchor_end" IS DISTINCT FROM (NEW."anchor_end") OR OLD."anchor_exact" IS DISTINCT FROM (NEW."anchor_exact") OR OLD."anchor_start" IS DISTINCT FROM (NEW."anchor_start") OR OLD."attribution_as_printed" IS DISTINCT FROM (NEW."attribution_as_printed") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."date" IS DISTINCT FROM (NEW."date") OR OLD."document_id" IS DISTINCT FROM (NEW."document_id") OR OLD."editorial_status" IS DISTINCT FROM (NEW."editorial_status") OR OLD."entered_by_id" IS DISTINCT FROM (NEW."entered_by_id") OR OLD."exchange_id" IS DISTINCT FROM (NEW."exchange_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."import_digest" IS DISTINCT FROM (NEW."import_digest") OR OLD."import_id" IS DISTINCT FROM (NEW."import_id") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."override_reason" IS DISTINCT FROM (NEW."override_reason") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."quote_type" IS DISTINCT FROM (NEW."quote_type") OR OLD."retraction_reason" IS DISTINCT FROM (NEW."retraction_reason") OR OLD."snapshot_id" IS DISTINCT FROM (NEW."snapshot_id") OR OLD."speaker_id" IS DISTINCT FROM (NEW."speaker_id") OR OLD."speaker_as_printed" IS DISTINCT FROM (NEW."speaker_as_printed") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."translated" IS DISTINCT FROM (NEW."translated") OR OLD."translation_of_id" IS DISTINCT FROM (NEW."translation_of_id"))', func='INSERT INTO "statements_statementevent" ("anchor_end", "anchor_exact", "anchor_start", "attribution_as_printed", "created_at", "date", "document_id", "editorial_status", "entered_by_id", "exchange_id", "id", "import_digest", "import_id", "language", "override_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "quote_type", "retraction_reason", "snapshot_id", "speaker_as_printed", "speaker_id", "text", "translated", "translation_of_id") VALUES (OLD."anchor_end", OLD."anchor_exact", OLD."anchor_start", OLD."attribution_as_printed", OLD."created_at", OLD."date", OLD."document_id", OLD."editorial_status", OLD."entered_by_id", OLD."exchange_id", OLD."id", OLD."import_digest", OLD."import_id", OLD."language", OLD."override_reason", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."public_id", OLD."quote_type", OLD."retraction_reason", OLD."snapshot_id", OLD."speaker_as_printed", OLD."speaker_id", OLD."text", OLD."translated", OLD."translation_of_id"); RETURN NULL;', hash='521b2e6ed15cb07d6a5f5390804755bccd2f7ab8', operation='UPDATE', pgid='pgtrigger_update_update_275ed', table='statements_statement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statements_statementevent" ("anchor_end", "anchor_exact", "anchor_start", "attribution_as_printed", "created_at", "date", "document_id", "editorial_status", "entered_by_id", "exchange_id", "id", "import_digest", "import_id", "language", "override_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "quote_type", "retraction_reason", "snapshot_id", "speaker_as_printed", "speaker_id", "text", "translated", "translation_of_id") VALUES (OLD."anchor_end", OLD."anchor_exact", OLD."anchor_start", OLD."attribution_as_printed", OLD."created_at", OLD."date", OLD."document_id", OLD."editorial_status", OLD."entered_by_id", OLD."exchange_id", OLD."id", OLD."import_digest", OLD."import_id", OLD."language", OLD."override_reason", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."quote_type", OLD."retraction_reason", OLD."snapshot_id", OLD."speaker_as_printed", OLD."speaker_id", OLD."text", OLD."translated", OLD."translation_of_id"); RETURN NULL;', hash='037386a7f72c4518532f7fbc59b5ae5298b816e4', operation='DELETE', pgid='pgtrigger_delete_delete_06b4d', table='statements_statement', when='AFTER')),
        ),
        migrations.RunPython(*TO_CHIEFS),
    ]
