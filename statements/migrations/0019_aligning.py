"""Which passages of the sides say the same, as editors see it."""

from django.db import migrations


class Migration(migrations.Migration):
    """Which passages of the sides say the same, as editors see it."""

    dependencies = [("statements", "0018_shown")]

    operations = []
