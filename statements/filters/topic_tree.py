"""The topics that a facet offers: those at the top, and where one is chosen, those around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from reading.fields import Choice
from statements.models import Topic

# Others are found by name.
MOST_ROOTS = 12


@dataclass(frozen=True)
class TopicTree:
    """The topics with their ids, by the id of the topic above them.

    `chosen` are the ids of those that are chosen, `opened` of those and of all above them.
    """

    below: Mapping[int | None, list[tuple[int, Choice]]]
    chosen: frozenset[int]
    opened: frozenset[int]

    @classmethod
    def around(cls, chosen: Iterable[Topic]) -> TopicTree:
        """Read all topics; one query."""
        topics = list(Topic.objects.order_by().values_list("pk", "parent_id", "slug", "name"))
        parents = {pk: parent for pk, parent, *_ in topics}
        own = frozenset(topic.pk for topic in chosen)
        below: dict[int | None, list[tuple[int, Choice]]] = defaultdict(list)
        for pk, parent, slug, name in topics:
            below[parent].append((pk, Choice(slug, name, chosen=pk in own)))
        opened = frozenset(above for pk in own for above in _upwards(pk, parents))
        return cls(below, own, opened)

    def in_sight(self) -> list[int]:
        """Give the ids of the topics at the top and right below an opened one."""
        return [pk for above in (None, *self.opened) for pk, _ in self.below.get(above, [])]

    def choices(self, counts: Mapping[int | str, int]) -> list[Choice]:
        """Give the topics in sight that are counted or opened, those of most records first."""
        # Those on the way to a chosen one stay, however few records they have.
        return [
            root
            for place, root in enumerate(self._branch(None, counts))
            if place < MOST_ROOTS or root.chosen or root.below
        ]

    def _branch(self, above: int | None, counts: Mapping[int | str, int]) -> list[Choice]:
        shown = [
            (pk, replace(choice, count=counts.get(pk, 0)))
            for pk, choice in self.below.get(above, [])
            if counts.get(pk) or pk in self.opened
        ]
        shown.sort(key=lambda one: (-(one[1].count or 0), one[1].label))
        return [
            replace(choice, below=self._branch(pk, counts)) if pk in self.opened else choice
            for pk, choice in shown
        ]


def _upwards(pk: int | None, parents: Mapping[int, int | None]) -> Iterator[int]:
    """Give the id of a topic and of each above it."""
    while pk is not None:
        yield pk
        pk = parents.get(pk)
