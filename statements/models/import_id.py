"""The ids under which further bundles know a topic or an exchange."""

from django.db import models

from actors.models.base import FurtherImportId
from statements.models.exchange import Exchange
from statements.models.topic import Topic


class TopicImportId(FurtherImportId):
    """An id under which a bundle knows a topic that was in the archive before it came."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="import_ids")


class ExchangeImportId(FurtherImportId):
    """An id under which a bundle knows an exchange that was merged into this one."""

    exchange = models.ForeignKey(Exchange, on_delete=models.CASCADE, related_name="import_ids")
