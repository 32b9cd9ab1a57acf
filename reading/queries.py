"""Query strings derived from others: the address of nearly the same list."""

from collections.abc import Mapping, Sequence

from django.http import QueryDict

# Cursors: what comes after a row, or before it.
AFTER, BEFORE = CURSORS = ("after", "before")


def query(values: Mapping[str, Sequence[str]]) -> QueryDict:
    """Make a query string of the names and the values of each."""
    made = QueryDict(mutable=True)
    for name, several in values.items():
        if several:
            made.setlist(name, list(several))
    return made


def without(data: QueryDict, name: str, value: str) -> QueryDict:
    """Give the first page of the list without one value of a filter."""
    return _first_page(data, {name: [kept for kept in data.getlist(name) if kept != value]})


def without_filter(data: QueryDict, name: str) -> QueryDict:
    """Give the first page of the list without a filter."""
    return _first_page(data, {name: []})


def narrowed(data: QueryDict, changes: Mapping[str, Sequence[str]]) -> QueryDict:
    """Give the first page of the list with some filters set to other values."""
    return _first_page(data, changes)


def exchanged(data: QueryDict, name: str, old: str, new: str) -> QueryDict:
    """Give the first page of the list with one value of a filter exchanged for another.

    The old one is given with single spaces, however it was typed.
    """
    values = [new if " ".join(value.split()) == old else value for value in data.getlist(name)]
    return _first_page(data, {name: list(dict.fromkeys(values))})


def renamed(data: QueryDict, name: str, new_name: str) -> QueryDict:
    """Give the first page of the list with the values of one filter under another's name."""
    values = data.getlist(new_name) + data.getlist(name)
    return _first_page(data, {name: [], new_name: list(dict.fromkeys(values))})


def _first_page(data: QueryDict, changes: Mapping[str, Sequence[str]]) -> QueryDict:
    kept = {name: values for name, values in data.lists() if name not in CURSORS}
    return query({**kept, **changes})
