"""Where words are left out between the quotations from a copy."""

from statements.marking.gaps import between
from statements.marking.places import Placed


def test_a_quotation_within_a_longer_one_ends_nothing() -> None:
    places = [Placed(1, 0, 10), Placed(2, 2, 5), Placed(3, 12, 14)]
    assert between(places, 0, 20) == [(0, 0), (10, 2), (10, 12), (14, 20)]


def test_what_reached_further_on_the_page_before_is_not_left_out() -> None:
    assert between([Placed(4, 8, 9)], 12, 20) == [(12, 8), (12, 20)]
