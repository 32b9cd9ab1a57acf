"""Which records each filter keeps, by the postings of its name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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


def facet_of(name: str) -> str:
    """Give what a filter is called among those that keep records: `from` and `to` are one."""
    return "date" if name in ("from", "to") else name


def kept_by(
    index: Index,
    form: forms.Form,
    filters: Mapping[str, django_filters.Filter],
    values: Mapping[str, Any],
) -> dict[str, BitMap]:
    """Give the records that each filter keeps that has a value, by `facet_of` its name; no words.

    `values` are as a valid form has them cleaned.
    """
    asked = {name: value for name, value in values.items() if value}
    kept = {
        name: _having(index, name, _keys(form, name, asked[name]), every=one.every)
        for name, one in filters.items()
        if isinstance(one, FacetFilter) and name in asked
    }
    if asked.keys() & {"from", "to"}:
        kept["date"] = _within(index, asked.get("from"), asked.get("to"))
    return kept


def _keys(form: forms.Form, name: str, items: Iterable[Any]) -> list[int | str]:
    field = cast("SeveralField", form.fields[name])
    return [field.key(item) for item in items]


def _having(index: Index, name: str, keys: list[int | str], *, every: bool) -> BitMap:
    if not every:
        return index.having(name, keys)
    return BitMap.intersection(*(index.having(name, [key]) for key in keys))


def _within(index: Index, first: ImpreciseDate | None, last: ImpreciseDate | None) -> BitMap:
    return index.calendar.within(first.earliest if first else None, last.latest if last else None)
