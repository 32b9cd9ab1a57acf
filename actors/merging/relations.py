"""What hangs on a record: every foreign key of every table that leads to its table.

They are read from the models, so that what leads to a record is moved by the merge whichever
table it stands in. Events of the history, whose keys are no constraints, stay as they were.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.utils.text import capfirst

# What people call the rows of tables that stand for a field of a record.
PLAIN = {
    "actors.actorname": "other names",
    "actors.actorimportid": "ids in bundles",
    "statements.topicimportid": "ids in bundles",
    "statements.exchangeimportid": "ids in bundles",
}


@dataclass(frozen=True)
class Table:
    """The table of a model, as the queries name it."""

    model: type[models.Model]

    @property
    def name(self) -> str:
        """The table, quoted."""
        return quoted(self.model._meta.db_table)

    @property
    def label(self) -> str:
        """The model as the log names it: "statements.participation"."""
        return self.model._meta.label_lower

    @property
    def key(self) -> str:
        """The column of the key, quoted."""
        return column(self._pk)

    @property
    def key_type(self) -> str:
        """The type of the key in the database."""
        return str(self._pk.rel_db_type(connection))

    @property
    def _pk(self) -> "models.Field[Any, Any]":
        return self.model._meta.pk

    @property
    def columns(self) -> list["models.Field[Any, Any]"]:
        """The fields that are written: not those that follow from others."""
        fields = self.model._meta.local_concrete_fields
        return [field for field in fields if not isinstance(field, models.GeneratedField)]


@dataclass(frozen=True)
class Reference:
    """A foreign key that leads to records of a kind."""

    field: "models.ForeignKey[Any, Any]"

    @property
    def table(self) -> Table:
        """The table that the key stands in."""
        return Table(self.field.model)

    @property
    def column(self) -> str:
        """The column, quoted."""
        return column(self.field)

    @property
    def words(self) -> str:
        """What people call the rows: "statements", or "readouts (claimed initiator)"."""
        meta = self.field.model._meta
        if meta.auto_created:
            return self._linked_words(meta.auto_created)
        if meta.label_lower in PLAIN:
            return PLAIN[meta.label_lower]
        role = self.field.verbose_name
        same = [one for one in meta.local_fields if one.related_model is self.field.related_model]
        plain = len(same) == 1 and role == self.field.related_model._meta.verbose_name
        return f"{meta.verbose_name_plural}" if plain else f"{meta.verbose_name_plural} ({role})"

    def _linked_words(self, owner: Any) -> str:  # noqa: ANN401, a model
        """Name the records that a table of links leads to from this one."""
        if target(self.field) is owner:
            other = next(one for one in self.table.columns if leads(one) and one != self.field)
            owner = target(other)
        return str(owner._meta.verbose_name_plural)


def references_to(model: type[models.Model]) -> Iterator[Reference]:
    """Give every foreign key to the table of the model, a proxy's too."""
    concrete = model._meta.concrete_model
    for other in apps.get_models(include_auto_created=True):
        if other._meta.proxy or not other._meta.managed:
            continue
        for field in other._meta.local_fields:
            if leads(field) and target(field) is concrete:
                yield Reference(cast("models.ForeignKey[Any, Any]", field))


def leads(field: "models.Field[Any, Any]") -> bool:
    """Tell whether the field is a foreign key, held by the database."""
    return isinstance(field, models.ForeignKey) and bool(getattr(field, "db_constraint", True))


def target(field: "models.Field[Any, Any]") -> type[models.Model]:
    """Give the model to whose table a foreign key leads."""
    model: Any = field.related_model
    return model._meta.concrete_model


def column(field: "models.Field[Any, Any]") -> str:
    """Give the column of a field as a query has it."""
    return quoted(str(field.column))


def quoted(name: str) -> str:
    """Give the name of a table or column as a query has it."""
    return connection.ops.quote_name(name)


def is_array(field: "models.Field[Any, Any]") -> bool:
    """Tell whether the field holds several values."""
    return isinstance(field, ArrayField)


def field_words(field: "models.Field[Any, Any]") -> str:
    """Give what people call a field."""
    return capfirst(str(field.verbose_name))
