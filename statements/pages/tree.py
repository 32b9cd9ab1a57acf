"""The topics as a tree with numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

from statements.models import Topic
from statements.querysets.topics import exchange_counts, statement_counts


@dataclass
class Node:
    """A topic with how much there is on it and below it, and the topics right below it."""

    topic: Topic
    statements: int
    exchanges: int
    below: list[Node] = field(default_factory=list)


@dataclass(frozen=True)
class Branch:
    """Where a topic stands: the topics above it from the top, and the ones right below it."""

    above: list[Topic]
    below: list[Node]


def tree_of() -> list[Node]:
    """Give the topics that stand below none, each with those below it, by name."""
    nodes = _nodes()
    return [node for node in nodes.values() if node.topic.parent_id is None]


def branch_of(topic: Topic) -> Branch:
    """Give where the topic stands."""
    nodes = _nodes()
    above: list[Topic] = []
    parent = topic.parent_id
    while parent is not None:
        above.insert(0, nodes[parent].topic)
        parent = nodes[parent].topic.parent_id
    return Branch(above, nodes[topic.pk].below)


def _nodes() -> dict[int, Node]:
    said, exchanges = statement_counts(), exchange_counts()
    nodes = {
        topic.pk: Node(topic, said.get(topic.pk, 0), exchanges.get(topic.pk, 0))
        for topic in Topic.objects.order_by("folded", "pk")
    }
    for node in nodes.values():
        if node.topic.parent_id is not None:
            nodes[node.topic.parent_id].below.append(node)
    return nodes
