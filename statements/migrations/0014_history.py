"""The indexes by which history is read, and triggers that keep what is truncated."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    """Indexes and triggers of the event tables."""

    dependencies = [("statements", "0013_merging"), ("actors", "0005_history")]
    operations = [
        migrations.AlterField(
            model_name='addresseeevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AlterField(
            model_name='addresseeevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='statements.addressee'),
        ),
        migrations.AlterField(
            model_name='attributionevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AlterField(
            model_name='attributionevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='statements.attribution'),
        ),
        migrations.AlterField(
            model_name='correctionevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AlterField(
            model_name='correctionevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='statements.correction'),
        ),
        migrations.AlterField(
            model_name='documentevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AlterField(
            model_name='documentevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='statements.document'),
        ),
        migrations.AlterField(
            model_name='exchangeevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AlterField(
            model_name='exchangeevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='statements.exchange'),
        ),
        migrations.AlterField(
            model_name='exchangetopicsevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AlterField(
            model_name='exchangetopicsevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='statements.exchangetopics'),
        ),
        migrations.AlterField(
            model_name='participationevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AlterField(
            model_name='participationevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='statements.participation'),
        ),
        migrations.AlterField(
            model_name='readoutevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AlterField(
            model_name='readoutevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='statements.readout'),
        ),
        migrations.AlterField(
            model_name='statementevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AlterField(
            model_name='statementevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='statements.statement'),
        ),
        migrations.AlterField(
            model_name='statementlinkevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AlterField(
            model_name='statementlinkevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='statements.statementlink'),
        ),
        migrations.AlterField(
            model_name='statementtopicsevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AlterField(
            model_name='statementtopicsevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='statements.statementtopics'),
        ),
        migrations.AlterField(
            model_name='topicevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AlterField(
            model_name='topicevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='statements.topic'),
        ),
        migrations.AlterField(
            model_name='translationevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AlterField(
            model_name='translationevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='statements.translation'),
        ),
        migrations.AddIndex(
            model_name='addresseeevent',
            index=models.Index(fields=['pgh_label', 'pgh_created_at', 'pgh_context'], name='addressee_ev_newest'),
        ),
        migrations.AddIndex(
            model_name='addresseeevent',
            index=models.Index(fields=['pgh_context', 'pgh_label', 'pgh_created_at', 'pgh_id'], name='addressee_ev_change'),
        ),
        migrations.AddIndex(
            model_name='addresseeevent',
            index=models.Index(fields=['pgh_obj', 'pgh_id'], name='addressee_ev_record'),
        ),
        migrations.AddIndex(
            model_name='attributionevent',
            index=models.Index(fields=['pgh_label', 'pgh_created_at', 'pgh_context'], name='attribution_ev_newest'),
        ),
        migrations.AddIndex(
            model_name='attributionevent',
            index=models.Index(fields=['pgh_context', 'pgh_label', 'pgh_created_at', 'pgh_id'], name='attribution_ev_change'),
        ),
        migrations.AddIndex(
            model_name='attributionevent',
            index=models.Index(fields=['pgh_obj', 'pgh_id'], name='attribution_ev_record'),
        ),
        migrations.AddIndex(
            model_name='correctionevent',
            index=models.Index(fields=['pgh_label', 'pgh_created_at', 'pgh_context'], name='correction_ev_newest'),
        ),
        migrations.AddIndex(
            model_name='correctionevent',
            index=models.Index(fields=['pgh_context', 'pgh_label', 'pgh_created_at', 'pgh_id'], name='correction_ev_change'),
        ),
        migrations.AddIndex(
            model_name='correctionevent',
            index=models.Index(fields=['pgh_obj', 'pgh_id'], name='correction_ev_record'),
        ),
        migrations.AddIndex(
            model_name='documentevent',
            index=models.Index(fields=['pgh_label', 'pgh_created_at', 'pgh_context'], name='document_ev_newest'),
        ),
        migrations.AddIndex(
            model_name='documentevent',
            index=models.Index(fields=['pgh_context', 'pgh_label', 'pgh_created_at', 'pgh_id'], name='document_ev_change'),
        ),
        migrations.AddIndex(
            model_name='documentevent',
            index=models.Index(fields=['pgh_obj', 'pgh_id'], name='document_ev_record'),
        ),
        migrations.AddIndex(
            model_name='exchangeevent',
            index=models.Index(fields=['pgh_label', 'pgh_created_at', 'pgh_context'], name='exchange_ev_newest'),
        ),
        migrations.AddIndex(
            model_name='exchangeevent',
            index=models.Index(fields=['pgh_context', 'pgh_label', 'pgh_created_at', 'pgh_id'], name='exchange_ev_change'),
        ),
        migrations.AddIndex(
            model_name='exchangeevent',
            index=models.Index(fields=['pgh_obj', 'pgh_id'], name='exchange_ev_record'),
        ),
        migrations.AddIndex(
            model_name='exchangetopicsevent',
            index=models.Index(fields=['pgh_label', 'pgh_created_at', 'pgh_context'], name='exchangetopics_ev_newest'),
        ),
        migrations.AddIndex(
            model_name='exchangetopicsevent',
            index=models.Index(fields=['pgh_context', 'pgh_label', 'pgh_created_at', 'pgh_id'], name='exchangetopics_ev_change'),
        ),
        migrations.AddIndex(
            model_name='exchangetopicsevent',
            index=models.Index(fields=['pgh_obj', 'pgh_id'], name='exchangetopics_ev_record'),
        ),
        migrations.AddIndex(
            model_name='participationevent',
            index=models.Index(fields=['pgh_label', 'pgh_created_at', 'pgh_context'], name='participation_ev_newest'),
        ),
        migrations.AddIndex(
            model_name='participationevent',
            index=models.Index(fields=['pgh_context', 'pgh_label', 'pgh_created_at', 'pgh_id'], name='participation_ev_change'),
        ),
        migrations.AddIndex(
            model_name='participationevent',
            index=models.Index(fields=['pgh_obj', 'pgh_id'], name='participation_ev_record'),
        ),
        migrations.AddIndex(
            model_name='readoutevent',
            index=models.Index(fields=['pgh_label', 'pgh_created_at', 'pgh_context'], name='readout_ev_newest'),
        ),
        migrations.AddIndex(
            model_name='readoutevent',
            index=models.Index(fields=['pgh_context', 'pgh_label', 'pgh_created_at', 'pgh_id'], name='readout_ev_change'),
        ),
        migrations.AddIndex(
            model_name='readoutevent',
            index=models.Index(fields=['pgh_obj', 'pgh_id'], name='readout_ev_record'),
        ),
        migrations.AddIndex(
            model_name='statementevent',
            index=models.Index(fields=['pgh_label', 'pgh_created_at', 'pgh_context'], name='statement_ev_newest'),
        ),
        migrations.AddIndex(
            model_name='statementevent',
            index=models.Index(fields=['pgh_context', 'pgh_label', 'pgh_created_at', 'pgh_id'], name='statement_ev_change'),
        ),
        migrations.AddIndex(
            model_name='statementevent',
            index=models.Index(fields=['pgh_obj', 'pgh_id'], name='statement_ev_record'),
        ),
        migrations.AddIndex(
            model_name='statementlinkevent',
            index=models.Index(fields=['pgh_label', 'pgh_created_at', 'pgh_context'], name='statementlink_ev_newest'),
        ),
        migrations.AddIndex(
            model_name='statementlinkevent',
            index=models.Index(fields=['pgh_context', 'pgh_label', 'pgh_created_at', 'pgh_id'], name='statementlink_ev_change'),
        ),
        migrations.AddIndex(
            model_name='statementlinkevent',
            index=models.Index(fields=['pgh_obj', 'pgh_id'], name='statementlink_ev_record'),
        ),
        migrations.AddIndex(
            model_name='statementtopicsevent',
            index=models.Index(fields=['pgh_label', 'pgh_created_at', 'pgh_context'], name='statementtopics_ev_newest'),
        ),
        migrations.AddIndex(
            model_name='statementtopicsevent',
            index=models.Index(fields=['pgh_context', 'pgh_label', 'pgh_created_at', 'pgh_id'], name='statementtopics_ev_change'),
        ),
        migrations.AddIndex(
            model_name='statementtopicsevent',
            index=models.Index(fields=['pgh_obj', 'pgh_id'], name='statementtopics_ev_record'),
        ),
        migrations.AddIndex(
            model_name='topicevent',
            index=models.Index(fields=['pgh_label', 'pgh_created_at', 'pgh_context'], name='topic_ev_newest'),
        ),
        migrations.AddIndex(
            model_name='topicevent',
            index=models.Index(fields=['pgh_context', 'pgh_label', 'pgh_created_at', 'pgh_id'], name='topic_ev_change'),
        ),
        migrations.AddIndex(
            model_name='topicevent',
            index=models.Index(fields=['pgh_obj', 'pgh_id'], name='topic_ev_record'),
        ),
        migrations.AddIndex(
            model_name='translationevent',
            index=models.Index(fields=['pgh_label', 'pgh_created_at', 'pgh_context'], name='translation_ev_newest'),
        ),
        migrations.AddIndex(
            model_name='translationevent',
            index=models.Index(fields=['pgh_context', 'pgh_label', 'pgh_created_at', 'pgh_id'], name='translation_ev_change'),
        ),
        migrations.AddIndex(
            model_name='translationevent',
            index=models.Index(fields=['pgh_obj', 'pgh_id'], name='translation_ev_record'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='addressee',
            trigger=pgtrigger.compiler.Trigger(name='truncate_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statements_addresseeevent" (pgh_created_at, pgh_label, pgh_obj_id, pgh_context_id, "actor_id", "id", "name_as_printed", "statement_id") SELECT NOW(), \'delete\', id, _pgh_attach_context(), "actor_id", "id", "name_as_printed", "statement_id" FROM "statements_addressee"; RETURN NULL;', hash='67ab9d5b9d4213ac1fdc1ed08f7c75fd5452bd6d', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_truncate_delete_f4559', table='statements_addressee', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='attribution',
            trigger=pgtrigger.compiler.Trigger(name='truncate_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statements_attributionevent" (pgh_created_at, pgh_label, pgh_obj_id, pgh_context_id, "actor_id", "id", "name_as_printed", "position", "role", "statement_id") SELECT NOW(), \'delete\', id, _pgh_attach_context(), "actor_id", "id", "name_as_printed", "position", "role", "statement_id" FROM "statements_attribution"; RETURN NULL;', hash='36b692fd364132252407c394330c407e1b4152ca', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_truncate_delete_04748', table='statements_attribution', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='correction',
            trigger=pgtrigger.compiler.Trigger(name='truncate_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statements_correctionevent" (pgh_created_at, pgh_label, pgh_obj_id, pgh_context_id, "corrected_at", "editor_id", "id", "note", "statement_id", "text_before") SELECT NOW(), \'delete\', id, _pgh_attach_context(), "corrected_at", "editor_id", "id", "note", "statement_id", "text_before" FROM "statements_correction"; RETURN NULL;', hash='af856ee114cbf03a1987d30ead5ae3a0314024e8', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_truncate_delete_7e8c5', table='statements_correction', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='document',
            trigger=pgtrigger.compiler.Trigger(name='truncate_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statements_documentevent" (pgh_created_at, pgh_label, pgh_obj_id, pgh_context_id, "created_at", "date", "editorial_status", "entered_by_id", "id", "import_digest", "import_id", "kind", "language", "override_reason", "public_id", "publisher_as_printed", "publisher_id", "retraction_reason", "rights", "summary", "time", "timezone", "title", "url") SELECT NOW(), \'delete\', id, _pgh_attach_context(), "created_at", "date", "editorial_status", "entered_by_id", "id", "import_digest", "import_id", "kind", "language", "override_reason", "public_id", "publisher_as_printed", "publisher_id", "retraction_reason", "rights", "summary", "time", "timezone", "title", "url" FROM "statements_document"; RETURN NULL;', hash='280b0ee6c8286b7d81c92947eb3144fd5b5055a4', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_truncate_delete_43e76', table='statements_document', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='exchange',
            trigger=pgtrigger.compiler.Trigger(name='truncate_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statements_exchangeevent" (pgh_created_at, pgh_label, pgh_obj_id, pgh_context_id, "another_that_day", "condition", "countries", "created_at", "date", "editorial_status", "entered_by_id", "id", "import_digest", "import_id", "kind", "override_reason", "part_of_id", "place", "public_id", "retraction_reason", "source_url", "status", "summary", "time", "timezone", "title") SELECT NOW(), \'delete\', id, _pgh_attach_context(), "another_that_day", "condition", "countries", "created_at", "date", "editorial_status", "entered_by_id", "id", "import_digest", "import_id", "kind", "override_reason", "part_of_id", "place", "public_id", "retraction_reason", "source_url", "status", "summary", "time", "timezone", "title" FROM "statements_exchange"; RETURN NULL;', hash='a6d8175de71298585f3c62dbd05af97323a5fa2c', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_truncate_delete_b4702', table='statements_exchange', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='exchangetopics',
            trigger=pgtrigger.compiler.Trigger(name='truncate_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statements_exchangetopicsevent" (pgh_created_at, pgh_label, pgh_obj_id, pgh_context_id, "exchange_id", "id", "topic_id") SELECT NOW(), \'delete\', id, _pgh_attach_context(), "exchange_id", "id", "topic_id" FROM "statements_exchange_topics"; RETURN NULL;', hash='2016a9bb782a2bfa6d0c4a038f874dde3073e916', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_truncate_delete_dbc81', table='statements_exchange_topics', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='participation',
            trigger=pgtrigger.compiler.Trigger(name='truncate_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statements_participationevent" (pgh_created_at, pgh_label, pgh_obj_id, pgh_context_id, "actor_id", "exchange_id", "id", "name_as_printed", "role") SELECT NOW(), \'delete\', id, _pgh_attach_context(), "actor_id", "exchange_id", "id", "name_as_printed", "role" FROM "statements_participation"; RETURN NULL;', hash='11481345045786895bed46a9940492e4f11fa78b', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_truncate_delete_2b4a2', table='statements_participation', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='readout',
            trigger=pgtrigger.compiler.Trigger(name='truncate_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statements_readoutevent" (pgh_created_at, pgh_label, pgh_obj_id, pgh_context_id, "claimed_date", "claimed_initiator_id", "claimed_minutes", "created_at", "document_id", "exchange_id", "id", "import_digest", "import_id", "none_found_on", "note", "side_id") SELECT NOW(), \'delete\', id, _pgh_attach_context(), "claimed_date", "claimed_initiator_id", "claimed_minutes", "created_at", "document_id", "exchange_id", "id", "import_digest", "import_id", "none_found_on", "note", "side_id" FROM "statements_readout"; RETURN NULL;', hash='14d1da78a33f94363d7dcf1d72121747433f4027', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_truncate_delete_907d3', table='statements_readout', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='truncate_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statements_statementevent" (pgh_created_at, pgh_label, pgh_obj_id, pgh_context_id, "anchor_end", "anchor_exact", "anchor_start", "attribution_as_printed", "created_at", "date", "document_id", "editorial_status", "entered_by_id", "exchange_id", "id", "import_digest", "import_id", "language", "override_reason", "public_id", "quote_type", "retraction_reason", "snapshot_id", "speaker_as_printed", "speaker_id", "text", "translated", "translation_of_id") SELECT NOW(), \'delete\', id, _pgh_attach_context(), "anchor_end", "anchor_exact", "anchor_start", "attribution_as_printed", "created_at", "date", "document_id", "editorial_status", "entered_by_id", "exchange_id", "id", "import_digest", "import_id", "language", "override_reason", "public_id", "quote_type", "retraction_reason", "snapshot_id", "speaker_as_printed", "speaker_id", "text", "translated", "translation_of_id" FROM "statements_statement"; RETURN NULL;', hash='419e7d934d8550bd993c91ba3f447e633029f287', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_truncate_delete_1d2a1', table='statements_statement', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statementlink',
            trigger=pgtrigger.compiler.Trigger(name='truncate_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statements_statementlinkevent" (pgh_created_at, pgh_label, pgh_obj_id, pgh_context_id, "editor_id", "id", "kind", "made_at", "other_id", "reason", "statement_id") SELECT NOW(), \'delete\', id, _pgh_attach_context(), "editor_id", "id", "kind", "made_at", "other_id", "reason", "statement_id" FROM "statements_statementlink"; RETURN NULL;', hash='8ca1895a52ad0e72dfccd06e3aeb98d2e31f0873', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_truncate_delete_4ab0e', table='statements_statementlink', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statementtopics',
            trigger=pgtrigger.compiler.Trigger(name='truncate_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statements_statementtopicsevent" (pgh_created_at, pgh_label, pgh_obj_id, pgh_context_id, "id", "statement_id", "topic_id") SELECT NOW(), \'delete\', id, _pgh_attach_context(), "id", "statement_id", "topic_id" FROM "statements_statement_topics"; RETURN NULL;', hash='52e00ae6283e2c53c741b26656d0231d1582e289', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_truncate_delete_4f30f', table='statements_statement_topics', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='topic',
            trigger=pgtrigger.compiler.Trigger(name='truncate_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statements_topicevent" (pgh_created_at, pgh_label, pgh_obj_id, pgh_context_id, "aliases", "created_at", "id", "import_digest", "import_id", "name", "parent_id", "slug") SELECT NOW(), \'delete\', id, _pgh_attach_context(), "aliases", "created_at", "id", "import_digest", "import_id", "name", "parent_id", "slug" FROM "statements_topic"; RETURN NULL;', hash='8288712ffaddfbc2d7090723dd6c14280495c38b', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_truncate_delete_efe65', table='statements_topic', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='translation',
            trigger=pgtrigger.compiler.Trigger(name='truncate_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statements_translationevent" (pgh_created_at, pgh_label, pgh_obj_id, pgh_context_id, "id", "language", "statement_id", "text", "translator") SELECT NOW(), \'delete\', id, _pgh_attach_context(), "id", "language", "statement_id", "text", "translator" FROM "statements_translation"; RETURN NULL;', hash='bca49c3674d404279aea386dc39be525fc03a380', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_truncate_delete_a0896', table='statements_translation', when='BEFORE')),
        ),
    ]
