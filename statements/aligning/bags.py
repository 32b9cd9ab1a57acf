"""What passages are compared by: words and names, each with what it counts at most. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from statements.aligning.evidence import Passage
from statements.aligning.genre import is_frame
from statements.aligning.mentions import Names
from statements.aligning.skeletons import beginning
from statements.querysets.stemming import STEMMERS
from statements.quoting.words import is_unspaced

# What a word of the frame of readouts counts.
FRAME = 0.25

Weights = dict[str, float]


def in_language(passages: Sequence[Passage], language: str, names: Names) -> dict[int, Weights]:
    """Give the words of each passage that has the language, with what each counts at most."""
    having = {at: one for at, one in enumerate(passages) if language in one.versions}
    worth = {
        stem: _worth(language, stem)
        for stem in frozenset().union(*(one.versions[language].stems for one in having.values()))
        if not names.is_here(stem)
    }
    bags: dict[int, Weights] = {}
    for at, passage in having.items():
        bag = bags[at] = dict.fromkeys((f"topic {topic}" for topic in passage.topics), 1.0)
        for stem in passage.versions[language].stems & worth.keys():
            bag.update(worth[stem])
    return bags


def _worth(language: str, stem: str) -> Weights:
    """Give what is compared of a stem, each with what it counts at most."""
    return dict.fromkeys(_words(language, stem), FRAME if is_frame(language, stem) else 1.0)


def _words(language: str, stem: str) -> Iterable[str]:
    """Give what is compared of a stem; of a language without a stemmer, the beginning of a word.

    In a script without spaces, what stands between two marks is cut into pairs of letters.
    """
    if is_unspaced(stem):
        return {stem[at : at + 2] for at in range(max(len(stem) - 1, 1))}
    return (stem if language in STEMMERS else beginning(stem),)


def across(passages: Sequence[Passage], names: Names) -> dict[int, Weights]:
    """Give what of each passage survives translation, with what each counts at most."""
    bags: dict[int, Weights] = {}
    for place, passage in enumerate(passages):
        bag = bags[place] = dict.fromkeys((f"topic {topic}" for topic in passage.topics), 1.0)
        for version in passage.versions.values():
            named = names.named_in(version.stems)
            for stem in sorted(names.without(version.stems, named.values())):
                if not names.is_here(stem):
                    bag[beginning(stem)] = FRAME if is_frame(version.language, stem) else 1.0
            bag.update(dict.fromkeys(_of_names(named), 1.0))
    return bags


def _of_names(named: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Give what names count for: one of several words for two, so that its words need not."""
    for stands_for, words in named.items():
        yield stands_for
        if len(words) > 1:
            yield f"{stands_for}, all of it"
