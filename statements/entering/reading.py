"""What a text says of itself, read once: whom it names, and what it suggests for fields."""

from collections.abc import Iterator
from functools import cached_property

from actors.models import Actor
from statements.entering.headings import exchange_kind_of, heading_of
from statements.entering.languages import language_of
from statements.entering.names import Bearer, Mention, mentions_in, unique
from statements.entering.suggesting import Suggestion

# In characters: where a text names its publisher.
EDGE = 300
# Of punctuation about a name that has a line to itself, as in “— The Kremlin.”
SIGNS = 4
PUBLISHERS = (Actor.Kind.OFFICE, Actor.Kind.ORGANISATION)


class SourceText:
    """The text of a source below its title, which the text may begin with too."""

    def __init__(self, title: str, text: str) -> None:
        self.text = text
        self.title = "" if text.lstrip().startswith(title) else title
        self.whole = f"{self.title}\n{text}"

    @cached_property
    def mentions(self) -> list[Mention]:
        """The known names in the title and the text, in order."""
        return mentions_in(self.whole) if self.whole.strip() else []

    @cached_property
    def named(self) -> list[Mention]:
        """Everybody who is named, once."""
        return unique(self.mentions)

    @property
    def actors(self) -> set[int]:
        """The keys of all who may be meant by a name."""
        return {bearer.pk for one in self.named for bearer in one.bearers}

    @cached_property
    def people(self) -> list[Bearer]:
        """The persons who are surely named, in the order of the text."""
        only = [one.only for one in self.named if one.only]
        return list(dict.fromkeys(one for one in only if one.kind == Actor.Kind.PERSON))

    @cached_property
    def of_source(self) -> list[Suggestion]:
        """What the text suggests for fields of the document, each once at most."""
        found = [*heading_of(self.text, self.title), language_of(self.text), *self._publisher()]
        return [one for one in found if one]

    @cached_property
    def of_exchange(self) -> list[Suggestion]:
        """What the text suggests for fields of a new exchange."""
        return list(exchange_kind_of(self.whole))

    def _publisher(self) -> Iterator[Suggestion]:
        """Suggest the one office or organisation that is named at the head or foot of the text.

        One that has a line to itself is rather meant than one that a sentence speaks of.
        """
        named = [one for one in self.mentions if self._may_publish(one)]
        found = [one for one in named if self._has_a_line(one)] or named
        if len({one.only for one in found}) == 1:
            one = found[0]
            why = f"“{one.printed}” at the {self._edge(one)} of the text"
            yield Suggestion("publisher", str(one.only and one.only.pk), str(one.only), why)
            yield Suggestion("publisher_as_printed", one.printed, one.printed, why)

    def _may_publish(self, one: Mention) -> bool:
        return bool(one.only and one.only.kind in PUBLISHERS and self._edge(one))

    def _has_a_line(self, one: Mention) -> bool:
        """Tell whether nothing else is written on the line of the name."""
        start = self.whole.rfind("\n", 0, one.start) + 1
        line = self.whole[start:].split("\n", 1)[0]
        return len(line.strip()) <= len(one.printed) + SIGNS

    def _edge(self, one: Mention) -> str:
        """Name the edge of the text at which a name stands, if it does."""
        start = one.start - len(self.title) - 1
        before, behind = start, len(self.text) - start
        if before < 0 or min(before, behind) > EDGE:
            return ""
        return "head" if before < behind else "foot"
