"""The page docs/benchmarks.md, from what was measured."""

from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from typing import Any

from bench.options import USUAL
from bench.targets import Figures, growth, import_share, list_over_floor, targets
from bench.wording import AGAINST, HEAD, LIMITS, PAGES, ROOM


def report(results: Mapping[str, Any]) -> str:
    """Give the whole page."""
    parts = [
        HEAD.format(date=results["date"], size=results["size"], small=results["size"] // 10),
        _machine(results["machine"]),
        _targets(results),
        _pages(results),
        _growth(results),
        _room(results["room"]),
        _facets(results["facets"]),
        _finder(results["finder"]),
        _import(results),
        _memory(results),
        *([_large(results["large"])] if results.get("large") else []),
        AGAINST,
        LIMITS,
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, left: int = 1) -> str:
    """Give a table; the first so many columns stand left, the others right."""
    rule = ["---"] * left + ["---:"] * (len(head) - left)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows))


def _machine(machine: Mapping[str, str]) -> str:
    return table(("measured on and with", ""), list(machine.items()), left=2)


def _targets(results: Figures) -> str:
    rows = [
        (one.what, one.wanted, one.got, "reached" if one.reached else "**not reached**")
        for one in targets(results)
    ]
    listed = table(("", "wanted", "measured", ""), rows, left=4)
    return "\n\n".join(["## What was to be reached", *_other_size(results["size"]), listed])


def _other_size(size: int) -> list[str]:
    """Say where an archive of another size was measured than the targets are for."""
    if size == USUAL:
        return []
    return [f"All of this is meant for {USUAL:,} statements; this run has {size:,}."]


def _pages(results: Figures) -> str:
    head = (
        "page", "results", "Verbatim", "again", "Datasette", "ratio", "texts apart", "ratio",
        "list alone", "SQL", "list ÷ SQL",
    )  # fmt: skip
    rendering = results["rendering"]
    rows = [_page(page, rendering) for page in results["whole"]["pages"]]
    text = PAGES.strip().format(rendering=rendering, first=results["whole"]["first_page"] / 1000)
    return "\n\n".join([f"## Pages at {results['size']:,} statements", table(head, rows), text])


def _page(page: Figures, rendering: float) -> tuple[str, ...]:
    return (
        page["name"] + _difference(page),
        _results(page),
        _ms(page["page"]),
        _ms(page["page_again"]),
        *_against(page, "peer"),
        *_against(page, "peer_apart"),
        _ms(page["alone"]),
        _ms(page["floor"]),
        f"{list_over_floor(page, rendering):.1f} ×",
    )


def _results(page: Figures) -> str:
    counted = [found for found in page["found"] if found is not None]
    return f"{median(counted):,.0f}" if counted else "very many"


def _against(page: Figures, other: str) -> tuple[str, str]:
    taken = page[other]
    return ("", "") if taken is None else (_ms(taken), f"{taken / page['page']:.1f} ×")


def _difference(page: Figures) -> str:
    """Say where both did not find the same number, and by how much they differ at most."""
    if not page["peer_found"] or page["found"] == page["peer_found"]:
        return ""
    pairs = zip(page["found"], page["peer_found"], strict=True)
    counted = ((ours, theirs) for ours, theirs in pairs if ours is not None)
    most = max((abs(ours - theirs) / max(ours, theirs, 1) for ours, theirs in counted), default=0)
    return f" (numbers differ by up to {most:.1%})"


def _growth(results: Figures) -> str:
    both = zip(results["small"]["pages"], results["whole"]["pages"], strict=True)
    rows = [
        (whole["name"], _ms(small["alone"]), _ms(whole["alone"]), f"{growth(small, whole):.2f} ×")
        for small, whole in both
    ]
    head = ("list alone", f"{results['size'] // 10:,}", f"{results['size']:,}", "growth")
    return "## Growth\n\n" + table(head, rows)


def _room(pages: Sequence[Figures]) -> str:
    rows = [
        (page["name"], _ms(page["page"]), _ms(page["page_again"]), f"{page['kilobytes']:.0f} KB")
        for page in pages
    ]
    head = ("page", "first time", "again", "HTML at most")
    return "\n\n".join(["## The reading room", table(head, rows), ROOM.strip()])


def _facets(groups: Sequence[Figures]) -> str:
    rows = [
        (
            f"about {group['left']:,.0f}, by dates" if group["left"] else "many, by other filters",
            _ms(group["median"]),
            _ms(group["worst"]),
        )
        for group in groups
    ]
    return "## Facets alone\n\n" + table(("statements left", "median", "worst"), rows)


def _finder(finder: Figures) -> str:
    rows = [(kind, f"{first} of {asked}") for kind, (first, asked) in finder["kinds"].items()]
    times = (
        f"Asked for the first time: median {_ms(finder['median'])}, worst {_ms(finder['worst'])}; "
        f"again: {_ms(finder['median_again'])} and\n{_ms(finder['worst_again'])}. The finder keeps "
        "no answers: the second time its rows are in memory."
    )
    return "\n\n".join(["## Quote finder", table(("mangled by", "ranked first"), rows), times])


def _import(results: Figures) -> str:
    imported, floor, size = results["import"], results["import_floor"], results["size"]
    rows = [
        _imported(size // 10, imported["small"]),
        _imported(size, imported["whole"]),
        ("floor: rows by COPY", f"{floor['copy']:.0f} s", ""),
        ("floor: indexes", f"{floor['indexes']:.0f} s", ""),
    ]
    share = import_share(imported["whole"], floor)
    text = f"The import has {share:.0%} of the floor’s speed; the floor is {floor['rows']:,} rows."
    return "\n\n".join(["## Import", table(("", "time", "most memory"), rows), text])


def _imported(size: int, figures: Figures) -> tuple[str, str, str]:
    seconds, megabytes = sum(figures["seconds"]), figures["megabytes"]
    return f"import of {size:,}", f"{seconds:.0f} s", f"{megabytes:.0f} MB"


def _memory(results: Figures) -> str:
    began, ended = results["memory"]["began"], results["memory"]["ended"]
    text = (
        f"Resident, what workers share included: {median(began):.0f} MB at the start, "
        f"{median(ended):.0f} MB in the median and {max(ended):.0f} MB at most behind pages of "
        "every kind to each of the workers."
    )
    rows = [(name, _ms(taken)) for name, taken in results["extras"].items()]
    extras = "## Other pages\n\n" + table(("page", "median"), rows)
    return f"## Memory of a web worker\n\n{text}\n\n{extras}"


def _large(large: Figures) -> str:
    rows = [
        (
            page["name"],
            _results(page),
            *(_ms(page[what]) for what in ("alone", "alone_again", "page", "page_again", "floor")),
        )
        for page in large["pages"]
    ]
    head = ("first page", "results", "list alone", "again", "with facets", "again", "SQL")
    took = ", ".join(f"{seconds:,.0f} s" for seconds in large["seconds"])
    text = (
        f"Measured once, on {large['date']}. The import took {took}, in {large['megabytes']:.0f} "
        f"MB at most. The\nfirst page of a new server takes {large['first_page'] / 1000:.1f} s; "
        f"a worker has {max(large['memory']['ended']):.0f} MB behind pages of\nevery kind."
    )
    # By hand, on what was peculiar to that run.
    note = [large["note"]] if "note" in large else []
    return "\n\n".join([f"## At {large['size']:,} statements", table(head, rows), text, *note])


def _ms(milliseconds: float) -> str:
    return f"{milliseconds:,.0f} ms" if milliseconds >= 10 else f"{milliseconds:.1f} ms"
