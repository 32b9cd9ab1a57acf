"""What is spoken about: topics in a tree of three levels, a few of them most of the time."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bench.chance import Weighted, zipf
from bench.people import Record

TOP = (
    "Security",
    "Energy",
    "Trade",
    "Borders",
    "Elections",
    "Migration",
    "Health",
    "Climate",
    "Culture",
    "Technology",
    "Finance",
    "Transport",
)
SECOND = ("talks", "law", "aid", "disputes")
THIRD = ("first round", "second round", "follow-up")


@dataclass(frozen=True)
class Topic:
    """A subject: the id in the bundle, the name, and the id of the one above it."""

    id: str
    name: str
    parent: str | None = None


@cache
def topics() -> tuple[Topic, ...]:
    """Give the topics, 204 of them, each below its parent; they are the same in every archive."""
    return tuple(_tree())


def _tree() -> Iterator[Topic]:
    for name in TOP:
        top = f"bench:{name.lower()}"
        yield Topic(top, name)
        for aspect in SECOND:
            second = f"{top}-{aspect}"
            yield Topic(second, f"{name} {aspect}", top)
            for part in THIRD:
                identity = f"{second}-{part.replace(' ', '-')}"
                yield Topic(identity, f"{name} {aspect}, {part}", second)


@cache
def topic_choice() -> Weighted[str]:
    """Choose the names of topics: any level, shuffled the same way in every archive."""
    names = [topic.name for topic in topics()]
    return zipf([names[at * 61 % len(names)] for at in range(len(names))], 0.9)


def topic_records() -> Iterator[Record]:
    """Give the records of `topics.jsonl`."""
    for topic in topics():
        record = {"id": topic.id, "name": topic.name}
        yield record if topic.parent is None else {**record, "parent": topic.parent}
