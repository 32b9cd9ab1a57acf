"""The SQL functions that read EDTF; generated columns of other apps use them."""

from pathlib import Path

from django.db import migrations

FUNCTIONS = Path(__file__).parent.parent / "sql" / "functions.sql"
DROP_FUNCTIONS = """
DROP FUNCTION public.edtf_precision(text), public.edtf_latest(text), public.edtf_earliest(text),
    public.edtf_span(text), public.edtf_point_span(text)
"""


class Migration(migrations.Migration):
    """Has to run before any table that calls `dates.fields.earliest_day` and the like."""

    initial = True
    dependencies = []
    # In a list, the script is sent whole: Django would split a bare string at semicolons, which
    # stand inside these functions too.
    operations = [migrations.RunSQL([FUNCTIONS.read_text("utf-8")], [DROP_FUNCTIONS])]
