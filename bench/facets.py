"""Facets alone, for filters that leave few statements, many or all."""

from typing import Any

import psycopg

from bench.archive import Archive
from bench.measuring import medians
from bench.narrowing import SIZES, awkward, windows
from bench.ours import STATEMENTS, Verbatim, verbatim
from bench.pages import WARM_UPS
from bench.progress import say


def measure(archive: Archive) -> list[dict[str, Any]]:
    """Give, for each share, how many are left and the median and the worst in milliseconds."""
    with psycopg.connect(archive.url, autocommit=True) as connection:
        asked = {share: windows(connection, share) for share in SIZES}
    with verbatim(archive) as site:
        site.page(STATEMENTS)
        groups = [_group(site, archive.size * share, asked[share]) for share in SIZES]
        return [*groups, _group(site, None, list(awkward()))]


def _group(site: Verbatim, left: float | None, queries: list[str]) -> dict[str, Any]:
    say(f"Facets of {left:,.0f} statements" if left else "Facets of awkward filters")
    seconds = [site.numbers(f"{STATEMENTS}?{query}").seconds for query in queries]
    behind = seconds[WARM_UPS:] if left else seconds
    return {"left": left, "median": medians(behind), "worst": max(behind) * 1000}
