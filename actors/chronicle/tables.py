"""The tables whose history is kept, and to which records their rows belong."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from django.apps import apps
from django.db import models

LABELS = ("insert", "update", "delete")
"""What an event can say: the row was inserted, or is about to be changed or deleted."""


@dataclass(frozen=True, eq=False)
class Table:
    """A tracked model and the model of its events."""

    model: type[models.Model]
    events: type[models.Model]

    @property
    def name(self) -> str:
        """What the table is called in addresses: "statements.participation"."""
        return self.model._meta.label_lower

    @property
    def is_link(self) -> bool:
        """Whether a row only joins two records, as a topic that is put on a statement."""
        return bool(self._concrete._meta.auto_created)

    @cached_property
    def fields(self) -> tuple[models.Field[Any, Any], ...]:
        """The fields whose values events keep, in the order of the model."""
        kept = {field.name for field in self.events._meta.local_fields}
        return tuple(field for field in self.model._meta.concrete_fields if field.name in kept)

    @cached_property
    def owners(self) -> dict[type[models.Model], tuple[str, ...]]:
        """The models to whose records a row belongs, with the columns that name them.

        A row belongs to what takes it along when it is deleted; a link to the record that it was
        put on, as a topic has as many as there are statements about it.
        """
        if self.is_link:
            whole = self.joins[0]
            return {concrete(whole.related_model): (whole.attname,)}
        found: dict[type[models.Model], tuple[str, ...]] = {}
        for field in self.fields:
            if isinstance(field, models.ForeignKey) and _goes_along(field):
                owner = concrete(field.related_model)
                found[owner] = (*found.get(owner, ()), field.attname)
        return found

    @cached_property
    def sort(self) -> str:
        """What one row is called: "statement", "participation", "topic of a statement"."""
        if not self.is_link:
            return str(self.model._meta.verbose_name)
        owner, target = self.joins
        whole = str(owner.related_model._meta.verbose_name)
        article = "an" if whole[0] in "aeiou" else "a"
        return f"{target.related_model._meta.verbose_name} of {article} {whole}"

    @cached_property
    def joins(self) -> tuple[models.ForeignKey[Any, Any], models.ForeignKey[Any, Any]]:
        """The two foreign keys of a table that only links: to its owner, and to the other."""
        keys = [field for field in self.fields if isinstance(field, models.ForeignKey)]
        first, second = keys[:2]
        mine = self._concrete.__name__.split("_")[0]
        return (first, second) if first.related_model.__name__ == mine else (second, first)

    @property
    def key(self) -> str:
        """The column of the primary key."""
        return str(self.model._meta.pk.column)

    @property
    def rows(self) -> str:
        """The name of the table in the database."""
        return self.model._meta.db_table

    @property
    def log(self) -> str:
        """The name of the table of its events."""
        return self.events._meta.db_table

    @property
    def _concrete(self) -> type[models.Model]:
        return concrete(self.model)


def concrete(model: type[models.Model]) -> type[models.Model]:
    """Give the model whose table it is, of a proxy."""
    return model._meta.concrete_model or model


def _goes_along(field: models.ForeignKey[Any, Any]) -> bool:
    return field.remote_field.on_delete is models.CASCADE


@cache
def tables() -> tuple[Table, ...]:
    """Give all tables whose history is kept, by name."""
    found = [
        Table(events.pgh_tracked_model, events)
        for events in apps.get_models()
        if hasattr(events, "pgh_tracked_model")
    ]
    return tuple(sorted(found, key=lambda table: table.name))


def table_of(model: type[models.Model]) -> Table | None:
    """Give the table of a model or of its proxy; None where no history of it is kept."""
    return next((table for table in tables() if table._concrete is concrete(model)), None)


def table_named(name: str) -> Table | None:
    """Give the table of this name."""
    return next((table for table in tables() if table.name == name), None)


def parts_of(model: type[models.Model]) -> tuple[tuple[Table, str], ...]:
    """Give the tables whose rows belong to records of the model, each with the column for it."""
    return tuple(
        (table, column)
        for table in tables()
        for owner, columns in table.owners.items()
        for column in columns
        if owner is concrete(model)
    )
