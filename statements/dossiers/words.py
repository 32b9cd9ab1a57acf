"""What an actor said of one topic across the years: the topic that is asked for, and its page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby

from django.http import QueryDict

from actors.models import Actor
from reading.cursors import Start
from reading.fields import Choice
from reading.paging import CursorForm, PageAt, page_asked
from reading.problems import Problem
from reading.queries import query
from statements.cards import StatementCard
from statements.dossiers.latest import statements_at
from statements.dossiers.wording import wording_of
from statements.figures.addresses import in_stretch, list_at
from statements.figures.own_words import OwnWords, from_place, of_each_year, own_words
from statements.figures.topics import frequent_topics, topic_names
from statements.filters.common import OLDEST
from statements.filters.one_topic import OneTopicField
from statements.postings.index import Index
from statements.postings.timeline import year_cut

ON_A_PAGE = 12
MOST_OFFERED = 40


class WordsForm(CursorForm):
    """`topic`, and the cursor of the page."""

    topic = OneTopicField(required=False, label="Topic")


@dataclass(frozen=True)
class Year:
    """A year: what is shown of it, how many there are, and the list of all."""

    label: str
    cards: list[StatementCard]
    count: int
    address: str

    @property
    def is_whole(self) -> bool:
        """Whether all of it is shown."""
        return self.count <= len(self.cards)


@dataclass(frozen=True)
class Words:
    """The topics that can be chosen, with their numbers; the one that is, and its years.

    `found` is None where there is no topic, or where something is wrong with what is asked.
    `is_selected` tells whether only a few of each year are shown. `told_list` leads to all that is
    told, `list_` to what is in other words too.
    """

    at: PageAt = field(default_factory=PageAt)
    topics: list[Choice] = field(default_factory=list)
    topic: Choice | None = None
    found: OwnWords | None = None
    years: list[Year] = field(default_factory=list)
    undated: int = 0
    is_selected: bool = False
    told_list: str = ""
    list_: str = ""

    @property
    def topic_problems(self) -> list[Problem]:
        """What is wrong with the topic that is asked for."""
        return [problem for problem in self.at.problems if problem.name == "topic"]

    @property
    def chosen(self) -> QueryDict:
        """What the pages of the topic have in their addresses."""
        return query({"topic": [self.topic.value] if self.topic else []})


def words_of(index: Index, actor: Actor, asked: QueryDict) -> Words:
    """Give what the actor said of the topic that is asked for, or of the most frequent one."""
    form = WordsForm(asked, OLDEST)
    counts = frequent_topics(index, index.having("speaker", [actor.pk]), MOST_OFFERED)
    if not form.is_valid():
        return Words(page_asked(form, _nothing), _offered(index, counts, None))
    topic = form.cleaned_data["topic"]
    pk = topic.pk if topic else next(iter(counts), None)
    if pk is None:
        return Words()
    return _told(index, actor, pk, _offered(index, counts, pk), form)


def _told(index: Index, actor: Actor, pk: int, topics: list[Choice], form: WordsForm) -> Words:
    types = wording_of(actor).own_types
    found = own_words(index, actor.pk, pk, types)
    places = of_each_year(index, found.told, ON_A_PAGE)

    def nearest(start: Start, most: int) -> list[StatementCard]:
        return statements_at([one.pk for one in from_place(places, start, most)])

    undated = len(found.told & index.without_date)
    at = page_asked(form, nearest, ON_A_PAGE)
    topic = next(choice for choice in topics if choice.chosen)
    asked = [("speaker", actor.slug), ("topic", topic.value)]
    everything = list_at("statements", asked)
    told = list_at("statements", [*asked, *(("type", one) for one in types)])
    told = told if found.own else everything
    return Words(
        at,
        topics,
        topic,
        found,
        list(_years(index, found, at.page.rows, told)),
        undated,
        len(places) + undated < len(found.told),
        told,
        everything,
    )


def _offered(index: Index, counts: Mapping[int, int], chosen: int | None) -> list[Choice]:
    """Give the topics by number, and before them the chosen one where it is not among them."""
    names = topic_names(index)
    numbers = {chosen: 0, **counts} if chosen and chosen not in counts else dict(counts)
    return [
        replace(names[pk], count=number, chosen=pk == chosen)
        for pk, number in numbers.items()
        if pk in names
    ]


def _years(
    index: Index, found: OwnWords, cards: Iterable[StatementCard], address: str
) -> Iterator[Year]:
    dated = ((card.date_earliest.year, card) for card in cards if card.date_earliest)
    for year, group in groupby(dated, key=lambda one: one[0]):
        cut = year_cut(year)
        count = index.calendar.count(found.told, cut.first, cut.last)
        shown = [card for _, card in group]
        yield Year(cut.label, shown, count, in_stretch(address, cut))


def _nothing(start: Start, most: int) -> list[StatementCard]:
    return []
