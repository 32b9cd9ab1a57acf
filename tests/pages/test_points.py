"""How much the sides of an exchange have in common, in numbers."""

from statements.aligning import Alignment, Point
from statements.models import Readout, Statement
from statements.pages.accounts import Account, Side
from statements.pages.passages import Source
from statements.pages.points import points_of


def side(count: int, *keys: int) -> Side:
    """Give a side with these passages of so many."""
    source = Source(None, count, [Statement(pk=key) for key in keys])
    return Side(None, [Account(Readout(), source)])


def test_it_counts_what_is_shared_what_is_alone_and_what_could_not_be_compared() -> None:
    one, other = side(3, 1, 2, 3), side(1, 4)
    found = points_of(Alignment([Point(1, (1, 4), by_editor=True)], frozenset([2])), [one, other])
    assert found
    assert (found.shared, found.alone, found.apart) == (1, [(one, 1), (other, 0)], 1)
    assert (found.by_editor, found.in_part) == (True, False)


def test_it_says_that_not_all_passages_are_among_these() -> None:
    found = points_of(Alignment(), [side(1, 1), side(5, 2)])
    assert found
    assert found.in_part


def test_one_side_has_nothing_in_common_with_nobody() -> None:
    assert points_of(Alignment(), [side(1, 1), side(0)]) is None
