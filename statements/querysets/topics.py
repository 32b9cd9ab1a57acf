"""Questions about topics."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from actors.models.folding import fold

if TYPE_CHECKING:
    from statements.models.topic import Topic


class TopicQuerySet(models.QuerySet["Topic"]):
    """Topics, in a tree."""

    def ids_with_below(self, topics: Iterable[Topic]) -> set[int]:
        """Give the ids of the topics and of all topics below them."""
        children: dict[int | None, list[int]] = {}
        for pk, parent in self.order_by().values_list("pk", "parent_id"):
            children.setdefault(parent, []).append(pk)
        found: set[int] = set()
        waiting = [topic.pk for topic in topics]
        while waiting:
            pk = waiting.pop()
            found.add(pk)
            waiting += children.get(pk, [])
        return found

    def named_like(self, text: str) -> TopicQuerySet:
        """Keep topics whose name or alias holds the text, accents and case aside."""
        wanted = text.replace("\x00", " ")
        return self.filter(Q(folded__contains=fold(wanted)) | Q(aliases__icontains=wanted))
