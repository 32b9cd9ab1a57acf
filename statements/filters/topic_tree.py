"""The topics that a facet offers: those at the top, and where one is chosen, those around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from reading.fields import Choice
from statements.models import Topic

# Others are found by name.
MOST_ROOTS = 12


@dataclass(frozen=True)
class TopicTree:
    """All topics: those right below each, by their ids, and what stands above each."""

    below: Mapping[int | None, Mapping[int, Choice]]
    above: Mapping[int, int | None]

    @classmethod
    def read(cls) -> TopicTree:
        """Read all topics; one query."""
        below: dict[int | None, dict[int, Choice]] = defaultdict(dict)
        topics = Topic.objects.order_by().values_list("pk", "parent_id", "slug", "name")
        parents = {}
        for pk, parent, slug, name in topics:
            below[parent][pk] = Choice(slug, name)
            parents[pk] = parent
        return cls(dict(below), parents)

    def opened(self, chosen: Iterable[int]) -> set[int]:
        """Give the ids of the topics that are chosen, and of all above them."""
        return {above for pk in chosen for above in self._upwards(pk)}

    def in_sight(self, chosen: Iterable[int]) -> list[int]:
        """Give the ids of the topics at the top, and right below one that is opened."""
        return [pk for above in (None, *self.opened(chosen)) for pk in self.below.get(above, ())]

    def choices(self, counts: Mapping[int | str, int], chosen: Collection[int]) -> list[Choice]:
        """Give the topics in sight that have records or are opened, those of most records first."""
        opened = self.opened(chosen)

        def branch(above: int | None) -> list[Choice]:
            shown = (
                replace(
                    choice,
                    count=counts.get(pk, 0),
                    chosen=pk in chosen,
                    below=branch(pk) if pk in opened else [],
                )
                for pk, choice in self.below.get(above, {}).items()
                if counts.get(pk) or pk in opened
            )
            return sorted(shown, key=lambda choice: (-(choice.count or 0), choice.label))

        # Those on the way to a chosen one stay, however few records they have.
        return [
            root
            for place, root in enumerate(branch(None))
            if place < MOST_ROOTS or root.chosen or root.below
        ]

    def _upwards(self, pk: int | None) -> Iterator[int]:
        """Give the id of a topic and of each above it."""
        while pk is not None:
            yield pk
            pk = self.above.get(pk)
