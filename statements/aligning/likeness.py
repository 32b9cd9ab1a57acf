"""How much two passages of different sides have in common. Pure.

**In a language that both have** their stems are compared: in common, each weighed by the square of
how rare it is, for the length of both (the cosine that `closest.py` uses, too). Rare is what few
passages of this exchange have; frames of readouts (`genre.py`) count for a quarter and the names of
those who took part for nothing, as every passage may have them. Topics that an editor gave
to a passage count as stems do. Frequencies of the whole archive are left out on purpose: with them
a join would come and go as other records are entered.

**Without a common language** what survives translation is compared in the same way: the sounds of
the beginnings of words (`skeletons.py`), numbers, names and topics with their aliases.

Of two languages a name counts once, and one of several words for two.

**What is asked** (`SAME`, `ACROSS`) was set by hand on the readouts in `tests/aligning/`, in
English, French and Russian, so that no pair there is joined that should not be. In one language two
of the telling words have to be written small somewhere: more than names. A passage that is far
more like another one of that side is not joined to this one (`NEAR`).

So what is missed is a paraphrase with fewer than two telling words in common, or with words that a
stemmer keeps apart (“went”, “go”); what `opposites.py` takes for a no; and between languages most
of what names, numbers and international words do not carry.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log, sqrt

from statements.aligning.bags import Weights, across, in_language
from statements.aligning.evidence import Passage
from statements.aligning.genre import is_frame
from statements.aligning.mentions import Names
from statements.quoting.words import small_words

# An exchange of fewer passages tells as little of what is rare as one of so many.
FEWEST = 12
# What more than this part of the passages has tells none from another.
COMMON = 0.25
LEAST_COMMON = 4
NEAR = 0.6
# In letters: what is left of a stem at least.
SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """What two passages need to be taken for the same: a likeness, and so many telling words."""

    likeness: float
    words: int


SAME = Asked(0.22, 2)
ACROSS = Asked(0.20, 3)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages by their places in the list, how alike they are (0 to 1), and the language.

    The language is None where they have none in common.
    """

    one: int
    other: int
    likeness: float
    language: str | None


def alike(passages: Sequence[Passage], names: Names) -> list[Pair]:
    """Give the pairs of passages of different sides that seem to say the same, the likest first."""
    found: dict[tuple[int, int], Pair] = {}
    languages = sorted({language for passage in passages for language in passage.versions})
    for language in languages:
        bags = in_language(passages, language, names)
        for pair in _pairs(passages, bags, SAME, language):
            best = found.get((pair.one, pair.other))
            if best is None or pair.likeness > best.likeness:
                found[pair.one, pair.other] = pair
    if len(languages) > 1 and _lack_a_common_language(passages):
        for pair in _pairs(passages, across(passages, names), ACROSS, None):
            if not share(passages[pair.one], passages[pair.other]):
                found[pair.one, pair.other] = pair
    ordered = sorted(found.values(), key=lambda pair: (-pair.likeness, pair.one, pair.other))
    return [pair for pair in _near(passages, ordered) if _tells(passages, pair, names)]


def _tells(passages: Sequence[Passage], pair: Pair, names: Names) -> bool:
    """Tell whether passages in one language share more than names: words that are written small."""
    if pair.language is None:
        return True
    versions = [passages[place].versions[pair.language] for place in (pair.one, pair.other)]
    small = [key for version in versions for key in small_words(version.text)]
    common = {
        stem
        for stem in versions[0].stems & versions[1].stems
        if not is_frame(pair.language, stem) and not names.is_here(stem)
    }
    telling = (stem for stem in common if any(key.startswith(_trunk(stem)) for key in small))
    return len(list(telling)) >= SAME.words


def _trunk(stem: str) -> str:
    """Give the letters of a stem that its words begin with: “happi” is of “happy”."""
    return stem[: max(SHORTEST, len(stem) - 2)]


def _lack_a_common_language(passages: Iterable[Passage]) -> bool:
    """Tell whether there are passages that share no language; there are few sets of languages."""
    sets = {frozenset(passage.versions) for passage in passages}
    return any(one.isdisjoint(other) for one, other in combinations(sets, 2))


def share(one: Passage, other: Passage) -> bool:
    """Tell whether the passages have a language in common."""
    return not one.versions.keys().isdisjoint(other.versions.keys())


def _pairs(
    passages: Sequence[Passage],
    bags: Mapping[int, Weights],
    asked: Asked,
    language: str | None,
) -> Iterator[Pair]:
    """Give the pairs that have what is asked. Only passages with a word in common are looked at."""
    by_word: dict[str, list[int]] = defaultdict(list)
    for place, bag in bags.items():
        for word in bag:
            by_word[word].append(place)
    rarity = _rarity(by_word, len(bags))
    lengths = {
        place: sqrt(sum((weight * rarity[word]) ** 2 for word, weight in bag.items()))
        for place, bag in bags.items()
    }
    for (one, other), product in _in_common(passages, bags, by_word, rarity).items():
        if product < asked.likeness * lengths[one] * lengths[other]:
            continue
        common = bags[one].keys() & bags[other].keys()
        if sum(bags[one][word] == 1 and rarity[word] > 0 for word in common) >= asked.words:
            yield Pair(one, other, product / (lengths[one] * lengths[other]), language)


def _rarity(by_word: Mapping[str, Sequence[int]], passages: int) -> dict[str, float]:
    """Give how much a word counts: the logarithm of how rare it is among the passages."""
    of_all = max(passages, FEWEST) + 1
    most = max(COMMON * passages, LEAST_COMMON)
    return {
        word: log(of_all / len(places)) if len(places) <= most else 0.0
        for word, places in by_word.items()
    }


def _in_common(
    passages: Sequence[Passage],
    bags: Mapping[int, Weights],
    by_word: Mapping[str, Sequence[int]],
    rarity: Mapping[str, float],
) -> dict[tuple[int, int], float]:
    """Give for each pair of passages of two sides the words in common, weighed."""
    sides = [passage.side for passage in passages]
    common: dict[tuple[int, int], float] = defaultdict(float)
    for word, places in by_word.items():
        if len(places) < 2 or not rarity[word]:
            continue
        worth = (bags[places[0]][word] * rarity[word]) ** 2
        for pair in combinations(places, 2):
            if sides[pair[0]] != sides[pair[1]]:
                common[pair] += worth
    return common


def _near(passages: Sequence[Passage], pairs: Sequence[Pair]) -> list[Pair]:
    """Leave out pairs of which either passage is far more like another one of that side."""
    best: dict[tuple[int, int], float] = {}
    for pair in pairs:
        for own, theirs in ((pair.one, pair.other), (pair.other, pair.one)):
            best.setdefault((own, passages[theirs].side), pair.likeness)

    def is_near(own: int, theirs: int, likeness: float) -> bool:
        return likeness >= NEAR * best[own, passages[theirs].side]

    return [
        pair
        for pair in pairs
        if is_near(pair.one, pair.other, pair.likeness)
        and is_near(pair.other, pair.one, pair.likeness)
    ]
