"""The ids under which further bundles know a topic."""

from django.db import models

from actors.models.base import FurtherImportId
from statements.models.topic import Topic


class TopicImportId(FurtherImportId):
    """An id under which a bundle knows a topic that was in the archive before it came."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="import_ids")
