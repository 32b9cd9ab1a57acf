"""The log of merges."""

import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

# What a row of then has become by the merges after the one that is named: itself, or what it was
# merged into, and so on.
MERGED_INTO = """
CREATE FUNCTION public.merged_into(model text, key bigint, since bigint) RETURNS bigint
LANGUAGE sql STABLE AS $$
    WITH RECURSIVE onward (key, merge) AS (
        SELECT $2, $3
        UNION ALL SELECT later.kept, later.id
        FROM onward JOIN public.actors_merge AS later
            ON later.record = $1 AND later.gone = onward.key AND later.id > onward.merge
                AND later.undone_at IS NULL
    ) SELECT key FROM onward ORDER BY merge DESC LIMIT 1
$$
"""


class Migration(migrations.Migration):
    """The log, which is only added to, and the slug that a new actor takes up."""

    dependencies = [
        ("actors", "0003_likeness"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Merge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('record', models.CharField(max_length=40)),
                ('kept', models.BigIntegerField()),
                ('gone', models.BigIntegerField()),
                ('kept_name', models.TextField()),
                ('gone_name', models.TextField()),
                ('gone_address', models.CharField(max_length=120, verbose_name='address that it had')),
                ('reason', models.TextField()),
                ('merged_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='when')),
                ('undone_at', models.DateTimeField(null=True, verbose_name='undone')),
                ('not_put_back', models.JSONField(default=list)),
            ],
            options={
                'ordering': ['-id'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='MergeStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('action', models.CharField(choices=[('moved', 'moved'), ('dropped', 'dropped'), ('made', 'made'), ('gone', 'gone'), ('filled', 'filled')], max_length=7)),
                ('model', models.CharField(max_length=80)),
                ('field', models.CharField(blank=True, db_default='', max_length=80)),
                ('number', models.IntegerField()),
                ('rows', models.JSONField()),
            ],
            options={
                'ordering': ['id'],
                'default_permissions': (),
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='actor',
            trigger=pgtrigger.compiler.Trigger(name='take_up_address', sql=pgtrigger.compiler.UpsertTriggerSql(func='DELETE FROM actors_formeraddress WHERE slug = NEW.slug; RETURN NULL;', hash='fe8db8456e3f127e2f71207f14f63c3a1e75ff94', operation='INSERT', pgid='pgtrigger_take_up_address_834a4', table='actors_actor', when='AFTER')),
        ),
        migrations.AddField(
            model_name='merge',
            name='merged_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='merge',
            name='undone_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='mergestep',
            name='merge',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='actors.merge'),
        ),
        migrations.AddIndex(
            model_name='merge',
            index=models.Index(fields=['record', 'kept'], name='merge_by_kept'),
        ),
        migrations.AddConstraint(
            model_name='merge',
            constraint=models.CheckConstraint(condition=models.Q(('reason__regex', '^\\s*$'), _negated=True), name='merge_has_a_reason', violation_error_message='Say why these are one and the same.'),
        ),
        migrations.AddConstraint(
            model_name='merge',
            constraint=models.CheckConstraint(condition=models.Q(('kept', models.F('gone')), _negated=True), name='merge_is_of_two'),
        ),
        migrations.AddConstraint(
            model_name='merge',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('undone_at', None), ('undone_by', None)), models.Q(('undone_at__isnull', False), ('undone_by__isnull', False)), _connector='OR'), name='merge_is_undone_by_somebody'),
        ),
        migrations.AddConstraint(
            model_name='merge',
            constraint=models.UniqueConstraint(condition=models.Q(('undone_at', None)), fields=('record', 'gone'), name='merge_once', violation_error_message='This was merged already.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='merge',
            trigger=pgtrigger.compiler.Trigger(name='stands', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF OLD.undone_at IS NOT NULL\n            OR to_jsonb(NEW) - ARRAY['undone_at', 'undone_by_id', 'not_put_back']\n                <> to_jsonb(OLD) - ARRAY['undone_at', 'undone_by_id', 'not_put_back'] THEN\n            RAISE check_violation USING CONSTRAINT = 'merge_stands',\n                MESSAGE = 'The log of merges is not rewritten.';\n        END IF;\n        RETURN NEW;\n    ", hash='1fa342417f99088dda966274d82a37baece37b62', operation='UPDATE', pgid='pgtrigger_stands_c946f', table='actors_merge', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='merge',
            trigger=pgtrigger.compiler.Trigger(name='stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='061a807c52f150df9ee3f911da7ad5021f605563', operation='DELETE', pgid='pgtrigger_stays_ac12a', table='actors_merge', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='mergestep',
            constraint=models.CheckConstraint(condition=models.Q(('action__in', ['moved', 'dropped', 'made', 'gone', 'filled'])), name='merge_step_action_is_known'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='mergestep',
            trigger=pgtrigger.compiler.Trigger(name='stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='bc8cc99348f0ac2b4c86c70b575282480d7665f8', operation='UPDATE OR DELETE', pgid='pgtrigger_stays_95b3a', table='actors_mergestep', when='BEFORE')),
        ),
        migrations.RunSQL(
            MERGED_INTO, "DROP FUNCTION public.merged_into(text, bigint, bigint)"
        ),
    ]
