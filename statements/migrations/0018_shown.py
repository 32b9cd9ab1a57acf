"""What of a document’s copy readers may see."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

# The licences of `statements/licences.py` as they were then: what they become changes no old rows.
BY_RIGHTS = (
    r"CASE WHEN ltrim(rtrim(regexp_replace(translate(rights, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'ab"
    r"cdefghijklmnopqrstuvwxyz'), ' +', ' ', 'g'), ' .'), ' ') ~ '^(?:(?:[a-z0-9-]+\.)+[a-z]+,"
    r" )?(?:cc by(?:-sa)?(?: (?:1\.0|"
    r"2\.0|2\.5|3\.0(?: unported)?|4\.0(?: international)?))?|cc-by(?:-sa)?-(?:1\.0|2\.0|2\.5|"
    r"3\.0|4\.0)|creative commons attribution(?:[- ]share ?alike)?(?: (?:1\.0|2\.0|2\.5|"
    r"3\.0(?: unported)?|4\.0(?: international)?))?(?: (?:public )?licen[cs]e)?|"
    r"https?://creativecommons\.org/licenses/by(?:-sa)?/(?:1\.0|2\.0|2\.5|3\.0|4\.0)/?|"
    r"cc0(?:[- ]1\.0)?(?: universal)?|(?:in the )?public domain|public domain mark 1\.0|"
    r"https?://creativecommons\.org/publicdomain/(?:zero|mark)/1\.0/?|"
    r"open government licence(?: v?[123]\.0)?|ogl-uk-[123]\.0|"
    r"https?://www\.nationalarchives\.gov\.uk/doc/open-government-licence/version/[123]/?|"
    r"licence ouverte(?: ?/ ?open licence)?(?: (?:version |v)?[12]\.0)?|"
    r"etalab-2\.0)$' THEN 'whole' ELSE 'quotations' END"
)
# What is there is shown as an import would have it: what was recorded of it before, too, so that
# the history tells of no change that nobody made.
SHOWN = f"""
UPDATE public.statements_document SET copy_shown = 'whole'
WHERE {BY_RIGHTS} = 'whole';
UPDATE public.statements_documentevent SET copy_shown = 'whole'
WHERE {BY_RIGHTS} = 'whole';
"""  # noqa: S608, made of constants


class Migration(migrations.Migration):
    """The rows are set while nothing notes what is changed."""

    dependencies = [
        ('actors', '0005_history'),
        ('statements', '0017_undoing'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
            model_name='document',
            name='truncate_delete',
        ),
        migrations.AddField(
            model_name='document',
            name='copy_shown',
            field=models.CharField(choices=[('quotations', 'only quotations'), ('whole', 'the whole copy')], db_default='quotations', default='quotations', help_text='Of the kept copy. The whole of it only where the licence or the law lets anybody show it: say under “Rights” which. Otherwise the quotations alone.', max_length=10, verbose_name='readers see'),
        ),
        migrations.AddField(
            model_name='document',
            name='copy_shown_is_chosen',
            field=models.BooleanField(db_default=False, default=False, editable=False, verbose_name='what readers see was chosen'),
        ),
        migrations.AddField(
            model_name='documentevent',
            name='copy_shown',
            field=models.CharField(choices=[('quotations', 'only quotations'), ('whole', 'the whole copy')], db_default='quotations', default='quotations', help_text='Of the kept copy. The whole of it only where the licence or the law lets anybody show it: say under “Rights” which. Otherwise the quotations alone.', max_length=10, verbose_name='readers see'),
        ),
        migrations.AddField(
            model_name='documentevent',
            name='copy_shown_is_chosen',
            field=models.BooleanField(db_default=False, default=False, editable=False, verbose_name='what readers see was chosen'),
        ),
        migrations.AlterField(
            model_name='document',
            name='rights',
            field=models.CharField(blank=True, db_default='', help_text='The licence or terms, as the publisher gives them, such as CC BY 4.0.', max_length=300),
        ),
        migrations.AlterField(
            model_name='documentevent',
            name='rights',
            field=models.CharField(blank=True, db_default='', help_text='The licence or terms, as the publisher gives them, such as CC BY 4.0.', max_length=300),
        ),
        migrations.RunSQL(SHOWN, migrations.RunSQL.noop),
        pgtrigger.migrations.AddTrigger(
            model_name='document',
            trigger=pgtrigger.compiler.Trigger(name='shown_is_chosen', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."copy_shown" <> NEW."copy_shown")', func='NEW.copy_shown_is_chosen := true; RETURN NEW;', hash='f939fd4d90166906021cb94a2b42bab09724d577', operation='UPDATE OF "copy_shown"', pgid='pgtrigger_shown_is_chosen_bb619', table='statements_document', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='document',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statements_documentevent" ("copy_shown", "copy_shown_is_chosen", "created_at", "date", "editorial_status", "entered_by_id", "id", "import_digest", "import_id", "kind", "language", "override_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "publisher_as_printed", "publisher_id", "retraction_reason", "rights", "summary", "time", "timezone", "title", "url") VALUES (NEW."copy_shown", NEW."copy_shown_is_chosen", NEW."created_at", NEW."date", NEW."editorial_status", NEW."entered_by_id", NEW."id", NEW."import_digest", NEW."import_id", NEW."kind", NEW."language", NEW."override_reason", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."publisher_as_printed", NEW."publisher_id", NEW."retraction_reason", NEW."rights", NEW."summary", NEW."time", NEW."timezone", NEW."title", NEW."url"); RETURN NULL;', hash='365ad0646e12448cc10eb85546734adbe7766537', operation='INSERT', pgid='pgtrigger_insert_insert_7946c', table='statements_document', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='document',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."copy_shown" IS DISTINCT FROM (NEW."copy_shown") OR OLD."copy_shown_is_chosen" IS DISTINCT FROM (NEW."copy_shown_is_chosen") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."date" IS DISTINCT FROM (NEW."date") OR OLD."editorial_status" IS DISTINCT FROM (NEW."editorial_status") OR OLD."entered_by_id" IS DISTINCT FROM (NEW."entered_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."import_digest" IS DISTINCT FROM (NEW."import_digest") OR OLD."import_id" IS DISTINCT FROM (NEW."import_id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."override_reason" IS DISTINCT FROM (NEW."override_reason") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."publisher_id" IS DISTINCT FROM (NEW."publisher_id") OR OLD."publisher_as_printed" IS DISTINCT FROM (NEW."publisher_as_printed") OR OLD."retraction_reason" IS DISTINCT FROM (NEW."retraction_reason") OR OLD."rights" IS DISTINCT FROM (NEW."rights") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."time" IS DISTINCT FROM (NEW."time") OR OLD."timezone" IS DISTINCT FROM (NEW."timezone") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."url" IS DISTINCT FROM (NEW."url"))', func='INSERT INTO "statements_documentevent" ("copy_shown", "copy_shown_is_chosen", "created_at", "date", "editorial_status", "entered_by_id", "id", "import_digest", "import_id", "kind", "language", "override_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "publisher_as_printed", "publisher_id", "retraction_reason", "rights", "summary", "time", "timezone", "title", "url") VALUES (OLD."copy_shown", OLD."copy_shown_is_chosen", OLD."created_at", OLD."date", OLD."editorial_status", OLD."entered_by_id", OLD."id", OLD."import_digest", OLD."import_id", OLD."kind", OLD."language", OLD."override_reason", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."public_id", OLD."publisher_as_printed", OLD."publisher_id", OLD."retraction_reason", OLD."rights", OLD."summary", OLD."time", OLD."timezone", OLD."title", OLD."url"); RETURN NULL;', hash='6aa8e4cdd9c317c0309f86ed0b76bd2220440254', operation='UPDATE', pgid='pgtrigger_update_update_8d932', table='statements_document', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='document',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statements_documentevent" ("copy_shown", "copy_shown_is_chosen", "created_at", "date", "editorial_status", "entered_by_id", "id", "import_digest", "import_id", "kind", "language", "override_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "publisher_as_printed", "publisher_id", "retraction_reason", "rights", "summary", "time", "timezone", "title", "url") VALUES (OLD."copy_shown", OLD."copy_shown_is_chosen", OLD."created_at", OLD."date", OLD."editorial_status", OLD."entered_by_id", OLD."id", OLD."import_digest", OLD."import_id", OLD."kind", OLD."language", OLD."override_reason", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."publisher_as_printed", OLD."publisher_id", OLD."retraction_reason", OLD."rights", OLD."summary", OLD."time", OLD."timezone", OLD."title", OLD."url"); RETURN NULL;', hash='767674a44131351154ffa17194cee36d58385b4c', operation='DELETE', pgid='pgtrigger_delete_delete_33b38', table='statements_document', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='document',
            trigger=pgtrigger.compiler.Trigger(name='truncate_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statements_documentevent" (pgh_created_at, pgh_label, pgh_obj_id, pgh_context_id, "copy_shown", "copy_shown_is_chosen", "created_at", "date", "editorial_status", "entered_by_id", "id", "import_digest", "import_id", "kind", "language", "override_reason", "public_id", "publisher_as_printed", "publisher_id", "retraction_reason", "rights", "summary", "time", "timezone", "title", "url") SELECT NOW(), \'delete\', id, _pgh_attach_context(), "copy_shown", "copy_shown_is_chosen", "created_at", "date", "editorial_status", "entered_by_id", "id", "import_digest", "import_id", "kind", "language", "override_reason", "public_id", "publisher_as_printed", "publisher_id", "retraction_reason", "rights", "summary", "time", "timezone", "title", "url" FROM "statements_document"; RETURN NULL;', hash='d5e0008959fcfbbd1d331675197991363cb1227e', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_truncate_delete_43e76', table='statements_document', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(('copy_shown__in', ['quotations', 'whole'])), name='document_copy_shown_is_known'),
        ),
    ]
