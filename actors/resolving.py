"""Who is meant by a printed name."""

from collections.abc import Iterable


def resolve(names: Iterable[str]) -> dict[str, int]:
    """Give the key of the one actor whom each name fits; names that fit none or several are left out."""
    raise NotImplementedError
