"""The title of a person on a date, from the person's tenures."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol


class Post(Protocol):
    """What is needed of a tenure: its title and the outermost days of its ends."""

    title: str
    start_earliest: date | None
    end_latest: date | None


def titles_between(posts: Iterable[Post], first: date, last: date) -> list[str]:
    """Give the titles of the posts that may have been held from first to last, both included.

    Where two posts overlap, both are given, in the order of the posts; the same title twice, as
    of somebody elected again, is given once.
    """
    held = [
        post.title
        for post in posts
        if (post.start_earliest is None or post.start_earliest <= last)
        and (post.end_latest is None or post.end_latest >= first)
    ]
    return list(dict.fromkeys(held))
