"""How a source that is entered is recognised as one that is there: by its text, by its address."""

import django.contrib.postgres.indexes
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("statements", "0015_roles")]
    operations = [
        migrations.AddIndex(
            model_name="snapshot",
            index=models.Index(fields=["sha256"], name="snapshot_hash"),
        ),
        migrations.AddIndex(
            model_name="document",
            index=django.contrib.postgres.indexes.HashIndex(fields=["url"], name="document_address"),
        ),
    ]
