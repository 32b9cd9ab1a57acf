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

# What triggers alone write, with the rights of the owner: events, and who made the change.
HISTORY: Final = (pghistory.models.Event, pghistory.models.Context)


def written() -> dict[str, Verbs]:
    """Give what the web role may do with each table beside reading it.

    What a trigger refuses to everybody is not granted either.
    """
    verbs = {model._meta.db_table: _verbs(model) for model in _kept_in_tables()}
    refused = {model._meta.db_table: frozenset[str]() for model, _ in _protected()}
    for model, protection in _protected():
        refused[model._meta.db_table] |= protection
    return WITHOUT_MODEL | {
        table: allowed - refused.get(table, frozenset()) for table, allowed in verbs.items()
    }


def append_only() -> set[str]:
    """Name the tables whose rows stay as they were written: history, and what is protected."""
    return {table for table, verbs in written().items() if verbs.isdisjoint({"UPDATE", "DELETE"})}


def history() -> set[str]:
    """Name the tables that the web role only reads, as triggers write them."""
    return {model._meta.db_table for model in _kept_in_tables() if issubclass(model, HISTORY)}


def _verbs(model: type[models.Model]) -> Verbs:
    return frozenset() if issubclass(model, HISTORY) else WRITING


def _kept_in_tables() -> Iterator[type[models.Model]]:
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy:
            yield model


def _protected() -> Iterator[tuple[type[models.Model], Verbs]]:
    """Give the models with a trigger that refuses something of every row, and what it refuses."""
    model: type[models.Model]
    for model, trigger in registered():  # type: ignore[assignment]
        if isinstance(trigger, pgtrigger.Protect) and trigger.condition is None:
            yield model, frozenset(str(trigger.operation).split(" OR "))
