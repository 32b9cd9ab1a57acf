from django.db import migrations


class Migration(migrations.Migration):
    """To be filled."""

    dependencies = [("statements", "0005_postings")]
    operations: list[migrations.operations.base.Operation] = []
