"""Which public records were taken back: they stay to be seen, and nothing follows from them."""

from django.apps import apps
from pyroaring import BitMap

from statements.postings.index import Index, ids_in
from statements.publishing import RETRACTED
from statements.querysets.ids import PackedIds


def retracted(index: Index) -> BitMap:
    """Give the retracted records of an index; they are asked for once for each index."""
    found: BitMap | None = index.kept.get("retracted")
    if found is None:
        records = apps.get_model("statements", index.source.record)._default_manager
        rows = records.filter(editorial_status=RETRACTED).order_by()
        found = ids_in(rows.aggregate(ids=PackedIds("pk"))["ids"])
        index.kept["retracted"] = found
    return found
