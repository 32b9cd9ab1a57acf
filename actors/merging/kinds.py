"""What can be merged: a kind of record, with the rules of its own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models

Taken = Mapping[str, Any]
"""The fields that the kept record takes over, by their attribute names, with their new values."""


@dataclass(frozen=True)
class Conflict:
    """Why two records are not merged, or a doubt: a sentence, and where it can be mended."""

    words: str
    address: str = ""
    link: str = ""


@dataclass(frozen=True)
class Duplicate:
    """A record that may be the same as another one, and why, in words."""

    record: Any
    reasons: Sequence[str]


def nothing(kept: Any, gone: Any) -> Sequence[Any]:  # noqa: ANN401, records of any kind
    """Give nothing of two records."""
    return ()


@dataclass(frozen=True)
class Kind:
    """A kind of record that can be merged.

    `address` is the field that its page's address ends in; `addresses` keeps those it had, and
    `import_ids` the ids under which bundles know it. `shown` are the fields to compare. Each of
    the functions takes the record that is kept and the one that goes: what is `taken` over, which
    `conflicts` refuse the merge, which `doubts` remain; `names` makes what further rows are to
    be made, and `doubled` gives, for each table, a query for further rows that say the same twice
    (of parameters `kept` and `gone`; see `doubles`). `duplicates` gives what may be the same,
    `address_facts` what a former address keeps beside itself.
    """

    model: type[models.Model]
    address: str
    addresses: type[models.Model]
    import_ids: type[models.Model]
    shown: Sequence[str]
    taken: Callable[[Any, Any], Taken]
    conflicts: Callable[[Any, Any], Sequence[Conflict]]
    duplicates: Callable[[Any], Sequence[Duplicate]]
    doubts: Callable[[Any, Any], Sequence[str]] = nothing
    names: Callable[[Any, Any], Sequence[models.Model]] = nothing
    doubled: Mapping[type[models.Model], str] = field(default_factory=dict)
    address_facts: Callable[[Any], Mapping[str, Any]] = lambda gone: {}

    @property
    def label(self) -> str:
        """The model as the log of merges names it: "actors.actor"."""
        return self.model._meta.label_lower


_KINDS: dict[str, Kind] = {}


def register(kind: Kind) -> Kind:
    """Let records of a kind be merged."""
    _KINDS[kind.label] = kind
    return kind


def kind_of(model: type[models.Model] | str) -> Kind:
    """Give the kind of a model, a proxy of it, or its label; KeyError where it is not merged."""
    if isinstance(model, str):
        return _KINDS[model]
    concrete = model._meta.concrete_model or model
    return _KINDS[concrete._meta.label_lower]


def kinds() -> Sequence[Kind]:
    """Give all kinds."""
    return tuple(_KINDS.values())
