"""How often an actor occurs in public: who is meant by a name is likely whoever occurs most."""

from __future__ import annotations

from statements.postings.index import Index

# Not as publisher: whoever publishes a whole archive would come before all of whom it tells.
ROLES = ("speaker", "counterpart", "actor")


def uses(index: Index, actor: int) -> int:
    """Give how often the actor spoke, was spoken to or took part, by the records of the index."""
    facets = [index.facets[name] for name in ROLES if name in index.facets]
    return sum(len(facet.get(actor, ())) for facet in facets)
