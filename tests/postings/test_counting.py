"""The most frequent values, exactly."""

from collections import Counter
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from statements.postings import counting
from statements.postings.counting import counts_of, grouped, top_counts

# Few values and, in groups, many, whose records overlap little or much.
SETS = st.dictionaries(st.integers(1, 90), st.sets(st.integers(1, 30), min_size=1), max_size=70)


@given(SETS, st.sets(st.integers(1, 30)), st.integers(1, 6), st.sampled_from([10, 200]))
def test_the_first_values_are_those_of_most_records(
    sets: dict[int, set[int]], among: set[int], most: int, few: int
) -> None:
    counts = Counter({value: len(ids & among) for value, ids in sets.items() if ids & among})
    known: dict[int | str, BitMap] = {value: BitMap(ids) for value, ids in sets.items()}
    with patch.object(counting, "FEW", few):
        groups = grouped(known)
    top = top_counts(BitMap(among), groups, most)
    assert list(top.values()) == [count for _, count in counts.most_common(most)]
    assert top.items() <= counts.items()
    # Of values with as many of the records, those come first that have more of all.
    first = sorted(counts, key=lambda value: (-counts[value], -len(sets[value]), str(value)))
    assert list(top) == first[:most]


@given(SETS, SETS)
def test_groups_are_taken_over_where_nothing_in_them_has_changed(
    sets: dict[int, set[int]], changed: dict[int, set[int]]
) -> None:
    known: dict[int | str, BitMap] = {value: BitMap(ids) for value, ids in sets.items()}
    with patch.object(counting, "FEW", 10):
        before = grouped(known)
        assert all(one is other for one, other in zip(grouped(known, before), before, strict=True))
        later = dict(known)
        later.update({value: BitMap(ids) for value, ids in changed.items()})
        anew, taken_over = grouped(later), grouped(later, before)
    assert [(group.sets, group.any) for group in anew] == [
        (group.sets, group.any) for group in taken_over
    ]


@given(SETS, st.sets(st.integers(1, 30)))
def test_values_are_counted_that_no_record_has(sets: dict[int, set[int]], among: set[int]) -> None:
    known: dict[int | str, BitMap] = {value: BitMap(ids) for value, ids in sets.items()}
    counts = counts_of(range(1, 100), BitMap(among), known)
    assert counts == {value: len(sets.get(value, set()) & among) for value in range(1, 100)}
