"""The names that a page suggests while somebody types."""

from typing import Any

from statements.models import Topic
from statements.querysets.contacts import frequent_actors

MOST_ACTORS = 200
MOST_TOPICS = 300


def suggestions() -> dict[str, Any]:
    """Give the actors of most public exchanges, and the topics of public records."""
    topics = Topic.objects.all().on_record().order_by("folded", "pk")[:MOST_TOPICS]
    return {"known_actors": frequent_actors(MOST_ACTORS), "known_topics": topics}
