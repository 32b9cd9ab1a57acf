"""Which records each filter keeps, by the postings of its name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import django_filters
from django import forms
from pyroaring import BitMap

from dates.edtf import ImpreciseDate
from reading.fields import SeveralField
from statements.postings.index import Index


class FacetFilter(django_filters.Filter):  # type: ignore[misc]
    """Values of a facet. A record is kept that has any of them, or, with `every`, all of them."""

    def __init__(
        self, field_class: type[forms.Field], label: str, *, every: bool = False, **kwargs: Any
    ) -> None:
        self.field_class = field_class
        self.every = every
        super().__init__(label=label, **kwargs)


def kept_by(
    index: Index, form: forms.Form, filters: Mapping[str, django_filters.Filter]
) -> dict[str, BitMap]:
    """Give the records that each filter of a valid form keeps, if it is given; no words.

    `from` and `to` are one filter, `date`.
    """
    asked = {name: value for name, value in form.cleaned_data.items() if value}
    kept = {
        name: _having(index, name, form, every=one.every)
        for name, one in filters.items()
        if isinstance(one, FacetFilter) and name in asked
    }
    if asked.keys() & {"from", "to"}:
        kept["date"] = _within(index, asked.get("from"), asked.get("to"))
    return kept


def _having(index: Index, name: str, form: forms.Form, *, every: bool) -> BitMap:
    field = cast("SeveralField", form.fields[name])
    keys = [field.key(item) for item in form.cleaned_data[name]]
    if not every:
        return index.having(name, keys)
    return BitMap.intersection(*(index.having(name, [key]) for key in keys))


def _within(index: Index, first: ImpreciseDate | None, last: ImpreciseDate | None) -> BitMap:
    return index.calendar.within(first.earliest if first else None, last.latest if last else None)
