"""The indexes by which history is read."""

from django.db import migrations


class Migration(migrations.Migration):
    """Nothing yet."""

    dependencies = [("statements", "0013_merging")]
    operations = []
