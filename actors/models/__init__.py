"""Who speaks: actors, their names and their posts."""

from actors.models.actor import Actor, FormerAddress, Leader
from actors.models.import_id import ActorImportId
from actors.models.merge import Merge, MergeStep
from actors.models.name import ActorName
from actors.models.tenure import Tenure

__all__ = [
    "Actor",
    "ActorImportId",
    "ActorName",
    "FormerAddress",
    "Leader",
    "Merge",
    "MergeStep",
    "Tenure",
]
