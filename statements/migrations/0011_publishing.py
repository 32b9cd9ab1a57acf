"""What stands against publishing a record."""

from django.db import migrations


class Migration(migrations.Migration):
    """Nothing yet."""

    dependencies = [("statements", "0010_anchors")]
    operations = []
