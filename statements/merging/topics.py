"""When two topics are one, and when they cannot be."""

from collections import defaultdict
from collections.abc import Iterator

from actors.merging import Conflict, Duplicate, Kind, register
from statements.merging.alike import may_be_one
from statements.merging.links import merge_page
from statements.models import FormerTopicAddress, Topic, TopicImportId

MOST = 5


def taken(kept: Topic, gone: Topic) -> dict[str, list[str]]:
    """Give the aliases with the other's name and aliases among them, where they are new."""
    known = {name.lower() for name in (kept.name, *kept.aliases)}
    theirs = {name.lower(): name for name in (gone.name, *gone.aliases)}
    new = [name for lower, name in theirs.items() if lower not in known]
    return {"aliases": [*kept.aliases, *new]} if new else {}


def conflicts(kept: Topic, gone: Topic) -> list[Conflict]:
    """Refuse what would put a topic below itself: the upper one of two is the one to keep."""
    if kept.pk not in Topic.objects.ids_with_below([gone]):
        return []
    words = f"{kept} stands below {gone}, and no topic stands below itself: keep {gone}."
    return [Conflict(words, merge_page(Topic, gone.pk, kept.pk), f"Keep {gone}")]


def doubts(kept: Topic, gone: Topic) -> list[str]:
    """Tell where the two stand in different places of the tree."""
    if kept.parent_id == gone.parent_id or gone.parent_id in {None, kept.pk}:
        return []
    return [f"{gone} stands below {gone.parent}; what it is about will be found there no more."]


def duplicates(topic: Topic) -> list[Duplicate]:
    """Give the few topics that may be the same, the likeliest first."""
    reasons: dict[int, list[str]] = defaultdict(list)
    for key, words in (*_same_names(topic), *_alike(topic)):
        reasons[key].append(words)
    found = Topic.objects.exclude(pk=topic.pk).in_bulk(reasons)
    return [Duplicate(found[key], why) for key, why in reasons.items() if key in found][:MOST]


def _same_names(topic: Topic) -> Iterator[tuple[int, str]]:
    for name in (topic.name, *topic.aliases[:MOST]):
        for other in Topic.objects.called(name)[:MOST]:
            yield other.pk, f"is called {name} too"


def _alike(topic: Topic) -> Iterator[tuple[int, str]]:
    for other in Topic.objects.like(topic.name):
        if other.folded != topic.folded and (why := may_be_one(topic.folded, other.folded)):
            yield other.pk, why


TOPICS = register(
    Kind(
        model=Topic,
        address="slug",
        addresses=FormerTopicAddress,
        import_ids=TopicImportId,
        shown=("name", "slug", "parent", "aliases"),
        taken=taken,
        conflicts=conflicts,
        duplicates=duplicates,
        doubts=doubts,
    )
)
