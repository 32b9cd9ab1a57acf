"""The indexes by which history is read."""

from django.db import migrations


class Migration(migrations.Migration):
    """Nothing yet."""

    dependencies = [("actors", "0004_merging")]
    operations = []
