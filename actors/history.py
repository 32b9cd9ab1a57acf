"""The history of editorial records, written by database triggers.

An event is a row as it was inserted, or as it stood before it was changed or deleted: together
with the row that is there now, every version is kept. An import leaves out the insert events
(`insert_events` names what to ignore), since the row itself says the same.
"""

from typing import TypeVar

import pghistory
from django.db import models

ModelClass = TypeVar("ModelClass", bound=type[models.Model])


def tracked(model: ModelClass) -> ModelClass:
    """Record inserts, updates and deletions of the model's rows by triggers.

    Generated columns are left out: they follow from the others.
    """
    generated = [f.name for f in model._meta.local_fields if isinstance(f, models.GeneratedField)]
    events = (
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(row=pghistory.Old),
        pghistory.DeleteEvent(),
    )
    return pghistory.track(*events, exclude=generated)(model)


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
