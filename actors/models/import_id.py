"""The ids under which further bundles know an actor."""

from django.db import models

from actors.models.actor import Actor
from actors.models.base import FurtherImportId


class ActorImportId(FurtherImportId):
    """An id under which a bundle knows an actor who was in the archive before it came."""

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="import_ids")
