"""Pages outside the comparison: relevance, exchanges, and what every page costs."""

from typing import Any

from bench.archive import Archive
from bench.measuring import kinds_of, measured
from bench.ours import EXCHANGES, STATEMENTS, verbatim
from bench.pages import VALUES
from bench.progress import say


def measure(archive: Archive) -> dict[str, Any]:
    """Give medians in milliseconds by what was asked for."""
    kinds = {kind.name: [one.ours for one in kind.questions] for kind in kinds_of(archive)}
    paths = {
        "two words, by relevance": [f"{STATEMENTS}?{q}&sort=relevance" for q in kinds["two words"]],
        "a phrase, by relevance": [f"{STATEMENTS}?{q}&sort=relevance" for q in kinds["a phrase"]],
        "exchanges, all": [EXCHANGES] * VALUES,
        "exchanges of somebody": [
            f"{EXCHANGES}?{q.replace('speaker=', 'actor=')}" for q in kinds["by speaker"]
        ],
        "a page without a list": ["/search-help/"] * VALUES,
    }
    with verbatim(archive) as site:
        say("Pages outside the comparison")
        site.page(STATEMENTS)
        return {
            name: measured([site.page(path) for path in asked]) for name, asked in paths.items()
        }
