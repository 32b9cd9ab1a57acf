from django.db import migrations


class Migration(migrations.Migration):
    """To be filled."""

    dependencies = [("statements", "0004_roles")]
    operations: list[migrations.operations.base.Operation] = []
