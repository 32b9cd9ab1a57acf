"""Figures as a run measures them, all of which reach what was to be reached."""

from copy import deepcopy
from typing import Any


def page(name: str, **changed: Any) -> dict[str, Any]:
    """Give what was measured of a kind of page."""
    return {
        "name": name,
        "same_count": True,
        "floor": 4.0,
        "page": 20.0,
        "page_again": 10.0,
        "alone": 12.0,
        "alone_again": 9.0,
        "peer": 400.0,
        "peer_apart": 100.0,
        "found": [10, 20, 30],
        "peer_found": [10, 20, 30],
        **changed,
    }


RESULTS: dict[str, Any] = {
    "date": "2026-01-02",
    "size": 1_000_000,
    "machine": {"processor cores": "2"},
    "import": {
        "small": {"seconds": [10.0], "megabytes": 80.0},
        "whole": {"seconds": [100.0, 100.0], "megabytes": 90.0},
    },
    "import_floor": {"copy": 70.0, "indexes": 40.0, "rows": 3_000_000},
    "rendering": 6.0,
    "small": {"pages": [page("all", alone=10.0), page("two words", alone=11.0)]},
    "whole": {"first_page": 900.0, "pages": [page("all"), page("two words", peer=100.0)]},
    "facets": [
        {"left": 10_000, "median": 50.0, "worst": 100.0},
        {"left": 200_000, "median": 200.0, "worst": 290.0},
        {"left": 1_000_000, "median": 500.0, "worst": 700.0},
        {"left": None, "median": 600.0, "worst": 800.0},
    ],
    "finder": {"asked": 100, "first": 98, "kinds": {"words dropped": [98, 100]}, "median": 50.0,
        "worst": 390.0, "median_again": 40.0, "worst_again": 300.0},
    "memory": {"began": [60.0, 61.0], "ended": [80.0, 120.0]},
    "extras": {"exchanges, all": 30.0},
    "room": [{"name": "actor", "page": 90.0, "page_again": 20.0, "kilobytes": 12.4}],
    "large": None,
}  # fmt: skip


def results(**changed: Any) -> dict[str, Any]:
    """Give the figures with some of them changed."""
    return {**deepcopy(RESULTS), **changed}
