"""What was to be reached, and whether it was: pure arithmetic on what was measured."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

Figures = Mapping[str, Any]

# Milliseconds, megabytes, quotations in a hundred, and how many times as much.
RATIO_OF_SET, RATIO_OF_EACH = 10, 4
LIST_TIMES_FLOOR = 2
GROWTH = 1.5
FACETS_OF_SOME, SOME, FACETS_OF_ANY = 300, 0.2, 900
FIRST_OF_100, FINDER_MEDIAN, FINDER_WORST = 98, 60, 400
IMPORT_SHARE = 0.5
WORKER = 150
LARGE_FIRST_PAGE = 150
ROOM = 100

# Every figure of a page is there twice: that of an answer that had to be found out, and, under
# the same name with `_again`, of one that may have been kept.
WHEN = (("", "asked for the first time"), ("_again", "asked again"))


@dataclass(frozen=True)
class Target:
    """One thing to be reached, in words: what it has to be and what it is; whether that will do."""

    what: str
    wanted: str
    got: str
    reached: bool


def ratio(page: Figures, ours: str = "page") -> float | None:
    """Give how many times as long Datasette's page takes as ours; None where it was not asked.

    `ours` is `page`, or `page_again`.
    """
    return None if page["peer"] is None else page["peer"] / page[ours]


def list_over_floor(page: Figures, rendering: float, ours: str = "alone") -> float:
    """Give how many times its SQL a list takes, the rendering of its cards set aside.

    `ours` is `alone`, or `alone_again`.
    """
    return float(max(page[ours] - rendering, 0) / page["floor"])


def growth(small: Figures, whole: Figures, ours: str = "alone") -> float:
    """Give how many times as long a list takes in the whole archive as in the small one.

    `ours` is `alone`, or `alone_again`.
    """
    return float(whole[ours] / small[ours])


def import_share(imported: Figures, floor: Figures) -> float:
    """Give the speed of the import as a share of the floor's."""
    return float((floor["copy"] + floor["indexes"]) / sum(imported["seconds"]))


def targets(results: Figures) -> Iterator[Target]:
    """Give all targets; those of a large archive only where one was measured."""
    yield from _of_pages(results["whole"]["pages"], results["rendering"])
    yield from _of_growth(results["small"]["pages"], results["whole"]["pages"])
    yield from _of_facets(results["facets"])
    yield from _of_finder(results["finder"])
    share = import_share(results["import"]["whole"], results["import_floor"])
    wanted = f"at least {IMPORT_SHARE:.0%}"
    yield Target(
        "import, as a share of the floor's speed", wanted, f"{share:.0%}", share >= IMPORT_SHARE
    )
    yield _at_most("memory of a web worker", WORKER, max(results["memory"]["ended"]), "MB")
    for page in results["room"]:
        what = f"{page['name']}, the slower median of both times"
        yield _at_most(what, ROOM, max(page["page"], page["page_again"]))
    if large := results.get("large"):
        slowest = max(page["alone"] for page in large["pages"])
        yield _at_most(f"first page of any list of {large['size']:,}", LARGE_FIRST_PAGE, slowest)


def _of_pages(pages: Sequence[Figures], rendering: float) -> Iterator[Target]:
    for again, when in WHEN:
        ratios = [found for page in pages if (found := ratio(page, "page" + again)) is not None]
        if ratios:
            what = f"Datasette’s pages against ours, {when}"
            yield _at_least(f"{what}: median of the set", RATIO_OF_SET, median(ratios))
            yield _at_least(f"{what}: the least", RATIO_OF_EACH, min(ratios))
        times = max(list_over_floor(page, rendering, "alone" + again) for page in pages)
        wanted = f"at most {LIST_TIMES_FLOOR} ×"
        what = f"list alone without its rendering, against its SQL, {when}: the worst"
        yield Target(what, wanted, f"{times:.1f} ×", times <= LIST_TIMES_FLOOR)


def _of_growth(small: Sequence[Figures], whole: Sequence[Figures]) -> Iterator[Target]:
    for again, when in WHEN:
        worst = max(growth(*both, "alone" + again) for both in zip(small, whole, strict=True))
        what = f"list alone against that of a tenth of the statements, {when}: the worst"
        yield Target(what, f"at most {GROWTH} ×", f"{worst:.2f} ×", worst <= GROWTH)


def _of_facets(groups: Sequence[Figures]) -> Iterator[Target]:
    most = max(group["left"] for group in groups if group["left"])
    some = [group for group in groups if group["left"] and group["left"] <= most * SOME]
    few = max(group["worst"] for group in some)
    yield _at_most("facets of up to a fifth of the statements, the worst", FACETS_OF_SOME, few)
    worst = max(group["worst"] for group in groups)
    yield _at_most("facets of any filter, the worst", FACETS_OF_ANY, worst)


def _of_finder(finder: Figures) -> Iterator[Target]:
    share = 100 * finder["first"] / finder["asked"]
    wanted = f"at least {FIRST_OF_100} of 100"
    got = f"{finder['first']} of {finder['asked']}"
    yield Target("mangled quotations ranked first", wanted, got, share >= FIRST_OF_100)
    for again, when in WHEN:
        median_of, worst = finder["median" + again], finder["worst" + again]
        yield _at_most(f"quote finder, {when}: median", FINDER_MEDIAN, median_of)
        yield _at_most(f"quote finder, {when}: the worst", FINDER_WORST, worst)


def _at_least(what: str, least: float, got: float) -> Target:
    return Target(what, f"at least {least:g} ×", f"{got:.1f} ×", got >= least)


def _at_most(what: str, most: float, got: float, unit: str = "ms") -> Target:
    return Target(what, f"at most {most:g} {unit}", f"{got:.0f} {unit}", got <= most)
