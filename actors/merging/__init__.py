"""Merging two records that are one, and parting them again; what the rules are, each kind says."""

from actors.merging.doing import MergeRefusedError, merge
from actors.merging.kinds import Conflict, Duplicate, Kind, kind_of, register
from actors.merging.planning import Hanging, Plan, plan
from actors.merging.undoing import UndoRefusedError, undo, why_not

__all__ = [
    "Conflict",
    "Duplicate",
    "Hanging",
    "Kind",
    "MergeRefusedError",
    "Plan",
    "UndoRefusedError",
    "kind_of",
    "merge",
    "plan",
    "register",
    "undo",
    "why_not",
]
