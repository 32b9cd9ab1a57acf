"""What was to be reached, and whether it was."""

from typing import Any

import pytest

from bench.targets import growth, import_share, list_over_floor, ratio, targets
from tests.bench.figures import RESULTS, page, results

AGAIN = "Datasette’s pages against ours, asked again: "
FIRST = "Datasette’s pages against ours, asked for the first time: "

OVER_SQL = "list alone without its rendering, against its SQL, {}: the worst"
GROWN = "list alone against that of a tenth of the statements, {}: the worst"


def missed(found: dict[str, Any]) -> list[str]:
    """Give what was not reached."""
    return [target.what for target in targets(found) if not target.reached]


def test_a_ratio_is_how_many_times_as_long_the_other_takes() -> None:
    assert ratio(page("all", page=20.0, peer=50.0)) == 2.5
    assert ratio(page("all", page_again=10.0, peer=50.0), "page_again") == 5
    assert ratio(page("all", peer=None)) is None


def test_a_list_is_compared_with_its_sql_without_what_rendering_takes() -> None:
    assert list_over_floor(page("all", alone=12.0, floor=4.0), rendering=4.0) == 2
    assert list_over_floor(page("all", alone=3.0, floor=4.0), rendering=4.0) == 0


def test_growth_is_that_of_the_list_alone() -> None:
    assert growth(page("all", alone=10.0), page("all", alone=15.0)) == 1.5
    assert growth(page("", alone_again=5.0), page("", alone_again=9.0), "alone_again") == 1.8


def test_the_import_is_measured_against_all_of_its_floor() -> None:
    assert import_share({"seconds": [100.0, 100.0]}, {"copy": 70.0, "indexes": 50.0}) == 0.6


def test_all_is_reached_where_every_figure_will_do() -> None:
    assert missed(results()) == []


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"whole": {"pages": [page("all", peer=199.0)] * 2}}, FIRST + "median of the set"),
        ({"whole": {"pages": [page("a"), page("b"), page("c", peer=79.0)]}}, FIRST + "the least"),
        (
            {"whole": {"pages": [page("a"), page("b"), page("c", page=8.0, peer=32.0)]}},
            AGAIN + "the least",
        ),
        ({"rendering": 3.0}, OVER_SQL.format("asked for the first time")),
        (
            {"whole": {"pages": [page("all", alone_again=14.1), page("two words")]}},
            OVER_SQL.format("asked again"),
        ),
        (
            {"small": {"pages": [page("all", alone=7.9), page("two words")]}},
            GROWN.format("asked for the first time"),
        ),
        (
            {"small": {"pages": [page("all", alone_again=5.9), page("two words")]}},
            GROWN.format("asked again"),
        ),
        (
            {"facets": [{"left": 100, "worst": 301.0}, {"left": 1000, "worst": 301.0}]},
            "facets of up to a fifth of the statements, the worst",
        ),
        (
            {"facets": [{"left": 1, "worst": 1.0}, {"left": 9, "worst": 901.0}]},
            "facets of any filter, the worst",
        ),
        (
            {"import_floor": {"copy": 50.0, "indexes": 49.0}},
            "import, as a share of the floor's speed",
        ),
        ({"memory": {"ended": [80.0, 151.0]}}, "memory of a web worker"),
        (
            {"large": {"size": 10**7, "pages": [page("all", alone=151.0)]}},
            "first page of any list of 10,000,000",
        ),
    ],
)
def test_one_figure_that_will_not_do_is_said(changed: dict[str, Any], what: str) -> None:
    found = results(**changed)
    if "whole" in changed:
        found["small"] = {"pages": changed["whole"]["pages"]}
    assert what in missed(found)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("first", 97),
        ("median", 61.0),
        ("worst", 401.0),
        ("median_again", 61.0),
        ("worst_again", 401.0),
    ],
)
def test_each_figure_of_the_quote_finder_counts(name: str, value: float) -> None:
    found = results(finder={**RESULTS["finder"], name: value})
    assert len(missed(found)) == 1


def test_facets_of_a_fifth_may_not_take_as_long_as_those_of_all() -> None:
    groups = [{"left": 200, "worst": 800.0}, {"left": 1000, "worst": 800.0}]
    wanted = "facets of up to a fifth of the statements, the worst"
    assert missed(results(facets=groups)) == [wanted]
