"""Contacts by their kind: the words for it, and a picture over their time."""

from __future__ import annotations

from pyroaring import BitMap

from drawing.columns import Columns
from statements.cards import KINDS
from statements.figures.addresses import Asked, list_at
from statements.figures.drawn import drawn
from statements.figures.over_time import over_time
from statements.postings.counting import top_counts
from statements.postings.index import Index

# The others are one more series.
MOST_KINDS = 5

PLURALS = {kind: f"{label}s" for kind, label in KINDS.items()} | {"other": "Other contacts"}
"""The kinds of exchange in the plural."""


def kinds_picture(index: Index, among: BitMap, asked: Asked) -> Columns | None:
    """Draw some exchanges over their time by kind; `asked` are the filters of their list."""
    kinds = top_counts(among, index.groups("kind"), MOST_KINDS)
    counted = over_time(index, among, "kind", kinds)
    return drawn(
        counted,
        PLURALS,
        "Others",
        title=f"Contacts by {counted.unit}",
        unit="contacts held",
        list_=list_at("exchanges", asked),
    )
