"""What of a document’s copy readers may see."""

from django.db import migrations


class Migration(migrations.Migration):
    """What of a document’s copy readers may see."""

    dependencies = [("statements", "0017_undoing")]

    operations = []
