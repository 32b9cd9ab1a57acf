"""How a quotation stands to a passage, word by word. Pure: it knows no database."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from statements.quoting.words import Quotation, Words

# A word that both have in another place counts for less than one in its place.
MOVED = 0.75
# Words of the passage that an ellipsis may stand for.
LONGEST_GAP = 150
# Words at an edge that were changed rather than left away.
CHANGED_AT_EDGE = 2
# Stretches that hold equally many words, of which the words are compared in their order.
MOST_STRETCHES = 50

Span = tuple[int, int]
Keys = Sequence[str]


class Kind(Enum):
    """What a step of the comparison is."""

    SAME = "same"
    QUOTED = "quoted"  # in the quotation alone
    SOURCE = "source"  # in the passage alone
    LEFT_OUT = "left-out"  # in the passage alone, where the quotation has an ellipsis


@dataclass(frozen=True, slots=True)
class Step:
    """A run of words of the one kind: where it begins and ends in the quotation or the passage."""

    kind: Kind
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Alignment:
    """A quotation beside the words of a passage from `start` up to `end`.

    Steps of what both have, and of what the passage has, count words of the passage; the others
    count words of the quotation. `moved` words stand in both, in different places.
    """

    steps: tuple[Step, ...]
    start: int
    end: int
    moved: int

    def count(self, kind: Kind) -> int:
        """Give how many words are of the kind."""
        return sum(len(step) for step in self.steps if step.kind is kind)

    @property
    def similarity(self) -> float:
        """The share of words that quotation and passage have in common, from 0 to 1.

        What an ellipsis leaves out does not count.
        """
        same, differing = self.count(Kind.SAME), self.count(Kind.QUOTED) + self.count(Kind.SOURCE)
        return 2 * (same + MOVED * self.moved) / (2 * same + differing)

    @property
    def is_exact(self) -> bool:
        """Whether the passage has the quotation's words in their order, and no others."""
        return all(step.kind in {Kind.SAME, Kind.LEFT_OUT} for step in self.steps)

    @property
    def runs_beyond(self) -> tuple[int, int]:
        """How many words the quotation has where the passage ends, before it and behind it."""
        first, last = self.steps[:2], self.steps[-1]
        before = [step.kind for step in first] == [Kind.QUOTED, Kind.SAME]
        behind = last.kind is Kind.QUOTED
        return len(first[0]) if before else 0, len(last) if behind else 0


def align(quotation: Quotation, passage: Words) -> Alignment | None:
    """Put the quotation beside the part of the passage that is most like it.

    None where they have no word in common.
    """
    places = [0, *sorted(quotation.gaps), len(quotation)]
    segments = list(pairwise(places))
    keys = passage.keys
    fits = _in_order(quotation.words.keys, segments, keys, (0, len(keys)))
    found = [fit for fit in fits if fit.end]
    if not found:
        return None
    return Alignment(
        tuple(_joined(fits)), found[0].start, found[-1].end, sum(f.moved for f in fits)
    )


@dataclass(frozen=True, slots=True)
class Fit:
    """The place of one piece of the quotation in the passage; nothing where `end` is 0."""

    steps: tuple[Step, ...]
    start: int = 0
    end: int = 0
    moved: int = 0


def _in_order(quoted: Keys, segments: list[Span], keys: Keys, within: Span) -> list[Fit]:
    """Give the places of the pieces between ellipses: the longest first, the others around it."""
    if not segments:
        return []
    middle = max(range(len(segments)), key=lambda at: segments[at][1] - segments[at][0])
    before, after = segments[:middle], segments[middle + 1 :]
    fit = _fit(quoted, segments[middle], keys, within)
    if not fit.end:
        first = _in_order(quoted, before, keys, within)
        behind = max((one.end for one in first), default=0) or within[0]
        return [*first, fit, *_in_order(quoted, after, keys, (behind, within[1]))]
    near = max(within[0], fit.start - LONGEST_GAP), min(within[1], fit.end + LONGEST_GAP)
    return [
        *_in_order(quoted, before, keys, (near[0], fit.start)),
        fit,
        *_in_order(quoted, after, keys, (fit.end, near[1])),
    ]


def _joined(fits: list[Fit]) -> Iterator[Step]:
    """Give the steps of all pieces, with what the ellipses between them leave out."""
    behind = 0
    for fit in fits:
        if behind and fit.end and behind < fit.start:
            yield Step(Kind.LEFT_OUT, behind, fit.start)
        yield from fit.steps
        behind = fit.end or behind


def _fit(quoted: Keys, piece: Span, keys: Keys, within: Span) -> Fit:
    """Give the place of one piece of the quotation within a part of the passage."""
    wanted = quoted[slice(*piece)]
    if (exact := _exactly(wanted, keys, within)) is not None:
        end = exact + len(wanted)
        return Fit((Step(Kind.SAME, exact, end),), exact, end)
    stretch = _fullest(wanted, keys, within)
    if not stretch:
        return Fit((Step(Kind.QUOTED, *piece),))
    runs = _trimmed(len(wanted), _runs(wanted, keys, stretch))
    # What is missing at the edges may stand there in another order, or changed.
    spare = runs[0][0] + len(wanted) - runs[-1][0] - runs[-1][2]
    start, end = runs[0][1] - spare, runs[-1][1] + runs[-1][2] + spare
    wider = max(start, within[0]), min(end, within[1])
    return _compared(quoted, piece, keys, wider)


def _exactly(wanted: Keys, keys: Keys, within: Span) -> int | None:
    """Give the number of the word at which the words stand one right after the other."""
    text = f" {' '.join(keys[slice(*within)])} "
    at = text.find(f" {' '.join(wanted)} ")
    return None if at < 0 else within[0] + text.count(" ", 0, at)


def _fullest(wanted: Keys, keys: Keys, within: Span) -> Span | None:
    """Give the stretch that holds most of the words: of several the one with most in their order.

    Of those the first.
    """
    stretches = list(_stretches(wanted, keys, within))
    most = max((held for held, *_ in stretches), default=0)
    full = [(start, end) for held, start, end in stretches if held == most][:MOST_STRETCHES]
    return max(full, default=None, key=lambda one: LCSseq.similarity(wanted, keys[one[0] : one[1]]))


def _stretches(wanted: Keys, keys: Keys, within: Span) -> Iterator[tuple[int, int, int]]:
    """Give each stretch from a hit to a hit: how many of the words it holds, its start, its end."""
    need = Counter(wanted)
    longest = len(wanted) * 4 // 3 + 3
    places = [place for place in range(*within) if keys[place] in need]
    had: Counter[str] = Counter()
    first = held = 0
    for place in places:
        had[keys[place]] += 1
        held += had[keys[place]] <= need[keys[place]]
        while place - places[first] >= longest:
            gone = keys[places[first]]
            held -= had[gone] <= need[gone]
            had[gone] -= 1
            first += 1
        yield held, places[first], place + 1


Run = tuple[int, int, int]


def _runs(wanted: Keys, keys: Keys, within: Span) -> list[Run]:
    """Give the runs of words that both have in one order: start in each, and length.

    As near each other as may be: of equal words at an edge, the inner one is taken.
    """
    start, end = _tight(wanted, keys, within)
    blocks = LCSseq.editops(wanted, keys[start:end]).as_matching_blocks()
    return [(block.a, start + block.b, block.size) for block in blocks if block.size]


def _tight(wanted: Keys, keys: Keys, within: Span) -> Span:
    """Give the shortest part, at either end, that has as many of the words in their order."""
    start, end = within
    most = LCSseq.similarity(wanted, keys[start:end])
    ends = range(start, end + 1)
    end = bisect_left(ends, most, key=lambda at: LCSseq.similarity(wanted, keys[start:at])) + start
    # Counted from the end, as what is searched has to grow.
    lengths = range(end - start + 1)
    length = bisect_left(
        lengths, most, key=lambda size: LCSseq.similarity(wanted, keys[end - size : end])
    )
    return end - length, end


def _trimmed(quoted: int, runs: list[Run]) -> list[Run]:
    """Drop runs at the edges that lie so far from the others that they make them less alike."""
    while len(runs) > 1:
        left, right = runs[1:], runs[:-1]
        better = left if _likeness(quoted, left) >= _likeness(quoted, right) else right
        if _likeness(quoted, better) <= _likeness(quoted, runs):
            break
        runs = better
    return runs


def _likeness(quoted: int, runs: list[Run]) -> float:
    """Give how alike the sides are over these runs; a word changed for another counts once.

    At an edge, what the quotation has beyond the runs is mostly changed, and has its counterpart.
    """
    spanned = runs[-1][1] + runs[-1][2] - runs[0][1]
    beyond = runs[0][0], quoted - runs[-1][0] - runs[-1][2]
    spanned += sum(min(words, CHANGED_AT_EDGE) for words in beyond)
    changed = sum(
        min(then[0] - one[0] - one[2], then[1] - one[1] - one[2]) for one, then in pairwise(runs)
    )
    return sum(size for *_, size in runs) / (quoted + spanned - changed)


def _compared(quoted: Keys, piece: Span, keys: Keys, within: Span) -> Fit:
    """Compare a piece of the quotation with the stretch of the passage that it stands for."""
    wanted = quoted[slice(*piece)]
    runs = _trimmed(len(wanted), _runs(wanted, keys, within))
    mine, theirs = _unmatched(wanted, keys, runs, within)
    moved = Counter(wanted[at] for at in mine) & Counter(keys[at] for at in theirs)
    start, end = _edges(keys, runs, within, moved, wanted)
    steps = tuple(_steps(piece, runs, start, end))
    return Fit(steps, start, end, moved.total())


def _unmatched(
    wanted: Keys, keys: Keys, runs: list[Run], within: Span
) -> tuple[list[int], list[int]]:
    """Give the numbers of the words of each side that are in no run."""
    here = {at + number for at, _, size in runs for number in range(size)}
    there = {at + number for _, at, size in runs for number in range(size)}
    return (
        [at for at in range(len(wanted)) if at not in here],
        [at for at in range(*within) if at not in there],
    )


def _edges(keys: Keys, runs: list[Run], within: Span, moved: Counter[str], wanted: Keys) -> Span:
    """Give where the passage begins and ends: moved words and a few changed ones belong to it."""
    first, last = runs[0][1], runs[-1][1] + runs[-1][2]
    before = [at for at in range(within[0], first) if keys[at] in moved]
    after = [at for at in range(last, within[1]) if keys[at] in moved]
    changed = min(runs[0][0], CHANGED_AT_EDGE)
    changed_after = min(len(wanted) - runs[-1][0] - runs[-1][2], CHANGED_AT_EDGE)
    start = min([first - changed, *before])
    end = max([last + changed_after, *(at + 1 for at in after)])
    return max(start, within[0]), min(end, within[1])


def _steps(piece: Span, runs: list[Run], start: int, end: int) -> Iterator[Step]:
    """Give the runs, and before, between and behind them what only one side has."""
    here, there = piece[0], start
    for at, other, size in [*runs, (piece[1] - piece[0], end, 0)]:
        if here < piece[0] + at:
            yield Step(Kind.QUOTED, here, piece[0] + at)
        if there < other:
            yield Step(Kind.SOURCE, there, other)
        if size:
            yield Step(Kind.SAME, other, other + size)
        here, there = piece[0] + at + size, other + size
