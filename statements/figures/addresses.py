"""Addresses of lists, narrowed to what a figure counts."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.urls import reverse

from statements.postings.timeline import Cut

Asked = Sequence[tuple[str, str]]


def list_at(name: str, asked: Asked) -> str:
    """Give the address of a list with the filters: pairs of name and value."""
    return f"{reverse(name)}?{urlencode(asked)}"


def in_stretch(address: str, cut: Cut) -> str:
    """Narrow the address of a list with filters to a stretch of time."""
    first, last = cut.edtf
    return f"{address}&{urlencode([('from', first), ('to', last)])}"
