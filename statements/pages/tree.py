"""The topics as a tree with numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from statements.models import Topic
from statements.postings.index import Index

TOPIC = "topic"


@dataclass
class Node:
    """A topic with how much there is on it and below it, and the topics right below it."""

    topic: Topic
    statements: int
    exchanges: int
    below: list[Node] = field(default_factory=list)


@dataclass(frozen=True)
class Branch:
    """Where a topic stands: the topics above it from the top, itself, and those beside it."""

    above: list[Node]
    node: Node
    beside: list[Node]

    @property
    def below(self) -> list[Node]:
        """The topics right below it."""
        return self.node.below

    @property
    def kin(self) -> set[int]:
        """The keys of the topics above it and of all below it."""
        return {node.topic.pk for node in [*self.above, *_all_below(self.node)]}


class Tree:
    """All topics by their keys, each with how much there is on it, by the postings."""

    def __init__(self, statements: Index, exchanges: Index) -> None:
        said, held = statements.facets[TOPIC], exchanges.facets[TOPIC]
        self.nodes = {
            topic.pk: Node(topic, len(said.get(topic.pk, ())), len(held.get(topic.pk, ())))
            for topic in Topic.objects.order_by("folded", "pk")
        }
        for node in self.nodes.values():
            if node.topic.parent_id is not None:
                self.nodes[node.topic.parent_id].below.append(node)

    @property
    def top(self) -> list[Node]:
        """The topics that stand below none, by name."""
        return [node for node in self.nodes.values() if node.topic.parent_id is None]

    def branch_of(self, topic: Topic) -> Branch:
        """Give where a topic stands."""
        node, above = self.nodes[topic.pk], list(self._above(topic))[::-1]
        beside = above[-1].below if above else self.top
        return Branch(above, node, [one for one in beside if one is not node])

    def _above(self, topic: Topic) -> Iterator[Node]:
        while topic.parent_id is not None:
            node = self.nodes[topic.parent_id]
            yield node
            topic = node.topic


def _all_below(node: Node) -> Iterator[Node]:
    for one in node.below:
        yield one
        yield from _all_below(one)
