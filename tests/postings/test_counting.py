"""The most frequent values, exactly."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from statements.postings.counting import all_counts, top_counts

SETS = st.dictionaries(st.integers(1, 40), st.sets(st.integers(1, 30), min_size=1), max_size=30)


@given(SETS, st.sets(st.integers(1, 30)), st.integers(1, 6))
def test_the_first_values_are_those_of_most_records(
    sets: dict[int, set[int]], among: set[int], most: int
) -> None:
    counts = Counter({value: len(ids & among) for value, ids in sets.items() if ids & among})
    known: dict[int | str, BitMap] = {value: BitMap(ids) for value, ids in sets.items()}
    by_size = dict(sorted(known.items(), key=lambda one: -len(one[1])))
    assert all_counts(BitMap(among), known) == counts
    top = top_counts(BitMap(among), by_size, most)
    assert list(top.values()) == [count for _, count in counts.most_common(most)]
    assert top.items() <= counts.items()
