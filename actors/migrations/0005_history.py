"""The indexes by which history is read, and triggers that keep what is truncated."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

# Who changed something stands in the context of the change, whose table is pghistory's.
BY_USER = """
CREATE INDEX history_by_user ON pghistory_context ((metadata ->> 'user'), created_at, id)
WHERE (metadata ->> 'user') IS NOT NULL
"""
BY_COMMAND = """
CREATE INDEX history_by_command ON pghistory_context ((metadata ->> 'command'), created_at, id)
WHERE (metadata ->> 'command') IS NOT NULL
"""


class Migration(migrations.Migration):
    """Indexes and triggers of the event tables."""

    dependencies = [("actors", "0004_merging"), ("pghistory", "0007_auto_20250421_0444")]
    operations = [
        migrations.AlterField(
            model_name='actorevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AlterField(
            model_name='actorevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='actors.actor'),
        ),
        migrations.AlterField(
            model_name='actornameevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AlterField(
            model_name='actornameevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='actors.actorname'),
        ),
        migrations.AlterField(
            model_name='tenureevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AlterField(
            model_name='tenureevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='actors.tenure'),
        ),
        migrations.AddIndex(
            model_name='actorevent',
            index=models.Index(fields=['pgh_label', 'pgh_created_at', 'pgh_context'], name='actor_ev_newest'),
        ),
        migrations.AddIndex(
            model_name='actorevent',
            index=models.Index(fields=['pgh_context', 'pgh_label', 'pgh_created_at', 'pgh_id'], name='actor_ev_change'),
        ),
        migrations.AddIndex(
            model_name='actorevent',
            index=models.Index(fields=['pgh_obj', 'pgh_id'], name='actor_ev_record'),
        ),
        migrations.AddIndex(
            model_name='actornameevent',
            index=models.Index(fields=['pgh_label', 'pgh_created_at', 'pgh_context'], name='actorname_ev_newest'),
        ),
        migrations.AddIndex(
            model_name='actornameevent',
            index=models.Index(fields=['pgh_context', 'pgh_label', 'pgh_created_at', 'pgh_id'], name='actorname_ev_change'),
        ),
        migrations.AddIndex(
            model_name='actornameevent',
            index=models.Index(fields=['pgh_obj', 'pgh_id'], name='actorname_ev_record'),
        ),
        migrations.AddIndex(
            model_name='tenureevent',
            index=models.Index(fields=['pgh_label', 'pgh_created_at', 'pgh_context'], name='tenure_ev_newest'),
        ),
        migrations.AddIndex(
            model_name='tenureevent',
            index=models.Index(fields=['pgh_context', 'pgh_label', 'pgh_created_at', 'pgh_id'], name='tenure_ev_change'),
        ),
        migrations.AddIndex(
            model_name='tenureevent',
            index=models.Index(fields=['pgh_obj', 'pgh_id'], name='tenure_ev_record'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='actor',
            trigger=pgtrigger.compiler.Trigger(name='truncate_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "actors_actorevent" (pgh_created_at, pgh_label, pgh_obj_id, pgh_context_id, "country", "created_at", "description", "id", "import_digest", "import_id", "kind", "name", "slug", "wikidata") SELECT NOW(), \'delete\', id, _pgh_attach_context(), "country", "created_at", "description", "id", "import_digest", "import_id", "kind", "name", "slug", "wikidata" FROM "actors_actor"; RETURN NULL;', hash='49c530f21ce3eb7fe8dfb4b049b7e9abb7ff56b9', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_truncate_delete_6cd4b', table='actors_actor', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='actorname',
            trigger=pgtrigger.compiler.Trigger(name='truncate_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "actors_actornameevent" (pgh_created_at, pgh_label, pgh_obj_id, pgh_context_id, "actor_id", "id", "kind", "language", "name") SELECT NOW(), \'delete\', id, _pgh_attach_context(), "actor_id", "id", "kind", "language", "name" FROM "actors_actorname"; RETURN NULL;', hash='9cf37b0025fd00b30907ded26ee0ad7b013aac78', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_truncate_delete_bd6f1', table='actors_actorname', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='tenure',
            trigger=pgtrigger.compiler.Trigger(name='truncate_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "actors_tenureevent" (pgh_created_at, pgh_label, pgh_obj_id, pgh_context_id, "country", "created_at", "end", "id", "import_digest", "import_id", "organisation_id", "person_id", "start", "title") SELECT NOW(), \'delete\', id, _pgh_attach_context(), "country", "created_at", "end", "id", "import_digest", "import_id", "organisation_id", "person_id", "start", "title" FROM "actors_tenure"; RETURN NULL;', hash='4249ff85c23a2a7a35000a91dae086f4446550a5', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_truncate_delete_e3ce1', table='actors_tenure', when='BEFORE')),
        ),
        migrations.RunSQL(BY_USER, "DROP INDEX history_by_user"),
        migrations.RunSQL(BY_COMMAND, "DROP INDEX history_by_command"),
    ]
