"""Names of actors and topics that facets offer, kept with the index: a new name makes a new one."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any

from actors.choosing import ActorsField
from reading.fields import Choice
from statements.filters.topic_tree import TopicTree
from statements.postings.index import Index

# Facets offer the same few again and again.
MOST_KEPT = 2_000


def actor_names(index: Index, ids: Set[Any]) -> Mapping[Any, Choice]:
    """Say the actors with these ids; one query, if there are any that were not asked for yet."""
    kept: dict[Any, Choice] = index.kept.setdefault("actors", {})
    names = {pk: choice for pk in ids if (choice := kept.get(pk))}
    if missing := ids - names.keys():
        names |= ActorsField().named(missing)
    if len(kept) + len(missing) <= MOST_KEPT:
        kept.update(names)
    return names


def topic_tree(index: Index) -> TopicTree:
    """Give all topics; one query for each index."""
    if (kept := index.kept.get("topics")) is None:
        kept = index.kept["topics"] = TopicTree.read()
    tree: TopicTree = kept
    return tree
