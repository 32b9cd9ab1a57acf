"""Merges, and the addresses that records had."""

from django.db import migrations


class Migration(migrations.Migration):
    """Nothing yet."""

    dependencies = [("statements", "0012_verification")]
    operations = []
