"""Merges of actors."""

from django.db import migrations


class Migration(migrations.Migration):
    """Nothing yet."""

    dependencies = [("actors", "0003_likeness")]
    operations = []
