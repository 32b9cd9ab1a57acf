"""The page that a run writes."""

from bench.report import report
from tests.bench.figures import page, results


def line_of(page: str, beginning: str) -> str:
    """Give the one line of the page that begins so."""
    [line] = [line for line in page.splitlines() if line.startswith(beginning)]
    return line


def test_each_page_has_its_figures_and_ratios() -> None:
    written = report(results())
    assert (
        "| all | 20 | 20 ms | 10 ms | 400 ms | 20.0 × | 100 ms | 5.0 × | 12 ms | 4.0 ms | 1.5 × |"
        in written
    )
    assert "| two words | 11 ms | 12 ms | 1.09 × |" in written  # fmt: skip


def test_the_pages_of_the_reading_room_have_their_times_and_weights() -> None:
    assert line_of(report(results()), "| actor |") == "| actor | 90 ms | 20 ms | 12 KB |"


def test_a_slow_page_of_the_reading_room_is_not_reached() -> None:
    slow = {"name": "pair", "page": 20.0, "page_again": 101.0, "kilobytes": 9.0}
    found = line_of(report(results(room=[slow])), "| pair, the slower median of both times")
    assert found.endswith("| at most 100 ms | 101 ms | **not reached** |")


def test_what_was_not_reached_is_said_plainly() -> None:
    written = report(results(memory={"began": [60.0], "ended": [151.0]}))
    assert line_of(written, "| memory of a web worker").endswith("| 151 MB | **not reached** |")
    assert line_of(written, "| quote finder, asked again: median").endswith("| 40 ms | reached |")


def test_numbers_that_differ_are_said() -> None:
    other = page("two words", peer_found=[10, 20, 27])
    written = report(results(whole={"first_page": 1.0, "pages": [page("all"), other]}))
    assert "| two words (numbers differ by up to 10.0%) |" in written
    assert "| all | " in written


def test_a_list_that_is_not_counted_says_so() -> None:
    some = page("all", found=[None, None, None], peer_found=[])
    written = report(results(whole={"first_page": 1.0, "pages": [some, page("two words")]}))
    assert "| all | very many |" in written


def test_a_large_archive_stands_there_where_one_was_measured() -> None:
    assert "10,000,000" not in report(results())
    large = {
        "date": "2026-01-01", "size": 10_000_000, "seconds": [300.0, 400.0], "megabytes": 99.0,
        "first_page": 2000.0, "pages": [page("all", peer=None)], "memory": {"ended": [140.0]},
    }  # fmt: skip
    written = report(results(large={**large, "note": "Beside others."}))
    assert "Beside others." in written
    assert "## At 10,000,000 statements" in written
    assert "| all | 20 | 12 ms | 9.0 ms | 20 ms | 10 ms | 4.0 ms |" in written


def test_no_line_is_too_long_but_those_of_tables() -> None:
    for line in report(results()).splitlines():
        assert len(line) <= 100 or line.startswith("|") or "Resident" in line, line


def test_a_run_of_another_size_says_that_the_targets_are_not_for_it() -> None:
    assert "this run has 20,000" in report(results(size=20_000))
    assert "this run has" not in report(results())
