"""Which names a passage has, by the sounds of its stems, declined or not. Pure.

So “Macron”, «Макроном» and the French President's office are found alike where the archive knows
these names. A name of several long words is there where all of them are.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from statements.aligning.evidence import Name, Passage
from statements.aligning.skeletons import skeleton
from statements.quoting.words import words_of

# In letters: shorter words of a name stand for it only where it has no longer ones, and are not
# declined. A stem lacks at most so many letters at the end, and a word made of a name, such as
# “Ukrainian”, goes on where the name has its last letter.
LONG, ENDING, TRUNK = 4, 3, 4
# Stemmers take abbreviations for words: of AIEA the French one leaves three letters.
ABBREVIATED = 3


class Names:
    """Names, as they are looked for in passages."""

    def __init__(self, names: Iterable[Name]) -> None:
        """Take the names apart."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        self._here: set[str] = set()
        self._those_here: set[str] = set()
        self._seen: dict[str, bool] = {}
        short: set[str] = set()
        for name in names:
            words = _telling(name.name)
            if not words:
                continue
            if name.name.isupper():
                short.update(words)
            self._by_first[words[0]].append((words, name.stands_for))
            if name.is_here:
                self._here.update(words)
                self._those_here.add(name.stands_for)
        known = {word for named in self._by_first.values() for name, _ in named for word in name}
        self._forms = _forms(known, short)

    def named_in(self, stems: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Give what is named by stems, each with the words of its longest name there.

        Those who took part, and their countries, are left out.
        """
        found: dict[str, tuple[str, ...]] = {}
        for name, stands_for in self._in(stems):
            if stands_for not in self._those_here and len(name) > len(found.get(stands_for, ())):
                found[stands_for] = name
        return found

    def without(self, stems: Iterable[str], named: Iterable[tuple[str, ...]]) -> Iterator[str]:
        """Leave out the stems that are words of these names."""
        words = {word for name in named for word in name}
        return (stem for stem in stems if words.isdisjoint(self._words(stem)))

    def countries(self, passage: Passage) -> frozenset[str]:
        """Give the codes of the countries for which names in a passage stand."""
        versions = passage.versions.values()
        named = (stands for one in versions for _, stands in self._in(one.stems))
        return frozenset(one for one in named if len(one) == 2)

    def is_here(self, stem: str) -> bool:
        """Tell whether a stem is of the name of somebody who took part."""
        known = self._seen.get(stem)
        if known is None:
            known = self._seen[stem] = not self._here.isdisjoint(self._words(stem))
        return known

    def _in(self, stems: Iterable[str]) -> Iterator[tuple[tuple[str, ...], str]]:
        words = {word for stem in stems for word in self._words(stem)}
        for word in words & self._by_first.keys():
            for name, stands_for in self._by_first[word]:
                if words.issuperset(name):
                    yield name, stands_for

    def _words(self, stem: str) -> Iterator[str]:
        """Give the words of names that a stem may be a form of."""
        sound = skeleton(stem)
        yield from self._forms.get(sound, ())
        for end in range(TRUNK, len(sound)):
            yield from self._forms.get(f"{sound[:end]}-", ())


def _telling(name: str) -> tuple[str, ...]:
    """Give the sounds of the long words of a name; of one without any, of all."""
    words = [skeleton(word) for word in words_of(name).keys]
    return tuple(word for word in words if len(word) >= LONG) or tuple(words)


def _forms(words: Iterable[str], abbreviations: Collection[str]) -> dict[str, set[str]]:
    """Give the words by what may stand for them; a trunk has a hyphen behind it."""
    forms: dict[str, set[str]] = defaultdict(set)
    for word in words:
        least = ABBREVIATED if word in abbreviations else max(LONG, len(word) - ENDING)
        for end in range(min(len(word), least), len(word) + 1):
            forms[word[:end]].add(word)
        if len(word) > TRUNK:
            forms[f"{word[:-1]}-"].add(word)
    return dict(forms)
