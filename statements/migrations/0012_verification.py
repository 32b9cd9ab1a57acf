"""What comparing quotations with their sources has found, and what each copy was when it came."""

import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

# The copies that are there are sealed as they are.
SEAL = """
INSERT INTO public.statements_snapshotseal (snapshot_id, document_id, retrieved_at, sha256)
SELECT id, document_id, retrieved_at, sha256 FROM public.statements_snapshot
ON CONFLICT DO NOTHING
"""

# What was found of a statement goes with it, however it is deleted.
KEY = """
ALTER TABLE public.statements_failedcheck ADD CONSTRAINT failed_check_statement
FOREIGN KEY (statement_id) REFERENCES public.statements_statement ON DELETE CASCADE
"""

OF_COPY = "SELECT id FROM public.statements_statement WHERE snapshot_id IN ({these})"

# Lists say what failed: whoever keeps one in memory makes it anew.
NOTED = [
    ("note_statement", "statement", "statement_id"),
    ("note_copy", "statement", "snapshot_id", OF_COPY),
]
TRANSITIONS = {
    "INSERT": "NEW TABLE AS new_rows",
    "UPDATE": "OLD TABLE AS old_rows NEW TABLE AS new_rows",
    "DELETE": "OLD TABLE AS old_rows",
}


def noting(name: str, *arguments: str) -> str:
    """Give the statements that make the triggers by which a failed check is noted."""
    quoted = ", ".join(f"'{argument}'" for argument in arguments)
    return "".join(
        f"CREATE TRIGGER {name}_{operation.lower()} AFTER {operation} "
        f"ON public.statements_failedcheck REFERENCING {rows} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION public.note_change({quoted});"
        for operation, rows in TRANSITIONS.items()
    )


class Migration(migrations.Migration):
    """Rows of runs and of what failed, none of what was found right."""

    dependencies = [("statements", "0011_publishing")]

    operations = [
        migrations.CreateModel(
            name='FailedCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(choices=[('other_words', 'other words stand at its place in the kept copy'), ('not_its_own', 'the words at its place in the kept copy are not its own'), ('not_its_copy', 'it is anchored in a copy that is not one of its document'), ('no_anchor', 'it was published word for word without a place in a kept copy'), ('not_quoted', 'words in quotation marks do not stand in the kept copy'), ('changed', 'the copy was changed after it was kept'), ('damaged', 'the copy does not have the hash that is stored with it'), ('unsealed', 'the copy came in without being sealed'), ('gone', 'the copy is gone')], max_length=12)),
                ('should', models.TextField(blank=True, db_default='')),
                ('stands', models.TextField(blank=True, db_default='')),
                ('checked_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='SnapshotSeal',
            fields=[
                ('snapshot', models.OneToOneField(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, primary_key=True, related_name='seal', serialize=False, to='statements.snapshot')),
                ('document_id', models.BigIntegerField()),
                ('retrieved_at', models.DateTimeField()),
                ('sha256', models.CharField(max_length=64)),
                ('sealed_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
        ),
        migrations.CreateModel(
            name='VerificationRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('started_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('ended_at', models.DateTimeField(null=True)),
                ('interrupted', models.BooleanField(db_default=False, default=False)),
                ('only', models.CharField(blank=True, db_default='', max_length=60)),
                ('statements', models.IntegerField(db_default=0, default=0)),
                ('snapshots', models.IntegerField(db_default=0, default=0)),
                ('failures', models.IntegerField(db_default=0, default=0)),
            ],
            options={
                'ordering': ['-started_at'],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='snapshot',
            trigger=pgtrigger.compiler.Trigger(name='seal', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        INSERT INTO statements_snapshotseal (snapshot_id, document_id, retrieved_at, sha256)\n        VALUES (NEW.id, NEW.document_id, NEW.retrieved_at, NEW.sha256);\n        IF EXISTS (\n            SELECT FROM statements_snapshot WHERE document_id = NEW.document_id AND id <> NEW.id\n        ) THEN\n            PERFORM public.note_records('statement', ARRAY(\n                SELECT id FROM statements_statement WHERE document_id = NEW.document_id\n            ));\n        END IF;\n        RETURN NULL;\n    ", hash='3e427b4b05adc560f93a69d5cae20ee3d5ca5e1e', operation='INSERT', pgid='pgtrigger_seal_e8417', table='statements_snapshot', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='failed_check_is_void', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."text" IS DISTINCT FROM NEW."text" OR OLD."quote_type" IS DISTINCT FROM NEW."quote_type" OR OLD."document_id" IS DISTINCT FROM NEW."document_id" OR OLD."snapshot_id" IS DISTINCT FROM NEW."snapshot_id" OR OLD."anchor_start" IS DISTINCT FROM NEW."anchor_start" OR OLD."anchor_end" IS DISTINCT FROM NEW."anchor_end" OR OLD."anchor_exact" IS DISTINCT FROM NEW."anchor_exact" OR OLD."editorial_status" IS DISTINCT FROM NEW."editorial_status" OR OLD."override_reason" IS DISTINCT FROM NEW."override_reason")', func='\n        DELETE FROM statements_failedcheck WHERE statement_id = NEW.id AND (\n            NEW.snapshot_id IS NULL OR NEW.anchor_exact = (\n                SELECT substr(text, NEW.anchor_start + 1, NEW.anchor_end - NEW.anchor_start)\n                FROM statements_snapshot\n                WHERE id = NEW.snapshot_id AND document_id = NEW.document_id\n            )\n        );\n        RETURN NULL;\n    ', hash='55dfffd60d089e940212c73bce26b7e7d3d35b8d', operation='UPDATE OF "text", "quote_type", "document_id", "snapshot_id", "anchor_start", "anchor_end", "anchor_exact", "editorial_status", "override_reason"', pgid='pgtrigger_failed_check_is_void_e3d3f', table='statements_statement', when='AFTER')),
        ),
        migrations.AddField(
            model_name='failedcheck',
            name='snapshot',
            field=models.OneToOneField(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='failed_check', to='statements.snapshot'),
        ),
        migrations.AddField(
            model_name='failedcheck',
            name='statement',
            field=models.OneToOneField(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='failed_check', to='statements.statement'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='snapshotseal',
            trigger=pgtrigger.compiler.Trigger(name='immutable', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='16c013e886d4d1d4b6e70bbf8cfbd31b03ef0e9b', operation='UPDATE OR DELETE', pgid='pgtrigger_immutable_af323', table='statements_snapshotseal', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='verificationrun',
            index=models.Index(condition=models.Q(('ended_at__isnull', False), ('interrupted', False), ('only', '')), fields=['started_at'], name='run_of_all'),
        ),
        migrations.AddField(
            model_name='failedcheck',
            name='run',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='failed', to='statements.verificationrun'),
        ),
        migrations.AddConstraint(
            model_name='failedcheck',
            constraint=models.CheckConstraint(condition=models.Q(('statement', None), ('snapshot', None), _connector='XOR'), name='failed_check_is_of_one'),
        ),
        migrations.AddConstraint(
            model_name='failedcheck',
            constraint=models.CheckConstraint(condition=models.Q(('reason__in', ['other_words', 'not_its_own', 'not_its_copy', 'no_anchor', 'not_quoted', 'changed', 'damaged', 'unsealed', 'gone'])), name='failed_check_reason_is_known'),
        ),
        migrations.RunSQL(SEAL, migrations.RunSQL.noop),
        migrations.RunSQL(KEY, migrations.RunSQL.noop),
        migrations.RunSQL("".join(noting(*noted) for noted in NOTED), migrations.RunSQL.noop),
    ]
