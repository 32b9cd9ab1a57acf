"""What an import says at its end, as text."""

from statements.loading.bundle import FILES
from statements.loading.problems import Listing, Problem, Problems
from statements.loading.report import Report

COLUMNS = ("", "made", "changed", "unchanged", "unresolved")


def listed(problems: Problems) -> str:
    """Give all problems, warnings first, line by line as `file:line: field: what is wrong`."""
    lines = [*_lines(problems.warnings, "warning"), *_lines(problems.errors, "error")]
    if count := problems.errors.count:
        lines.append(f"Nothing was imported: {count:,} {'error' if count == 1 else 'errors'}.")
    return "\n".join(lines)


def _lines(listing: Listing, weight: str) -> list[str]:
    kept = sorted(listing.kept, key=_place)
    lines = [f"{weight}: {problem}" if weight == "warning" else str(problem) for problem in kept]
    if more := listing.count - len(kept):
        lines.append(f"… and {more:,} more {weight}s")
    return lines


def _place(problem: Problem) -> tuple[int, int]:
    file = problem.file.removesuffix(".jsonl")
    return (FILES.index(file) if file in FILES else -1, problem.line)


def table(report: Report) -> str:
    """Give the numbers of the report as a table and some lines below it.

    A file that has no records has no line: "readouts 0" would be read as "no readouts were made",
    although documents bring some too.
    """
    rows = [COLUMNS, *(_row(report, file) for file in FILES if report.tallies[file].records)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(COLUMNS))]
    lines = [
        row[0].ljust(widths[0])
        + "".join(f"  {cell.rjust(width)}" for cell, width in zip(row[1:], widths[1:], strict=True))
        for row in rows
    ]
    return "\n".join([*(line.rstrip() for line in lines), "", *_facts(report)])


def _row(report: Report, file: str) -> tuple[str, ...]:
    tally = report.tallies[file]
    numbers = (tally.made, tally.changed, tally.unchanged, tally.unresolved)
    return (file, *(f"{number:,}" for number in numbers))


def _facts(report: Report) -> list[str]:
    facts = [
        f"Statements anchored in their source: {report.anchored:,}",
        f"Statements not found in their source, unverified: {report.unverified:,}",
        f"Statements without text, kept as drafts: {report.without_text:,}",
        f"Names waiting in the archive: {report.names_waiting:,},"
        f" in {report.places_waiting:,} {'place' if report.places_waiting == 1 else 'places'}",
    ]
    if report.topics_named:
        facts.append(f"Topics made because they were named: {report.topics_named:,}")
    if report.linked.total:
        facts.append(f"Places where a name waited and is linked now: {report.linked.total:,}")
    return [*facts, "This was a dry run: nothing was written."] if report.dry_run else facts
