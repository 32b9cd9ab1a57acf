"""Rows of a form as they were sent, changed before the form is read.

A row is what its fields hold, by their names without prefix and number.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.http import QueryDict

Row = dict[str, list[str]]

# More rows than this no page shows.
MOST_ROWS = 60


def first(row: Mapping[str, Sequence[str]], name: str) -> str:
    """Give what one field holds, or nothing."""
    values = row.get(name) or [""]
    return values[0]


def is_empty(row: Row) -> bool:
    """Tell whether nothing was typed or chosen in the row."""
    return not any(value.strip() for values in row.values() for value in values)


def rows_of(data: QueryDict, prefix: str) -> list[Row]:
    """Give the rows that were sent under the prefix, in order; numbers that are none are left."""
    field = re.compile(rf"{re.escape(prefix)}-([0-9]{{1,3}})-(\w+)")
    rows: dict[int, Row] = {}
    for name, values in data.lists():
        match = field.fullmatch(name)
        if match and int(match[1]) < MOST_ROWS:
            rows.setdefault(int(match[1]), {})[match[2]] = [str(value) for value in values]
    return [rows[number] for number in sorted(rows)]


def put_rows(data: QueryDict, prefix: str, rows: Sequence[Row]) -> None:
    """Put rows in place of those that were sent, numbered anew."""
    for name in [name for name in data if name.startswith(f"{prefix}-")]:
        del data[name]
    for number, row in enumerate(rows[:MOST_ROWS]):
        for name, values in row.items():
            data.setlist(f"{prefix}-{number}-{name}", values)
    data[f"{prefix}-TOTAL_FORMS"] = str(min(len(rows), MOST_ROWS))
    data[f"{prefix}-INITIAL_FORMS"] = "0"


def fill(data: QueryDict, name: str, value: Any) -> None:  # noqa: ANN401, a text or a key
    """Fill a field that is empty; what was typed stays."""
    if not data.get(name, "").strip():
        data[name] = str(value)
