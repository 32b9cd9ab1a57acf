"""Who speaks: actors, their names and their posts."""

from actors.models.actor import Actor, FormerAddress, Leader
from actors.models.name import ActorName
from actors.models.tenure import Tenure

__all__ = ["Actor", "ActorName", "FormerAddress", "Leader", "Tenure"]
