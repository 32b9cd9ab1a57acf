"""The title of a person on a date, from the person's tenures."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol


class Tenure(Protocol):
    """The outermost days of the ends of a tenure."""

    start_earliest: date | None
    end_latest: date | None


class Post(Tenure, Protocol):
    """What is needed of a tenure for a title."""

    title: str


def titles_between(posts: Iterable[Post], first: date, last: date) -> list[str]:
    """Give the titles of the posts that may have been held from first to last, both included.

    Where two posts overlap, both are given, in the order of the posts; the same title twice, as
    of somebody elected again, is given once.
    """
    held = [post.title for post in posts if covers(post, first, last)]
    return list(dict.fromkeys(held))


def covers(post: Tenure, first: date, last: date) -> bool:
    """Tell whether the post may have been held on a day from first to last, both included."""
    return (post.start_earliest is None or post.start_earliest <= last) and (
        post.end_latest is None or post.end_latest >= first
    )
