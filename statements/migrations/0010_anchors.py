"""Which words of a source a statement's text may leave out or put in."""

from django.db import migrations


class Migration(migrations.Migration):
    """Nothing yet."""

    dependencies = [("statements", "0009_desk")]
    operations = []
