"""Where words are left out between the quotations from a copy."""

from collections.abc import Iterator, Sequence

from statements.marking.copies import Kept, text_between
from statements.marking.places import Placed

# Nothing but signs and spaces is so long; what is shorter may be, and is looked at.
LONGEST_SIGNS = 12
# So much of a copy is read for that; of more, anything between two quotations counts.
MOST_READ = 100_000

Stretch = tuple[int, int]


def between(places: Sequence[Placed], reach: int, length: int) -> list[Stretch]:
    """Give what lies before each quotation and behind the last, `reach` being where one ended."""
    found = []
    for place in places:
        found.append((reach, place.anchor_start))
        reach = max(reach, place.anchor_end)
    return [*found, (reach, length)]


def left_out(copy: Kept, stretches: Sequence[Stretch]) -> list[bool]:
    """Tell of each stretch whether it has words."""
    doubtful = [one for one in stretches if 0 < one[1] - one[0] <= LONGEST_SIGNS]
    without = set(_without_words(copy, doubtful)) if doubtful else set()
    return [start < end and (start, end) not in without for start, end in stretches]


def _without_words(copy: Kept, stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    first, behind = stretches[0][0], stretches[-1][1]
    if behind - first > MOST_READ:
        return
    text = text_between(copy.snapshot, first, behind)
    for start, end in stretches:
        if not any(sign.isalnum() for sign in text[start - first : end - first]):
            yield start, end
