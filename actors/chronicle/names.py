"""What keys stand for: the records that rows name, fetched in one query for each model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import QuerySet

from actors.chronicle.tables import Table, table_of
from actors.chronicle.versions import Row

Key = tuple[type[models.Model], Any]


class Names:
    """The records named in some rows, those that are deleted too."""

    def __init__(self, rows: Iterable[tuple[Table, Row | None]], keys: Iterable[Key] = ()) -> None:
        wanted: dict[type[models.Model], set[Any]] = defaultdict(set)
        for model, key in keys:
            wanted[model].add(key)
        for table, row in rows:
            for field in _keys(table) if row else ():
                if row and row[field.attname] is not None:
                    wanted[field.related_model].add(row[field.attname])
        self._found: dict[Key, models.Model] = {}
        self._gone: set[Key] = set()
        for model, keys in wanted.items():
            self._fetch(model, keys)

    def record(self, model: type[models.Model], key: Any) -> models.Model | None:  # noqa: ANN401, of any model
        """Give the record with this key, deleted or not; None where nothing is known of it."""
        return self._found.get((model, key))

    def told(self, model: type[models.Model], key: Any) -> str:  # noqa: ANN401, of any model
        """Name the record with this key."""
        record = self.record(model, key)
        if record is None:
            return f"{model._meta.verbose_name} number {key}, which is gone"
        return f"{record} (deleted since)" if (model, key) in self._gone else str(record)

    def instance(self, table: Table, row: Row) -> models.Model:
        """Give a row as a record whose foreign keys are at hand."""
        values = {field.attname: row[field.attname] for field in table.fields}
        record = table.model(**values)
        for field in _keys(table):
            known = self.record(field.related_model, row[field.attname])
            record._state.fields_cache[field.name] = known
        return record

    def _fetch(self, model: type[models.Model], keys: set[Any]) -> None:
        for record in _for_names(model).filter(pk__in=keys):
            self._found[model, record.pk] = record
        missing = {key for key in keys if (model, key) not in self._found}
        table = table_of(model)
        for record in _last_versions(table, missing) if table and missing else ():
            self._found[model, record.pk] = record
            self._gone.add((model, record.pk))


def _keys(table: Table) -> list[models.ForeignKey[Any, Any]]:
    return [field for field in table.fields if isinstance(field, models.ForeignKey)]


def _for_names(model: type[models.Model]) -> QuerySet[Any]:
    """Give the records with what their names need; a copy of a source has megabytes beside."""
    rows = model._base_manager.all()
    if named_by := getattr(model, "named_by", None):
        return rows.only(*named_by)
    generated = [f.name for f in model._meta.local_fields if isinstance(f, models.GeneratedField)]
    return rows.defer(*generated)


def _last_versions(table: Table, keys: set[Any]) -> list[models.Model]:
    """Give deleted records as they stood last."""
    newest = table.events._default_manager.filter(pgh_obj_id__in=keys)
    columns = [field.attname for field in table.fields]
    rows = newest.order_by("pgh_obj_id", "-pgh_id").distinct("pgh_obj_id").values(*columns)
    return [table.model(**row) for row in rows]
