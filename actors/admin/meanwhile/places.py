"""The tables on which a form works: of its record, its parts, its many-to-many fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.admin import ModelAdmin
from django.contrib.admin.options import InlineModelAdmin
from django.db.models import Model
from django.forms.models import _get_foreign_key

from actors.chronicle.tables import Table, table_of


@dataclass(frozen=True)
class Place:
    """A table, the column by which its rows belong to the record, and what tells them apart.

    `shown` is the column whose values tell which rows the form showed; none for the record itself.
    Where the form only shows its rows it is not `written`.
    """

    table: Table
    column: str
    shown: str = ""
    written: bool = True

    @property
    def name(self) -> str:
        """What the place is called in a note."""
        return f"{self.table.name}.{self.column}"

    @property
    def in_events(self) -> str:
        """The column by which the events of its rows are found."""
        return self.column if self.shown else "pgh_obj_id"


def places(model: type[Model], inlines: Sequence[type[InlineModelAdmin[Any, Any]]]) -> list[Place]:
    """Give the record's own place first; none where no history of it is kept."""
    own = table_of(model)
    if own is None:
        return []
    parts = [place for inline in inlines if (place := _part(model, inline))]
    links = [place for field in model._meta.many_to_many if (place := _links(field))]
    return [Place(own, own.key), *parts, *links]


def places_of(admin: ModelAdmin[Any], request: Any, record: Model | None) -> list[Place]:  # noqa: ANN401, a request
    """Give the places of the form of a record."""
    return places(admin.model, admin.get_inlines(request, record))


def _part(model: type[Model], inline: type[InlineModelAdmin[Any, Any]]) -> Place | None:
    table = table_of(inline.model)
    if table is None or not getattr(inline, "shows_rows", True):
        return None
    column = _get_foreign_key(model, inline.model, fk_name=inline.fk_name).attname
    written = inline.can_delete or not set(inline.fields or ()) <= set(inline.readonly_fields)
    return Place(table, column, table.key, written)


def _links(field: Any) -> Place | None:  # noqa: ANN401, a many-to-many field
    table = table_of(field.remote_field.through)
    if table is None:
        return None
    whole, other = table.joins
    return Place(table, whole.attname, other.attname)
