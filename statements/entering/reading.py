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
        """Suggest the one office or organisation that is named at the head or foot of the text."""
        for one in self.mentions:
            edge = self._edge(one.start - len(self.title) - 1)
            if edge and one.only and one.only.kind in PUBLISHERS:
                why = f"“{one.printed}” at the {edge} of the text"
                yield Suggestion("publisher", str(one.only.pk), str(one.only), why)
                yield Suggestion("publisher_as_printed", one.printed, one.printed, why)
                return

    def _edge(self, start: int) -> str:
        """Name the edge of the text at which a place of it stands, if it does."""
        before, behind = start, len(self.text) - start
        if before < 0 or min(before, behind) > EDGE:
            return ""
        return "head" if before < behind else "foot"
