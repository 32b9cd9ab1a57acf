"""Which names a passage has, by the sounds of its stems, declined or not. Pure.

So “Macron”, «Макроном» and the French President's office are found alike where the archive knows
these names. A name of several long words is there where all of them are.
"""

from collections import defaultdict
from collections.abc import Iterable

from statements.aligning.evidence import Name, Passage
from statements.aligning.skeletons import skeleton
from statements.quoting.words import words_of

# In letters: shorter words of a name stand for it only where it has no longer ones, and are not
# declined; an ending has at most so many.
LONG, ENDING = 4, 3


class Names:
    """Names, as they are looked for in passages."""

    def __init__(self, names: Iterable[Name]) -> None:
        """Take the names apart."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        self._here: set[str] = set()
        for name in names:
            words = _telling(name.name)
            if not words:
                continue
            for form in _forms(words[0]):
                self._by_first[form].append((words, name.stands_for))
            if name.is_here:
                self._here.update(form for word in words for form in _forms(word))

    def stood_for(self, passage: Passage) -> frozenset[str]:
        """Give what the names in a passage stand for."""
        return frozenset(
            stands_for
            for version in passage.versions.values()
            for stands_for in self._in({skeleton(stem) for stem in version.stems})
        )

    def countries(self, passage: Passage) -> frozenset[str]:
        """Give the codes of the countries for which names in a passage stand."""
        return frozenset(one for one in self.stood_for(passage) if len(one) == 2)

    def is_here(self, stem: str) -> bool:
        """Tell whether a stem is of the name of somebody who took part."""
        return skeleton(stem) in self._here

    def _in(self, sounds: set[str]) -> Iterable[str]:
        for sound in sounds & self._by_first.keys():
            for words, stands_for in self._by_first[sound]:
                if all(sounds & _forms(word) for word in words[1:]):
                    yield stands_for


def _telling(name: str) -> tuple[str, ...]:
    """Give the sounds of the long words of a name; of one without any, of all."""
    words = [skeleton(word) for word in words_of(name).keys]
    return tuple(word for word in words if len(word) >= LONG) or tuple(words)


def _forms(word: str) -> set[str]:
    """Give what may stand for a word: a stem is the word without its ending."""
    if len(word) < LONG:
        return {word}
    return {word[:end] for end in range(max(LONG, len(word) - ENDING), len(word) + 1)}
