"""What the web role of the database may do."""

from django.db import migrations


class Migration(migrations.Migration):
    """Nothing yet."""

    dependencies = [("statements", "0014_history")]
    operations = []
