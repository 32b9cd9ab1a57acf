from django.db import migrations


class Migration(migrations.Migration):
    """To be filled."""

    dependencies = [("statements", "0006_words")]
    operations: list[migrations.operations.base.Operation] = []
