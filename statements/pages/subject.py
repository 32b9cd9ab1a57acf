"""What the page of a topic shows: who says what of it, since when, and what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from pyroaring import BitMap

from actors.models import Actor
from drawing.columns import Columns
from reading.cursors import Start
from statements.about.mentions import Mention, first_mention, latest_mention
from statements.about.over_time import exchanges_by_kind, statements_by_speaker
from statements.about.related import related_to
from statements.about.telling import lengths_of, most_telling
from statements.about.voices import SPEAKER, Voice, voices
from statements.cards import StatementCard, cards_of
from statements.models import Exchange, Statement, Topic
from statements.pages.tree import TOPIC, Branch, Tree
from statements.postings import current as postings
from statements.postings.order import by_day
from statements.postings.retracted import retracted

LATEST = 5
MOST_VOICES = 6
MOST_RELATED = 8


@dataclass(frozen=True)
class Mentioned:
    """The first or the latest mention as it is shown."""

    card: StatementCard
    mention: Mention


@dataclass(frozen=True)
class Spoken:
    """How much a speaker said, with the latest of it."""

    speaker: Actor
    count: int
    card: StatementCard


@dataclass(frozen=True)
class Beside:
    """A related topic, and how many records are about both."""

    topic: Topic
    together: int


class Subject:
    """What there is on a topic and those below it.

    What was retracted is listed and counted as in the lists, but is nobody's word on the topic any
    more: it is no mention, and is not among what a speaker said.
    """

    def __init__(self, topic: Topic) -> None:
        self._said, self._held = postings.statements(), postings.exchanges()
        self._tree = Tree(self._said, self._held)
        self._about = self._said.having(TOPIC, [topic.pk])
        self._standing = self._about - retracted(self._said)
        self.topic = topic
        self.branch: Branch = self._tree.branch_of(topic)

    @property
    def statement_count(self) -> int:
        """The public statements on it."""
        return self.branch.node.statements

    @property
    def exchange_count(self) -> int:
        """The public exchanges about it."""
        return self.branch.node.exchanges

    @cached_property
    def speaker_count(self) -> int:
        """How many are known to have spoken of it."""
        spoke = self._said.facets[SPEAKER].values()
        return sum(1 for said in spoke if not self._standing.isdisjoint(said))

    @cached_property
    def undated_count(self) -> int:
        """The statements that can be neither the first nor the latest mention."""
        return len(self._standing & self._said.without_date)

    @property
    def statements_over_time(self) -> Columns | None:
        """The statements in each stretch of time, by those who made most of them."""
        names = {pk: speaker.name for pk, speaker in self._speakers.items()}
        return statements_by_speaker(self._said, self._about, names, {"topic": self.topic.slug})

    @property
    def exchanges_over_time(self) -> Columns | None:
        """The exchanges in each stretch of time, by kind."""
        about = self._held.having(TOPIC, [self.topic.pk])
        return exchanges_by_kind(self._held, about, {"topic": self.topic.slug})

    @property
    def first(self) -> Mentioned | None:
        """The first mention."""
        return self._mentioned(self._mentions[0])

    @property
    def latest(self) -> Mentioned | None:
        """The latest mention, where it is another one than the first."""
        first, latest = self.first, self._mentioned(self._mentions[1])
        return None if first and latest and first.card.pk == latest.card.pk else latest

    @property
    def voices(self) -> list[Spoken]:
        """Those who said most of it, the most frequent first."""
        shown = ((one, self._card(one.latest)) for one in self._voices)
        return [
            Spoken(self._speakers[one.speaker], one.count, card)
            for one, card in shown
            if card and one.speaker in self._speakers
        ]

    @property
    def statements(self) -> list[StatementCard]:
        """The newest statements, as the list has them."""
        return [self._cards[pk] for pk in self._newest if pk in self._cards]

    @cached_property
    def exchanges(self) -> list[Exchange]:
        """The newest exchanges, as the list has them."""
        about = self._held.having(TOPIC, [self.topic.pk])
        newest = by_day(self._held, about, Start(), newest=True, most=LATEST)
        return list(Exchange.objects.public().filter(pk__in=newest).for_list())

    @cached_property
    def related(self) -> list[Beside]:
        """The topics that stand beside it, the likest first."""
        indexes, nodes = (self._said, self._held), self._tree.nodes
        found = related_to(self.topic.pk, indexes, self.branch.kin, MOST_RELATED)
        return [Beside(nodes[one.topic].topic, one.together) for one in found if one.topic in nodes]

    @cached_property
    def _mentions(self) -> tuple[Mention | None, Mention | None]:
        calendar = self._said.calendar
        return (
            first_mention(calendar, self._standing),
            latest_mention(calendar, self._standing),
        )

    @cached_property
    def _voices(self) -> list[Voice]:
        return voices(self._said, self._standing, MOST_VOICES)

    @cached_property
    def _speakers(self) -> dict[int, Actor]:
        """Those who said most of it, in that order."""
        found = Actor.objects.in_bulk([one.speaker for one in self._voices])
        return {one.speaker: found[one.speaker] for one in self._voices if one.speaker in found}

    @cached_property
    def _newest(self) -> list[int]:
        return by_day(self._said, self._about, Start(), newest=True, most=LATEST)

    @cached_property
    def _cards(self) -> dict[int, StatementCard]:
        """All statements that are shown, by their keys: fetched together."""
        told = (most_telling(several, self._lengths) for several in self._candidates)
        shown = BitMap([*self._newest, *(pk for pk in told if pk)])
        return {card.pk: card for card in cards_of(Statement.objects.public().filter(pk__in=shown))}

    @cached_property
    def _lengths(self) -> dict[int, int]:
        return lengths_of(chain.from_iterable(self._candidates))

    @property
    def _candidates(self) -> list[list[int]]:
        """Statements of each of which one is shown."""
        mentions = [one.candidates for one in self._mentions if one]
        return [*mentions, *(one.latest for one in self._voices)]

    def _card(self, candidates: list[int]) -> StatementCard | None:
        """Give the card of the one that is shown of several."""
        return self._cards.get(most_telling(candidates, self._lengths) or 0)

    def _mentioned(self, mention: Mention | None) -> Mentioned | None:
        card = self._card(mention.candidates) if mention else None
        return Mentioned(card, mention) if card and mention else None
