"""Entering an exchange from its source."""

from django.db import migrations


class Migration(migrations.Migration):
    """Nothing yet."""

    dependencies = [("statements", "0015_roles")]
    operations = []
