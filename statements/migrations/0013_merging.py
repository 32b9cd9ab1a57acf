"""The addresses that topics and exchanges had, and the ids of exchanges that were merged."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

# What is typed for a topic may be an address that it had: lists that are kept are made anew.
NOTING = """
CREATE TRIGGER note_reference AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE
ON public.statements_formertopicaddress
FOR EACH STATEMENT EXECUTE FUNCTION public.note_reference();
"""


class Migration(migrations.Migration):
    """After the log of merges."""

    dependencies = [("actors", "0004_merging"), ("statements", "0012_verification")]

    operations = [
        migrations.CreateModel(
            name='ExchangeImportId',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('import_id', models.CharField(max_length=200, unique=True, verbose_name='id at its source')),
                ('import_digest', models.CharField(db_default='', max_length=64)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='FormerExchangeAddress',
            fields=[
                ('public_id', models.CharField(max_length=12, primary_key=True, serialize=False)),
                ('was_public', models.BooleanField(db_default=False)),
            ],
            options={
                'verbose_name_plural': 'former addresses',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='FormerTopicAddress',
            fields=[
                ('slug', models.SlugField(max_length=120, primary_key=True, serialize=False)),
            ],
            options={
                'verbose_name_plural': 'former addresses',
                'default_permissions': (),
            },
        ),
        migrations.AlterField(
            model_name='topic',
            name='slug',
            field=models.SlugField(help_text='The last part of the address; the old address keeps leading here.', max_length=120, unique=True),
        ),
        migrations.AlterField(
            model_name='topicevent',
            name='slug',
            field=models.SlugField(db_index=False, help_text='The last part of the address; the old address keeps leading here.', max_length=120),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='topic',
            trigger=pgtrigger.compiler.Trigger(name='keep_former_address', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."slug" IS DISTINCT FROM (NEW."slug"))', func='\n        DELETE FROM statements_formertopicaddress WHERE slug = NEW.slug;\n        INSERT INTO statements_formertopicaddress (slug, topic_id) VALUES (OLD.slug, NEW.id)\n            ON CONFLICT (slug) DO UPDATE SET topic_id = EXCLUDED.topic_id;\n        RETURN NULL;\n    ', hash='90fc9a9bd45cc6e3383222f95eb18726363d5e19', operation='UPDATE OF "slug"', pgid='pgtrigger_keep_former_address_416fd', table='statements_topic', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='topic',
            trigger=pgtrigger.compiler.Trigger(name='take_up_address', sql=pgtrigger.compiler.UpsertTriggerSql(func='DELETE FROM statements_formertopicaddress WHERE slug = NEW.slug; RETURN NULL;', hash='b43c1062af691130b2d52e0aeba9d1db86cca9d1', operation='INSERT', pgid='pgtrigger_take_up_address_7e99f', table='statements_topic', when='AFTER')),
        ),
        migrations.AddField(
            model_name='exchangeimportid',
            name='exchange',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='import_ids', to='statements.exchange'),
        ),
        migrations.AddField(
            model_name='formerexchangeaddress',
            name='exchange',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='former_addresses', to='statements.exchange'),
        ),
        migrations.AddField(
            model_name='formertopicaddress',
            name='topic',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='former_addresses', to='statements.topic'),
        ),
        migrations.RunSQL(
            NOTING, "DROP TRIGGER note_reference ON public.statements_formertopicaddress"
        ),
    ]
