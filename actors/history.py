"""The history of editorial records, written by database triggers.

An event is a row as it was inserted, or as it stood before it was changed or deleted: together
with the row that is there now, every version is kept. An import leaves out the insert events
(`insert_events` names what to ignore), since the row itself says the same. To truncate a table is
to delete its rows, and is written so.
"""

from typing import TypeVar

import pghistory
import pgtrigger
from django.db import models

ModelClass = TypeVar("ModelClass", bound=type[models.Model])


# Of one line, as the trigger's function is kept in a migration.
KEEP_ALL = (
    'INSERT INTO "{log}" (pgh_created_at, pgh_label, pgh_obj_id, pgh_context_id, {names}) '
    "SELECT NOW(), 'delete', {key}, _pgh_attach_context(), {names} FROM \"{rows}\"; RETURN NULL;"
)


class Truncation(pgtrigger.Trigger):
    """Writes all rows down as deleted before their table is truncated."""

    name = "truncate_delete"
    when = pgtrigger.Before
    operation = pgtrigger.Truncate
    level = pgtrigger.Statement

    def __init__(self, events: type[models.Model]) -> None:
        super().__init__()
        self.events = events

    def get_func(self, model: type[models.Model]) -> str:  # type: ignore[override]  # it gets a class
        """Give the body of the trigger's function."""
        kept = {field.column for field in self.events._meta.local_fields}
        fields = model._meta.concrete_fields
        names = ", ".join(sorted(f'"{f.column}"' for f in fields if f.column in kept))
        log, rows = self.events._meta.db_table, model._meta.db_table
        return KEEP_ALL.format(log=log, rows=rows, key=model._meta.pk.column, names=names)


class TruncateEvent(pghistory.Tracker):
    """Has what a table held written down when it is truncated."""

    label = "truncate"

    def setup(self, event_model: type[models.Model]) -> None:
        """Put the trigger on the tracked model."""
        tracked_model = event_model.pgh_tracked_model  # type: ignore[attr-defined]
        pgtrigger.register(Truncation(event_model))(tracked_model)


def tracked(model: ModelClass) -> ModelClass:
    """Record inserts, updates and deletions of the model's rows by triggers.

    Generated columns are left out: they follow from the others.
    """
    generated = [f.name for f in model._meta.local_fields if isinstance(f, models.GeneratedField)]
    events = (
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(row=pghistory.Old),
        pghistory.DeleteEvent(),
        TruncateEvent(),  # type: ignore[no-untyped-call]
    )
    return pghistory.track(
        *events,
        exclude=generated,
        # The indexes below begin with these two.
        obj_field=pghistory.ObjForeignKey(related_name="events", db_index=False),
        context_field=pghistory.ContextForeignKey(db_index=False),
        meta={"indexes": _indexes(model)},
    )(model)


def tracked_links(owner: type[models.Model], field: str) -> None:
    """Record what is put into and taken out of a many-to-many field."""
    through = getattr(owner, field).through
    meta = type("Meta", (), {"proxy": True, "app_label": owner._meta.app_label})
    name = f"{owner.__name__}{field.title()}"
    proxy = type(name, (through,), {"__module__": owner.__module__, "Meta": meta})
    tracked(proxy)


def insert_events(*model_names: str) -> tuple[str, ...]:
    """Name the triggers that write the insert events of the named models ("app.Model")."""
    return tuple(f"{name}:insert_insert" for name in model_names)


def _indexes(model: type[models.Model]) -> list[models.Index]:
    """Give what history is read by: the newest of all, of one change, of one record."""
    name = model._meta.model_name
    return [
        models.Index(
            fields=["pgh_label", "pgh_created_at", "pgh_context"], name=f"{name}_ev_newest"
        ),
        models.Index(
            fields=["pgh_context", "pgh_label", "pgh_created_at", "pgh_id"],
            name=f"{name}_ev_change",
        ),
        models.Index(fields=["pgh_obj", "pgh_id"], name=f"{name}_ev_record"),
    ]
