"""What comparing quotations with their sources has found."""

from django.db import migrations


class Migration(migrations.Migration):
    """Nothing yet."""

    dependencies = [("statements", "0011_publishing")]
    operations = []
