"""Filters that leave a given number of statements, to measure facets on: stretches of time."""

from collections.abc import Iterator
from datetime import date
from itertools import accumulate
from urllib.parse import urlencode

from bench.databases import Connection
from bench.pages import VALUES

SIZES = (0.01, 0.1, 0.2, 0.6, 1.0)
"""Shares of the statements: 10,000 to all of a million."""

BY_DAY = """
SELECT date_earliest, count(*) FROM statements_statement
WHERE editorial_status IN ('published', 'retracted') AND date_earliest IS NOT NULL
GROUP BY 1 ORDER BY 1
"""
# What might be dearest: a filter for which nothing is prepared, or many values at once.
AWKWARD = (
    {"language": "en"},
    {"type": "direct"},
    {"q": "-security"},
    {"q": "security or guarantees or territorial or integrity"},
    {"type": ["direct", "indirect", "mixed"], "language": ["en", "fr", "ru", "uk"]},
    {"from": "1995-01-02", "to": "2025-12-30"},
    {"sort": "oldest"},
)


def windows(connection: Connection, share: float) -> list[str]:
    """Give queries of a list, each with other dates that leave about this share of all."""
    days = connection.execute(BY_DAY).fetchall()
    if share == 1:
        return [""] * VALUES
    behind = [0, *accumulate(count for _, count in days)]
    wanted = behind[-1] * share
    starts = [round((behind[-1] - wanted) * at / VALUES) for at in range(VALUES)]
    return [_window([day for day, _ in days], behind, start, wanted) for start in starts]


def _window(days: list[date], behind: list[int], start: float, wanted: float) -> str:
    first = next(at for at, count in enumerate(behind) if count >= start)
    last = next(at for at, count in enumerate(behind) if count >= behind[first] + wanted)
    return urlencode({"from": days[first], "to": days[max(last - 1, first)]})


def awkward() -> Iterator[str]:
    """Give queries that leave many, by other filters than dates."""
    return (urlencode(query, doseq=True) for query in AWKWARD)
