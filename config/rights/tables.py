"""What the web role may do with each table, as the models declare it."""

from collections.abc import Iterator
from typing import Final, TypeAlias

import pghistory.models
import pgtrigger
from django.apps import apps
from django.db import models
from pgtrigger.registry import registered

Verbs: TypeAlias = frozenset[str]

WRITING: Final[Verbs] = frozenset({"INSERT", "UPDATE", "DELETE"})

# Tables without a model that triggers write to with the rights of whoever makes the change. Any
# other is only read.
WITHOUT_MODEL: Final = {"statements_change": WRITING}

# What the web role only reads, too: seals of copies are written by a trigger with the owner's
# rights, and runs of `verify_quotes` by that command, which is the owner's.
READ: Final = frozenset({"statements_snapshotseal", "statements_verificationrun"})

# What triggers alone write, with the rights of the owner: events, and who made the change.
HISTORY: Final = (pghistory.models.Event, pghistory.models.Context)


def written() -> dict[str, Verbs]:
    """Give what the web role may do with each table beside reading it.

    What a trigger refuses of every row is not granted either.
    """
    refused = _refused()
    return WITHOUT_MODEL | {
        model._meta.db_table: _verbs(model, refused.get(model._meta.db_table, frozenset()))
        for model in _kept_in_tables()
    }


def append_only() -> set[str]:
    """Name the tables that are only read and added to: history, and what triggers protect."""
    return {table for table, verbs in written().items() if verbs.isdisjoint({"UPDATE", "DELETE"})}


def history() -> set[str]:
    """Name the tables that the web role only reads, as triggers or the owner write them."""
    return {model._meta.db_table for model in _kept_in_tables() if _is_read(model)}


def _verbs(model: type[models.Model], refused: Verbs) -> Verbs:
    if _is_read(model):
        return frozenset()
    return WRITING - (refused - frozenset(_sent_along(model)))


def _is_read(model: type[models.Model]) -> bool:
    return issubclass(model, HISTORY) or model._meta.db_table in READ


def _sent_along(model: type[models.Model]) -> Iterator[str]:
    """Give what Django sends to the table when it deletes rows that the model's rows lead to.

    It does so where there are no such rows, too; where there are, the trigger refuses.
    """
    for field in model._meta.local_fields:
        if isinstance(field, models.ForeignKey):
            on_delete = field.remote_field.on_delete
            if on_delete is models.CASCADE:
                yield "DELETE"
            elif on_delete not in (models.PROTECT, models.RESTRICT, models.DO_NOTHING):
                yield "UPDATE"


def _kept_in_tables() -> Iterator[type[models.Model]]:
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy:
            yield model


def _refused() -> dict[str, Verbs]:
    """Give what triggers refuse of every row of a table: those that do nothing else."""
    refused: dict[str, Verbs] = {}
    for model, trigger in registered():
        if trigger.condition is None and _only_refuses(trigger):
            table = model._meta.db_table
            verbs = str(trigger.operation).split(" OR ")
            refused[table] = refused.get(table, frozenset()).union(verbs)
    return refused


def _only_refuses(trigger: pgtrigger.Trigger) -> bool:
    refuses = str(trigger.func or "").split(maxsplit=1)[:1] == ["RAISE"]
    return isinstance(trigger, pgtrigger.Protect) or refuses
