"""Filters that are answered from postings: which records they leave, in order, and the facets."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property, partial
from typing import Any, cast

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from pyroaring import BitMap

from dates.edtf import ImpreciseDate
from reading.cursors import Order, Start, a_number
from reading.fields import Choice, SeveralField, WordsField
from reading.pages import Page, page_from
from reading.prefixes import Typed, read
from reading.problems import refused
from reading.strict import Counting, StrictFilterSet, StrictForm
from reading.timeline import Timeline
from statements.filters.common import NEWEST, OLDEST
from statements.filters.facets import Facet, TopicsFacet, offers_of, without_counts
from statements.filters.fields import OccurringField, TopicsField
from statements.postings.current import Current
from statements.postings.index import Index
from statements.postings.matches import estimated, matches, means_nothing
from statements.postings.order import by_day
from statements.postings.selection import Selection
from statements.postings.timeline import timeline
from statements.prefixes import EVERY
from statements.querysets.ids import Among
from statements.spelling import NearMatch, near_matches

RELEVANCE = Order("relevance", "Most relevant first", "rank", a_number, descending=True)
RELEVANCE_NEEDS_WORDS = "Without words to search for, the newest come first."
# To rank a record the database has to read all its words.
MOST_RANKED = 20_000
RANKED_IN_PART = (
    f"More than {MOST_RANKED:,} answer these words: the newest {MOST_RANKED:,} of them are here, "
    "by relevance. The other orders have them all."
)
# Of more records that answer words a reader need not wait for the numbers: about 50 ms.
MANY = 50_000
# Of more it would take more than a second to count them.
MOST_COUNTED = 1_000_000
TOO_MANY = (
    "Too many records have these words to count them at once: at most {most:,} answer. "
    "With another word, or a rarer one, all is counted."
)
# How many records with the words are looked at for those that the other filters leave too.
LOOKED_AT = (200, 2_000, 20_000)


class FacetFilter(django_filters.Filter):  # type: ignore[misc]
    """Values of a facet. A record is kept that has any of them, or, with `every`, all of them."""

    def __init__(
        self, field_class: type[forms.Field], label: str, *, every: bool = False, **kwargs: Any
    ) -> None:
        self.field_class = field_class
        self.every = every
        super().__init__(label=label, **kwargs)


class IndexedFilters(StrictFilterSet):
    """Filters of a sort of record that has postings: words, facets and dates.

    A filter that is a `FacetFilter` is answered from the postings of its name, `q` by the
    database's words (`statements.postings.matches`), `from` and `to` by the calendar.
    """

    orders = (NEWEST, OLDEST, RELEVANCE)
    current: Current
    # Other sorts of records whose changes change what the list shows.
    also_shows: Sequence[Current] = ()
    # The prefixes that words may have in `q`, each with the filter that it stands for.
    prefixes: Mapping[str, str]

    class Meta:
        form = StrictForm

    def __init__(self, data: QueryDict, queryset: QuerySet[Any]) -> None:
        self.typed = read(data.get("q") or "", self.prefixes, EVERY)
        understood = not self.typed.problems and len(data.getlist("q")) == 1
        super().__init__(_with_values(data, self.typed) if understood else data, queryset)

    def is_valid(self) -> bool:
        """Tell whether everything is understood, also what was typed behind prefixes."""
        for trouble in self.typed.problems if self.form.is_valid() else []:
            # What was typed may hold percent signs.
            message = trouble.message.replace("%", "%%")
            asked = " ".join(self.form.data["q"].split())
            self.form.add_error("q", refused(message, asked, trouble.instead))
        return super().is_valid()

    @cached_property
    def index(self) -> Index:
        """The postings, as of when they are first asked for."""
        return self.current()

    @property
    def version(self) -> str:
        """The postings that are current: their log also has what else the lists show."""
        others = (one().version for one in self.also_shows)
        return "-".join(map(str, (self.index.version, *others)))

    @cached_property
    def form(self) -> forms.Form:
        """The form; its fields know which codes occur, and which words are too common."""
        form = super().form
        for name, field in form.fields.items():
            if isinstance(field, OccurringField):
                field.occurring = self.index.facets[name]
            elif isinstance(field, WordsField):
                field.too_common = partial(means_nothing, self.index)
        return form

    @cached_property
    def selection(self) -> Selection:
        """What each filter that is given leaves."""
        return self._selection(words=True)

    def _selection(self, *, words: bool) -> Selection:
        asked = {name: value for name, value in self.form.cleaned_data.items() if value}
        kept = {
            name: self._kept(name, asked[name], one)
            for name, one in self.filters.items()
            if isinstance(one, FacetFilter) and name in asked
        }
        if words and self._words:
            kept["q"] = matches(self.index, self.queryset, self._words)
        if first_or_last := asked.keys() & {"from", "to"}:
            kept["date"] = self._within(**{name: asked[name] for name in first_or_last})
        return Selection(self.index, kept)

    @cached_property
    def counting(self) -> Counting:
        """Whether the results are counted, by how many records the words may have."""
        if not self._words or len(self.index.everything) < MANY:
            return Counting.EXACT
        about = min(estimated(self.index, self.queryset, self._words), len(self.index.everything))
        if about > MOST_COUNTED:
            return Counting.TOO_MANY
        by_date = super().order is not RELEVANCE
        return (
            Counting.LATER if self.may_count_later and by_date and about > MANY else Counting.EXACT
        )

    @property
    def count(self) -> int | None:
        """How many records the filters leave, where they are counted."""
        return len(self.selection.ids) if self.counting is Counting.EXACT else None

    @property
    def order(self) -> Order:
        """The order that was asked for, as far as it can be had."""
        asked = super().order
        can_rank = self._words and self.counting is not Counting.TOO_MANY
        return NEWEST if asked is RELEVANCE and not can_rank else asked

    @property
    def note(self) -> str:
        """Say where the order is another one than was asked for."""
        notes = [self.typed.note]
        if self.counting is Counting.TOO_MANY:
            notes.append(TOO_MANY.format(most=len(self._others)))
        elif self.order is not super().order:
            notes.append(RELEVANCE_NEEDS_WORDS)
        if self.order is RELEVANCE and (self.count or 0) > MOST_RANKED:
            notes.append(RANKED_IN_PART)
        return " ".join(filter(None, notes))

    @property
    def page(self) -> Page:
        """The page that is asked for."""
        page = self._page()
        if self._words:
            marked = self.snippets([row.pk for row in page.rows], self._words)
            for row in page.rows:
                row.snippet = marked.get(row.pk)
        return page

    @staticmethod
    def snippets(ids: Sequence[int], words: str) -> Mapping[int, Any]:
        """Give what is shown of records with the words marked, by their ids."""
        raise NotImplementedError

    def offers(self) -> dict[str, list[Choice]]:
        """Give what each facet offers; each counts what the other filters leave.

        Where results are not counted, the values that most records have are offered.
        """
        counted = self.counting is Counting.EXACT
        selection = self.selection if counted else Selection(self.index, {})
        facets = {
            name: self._facet(name, selection.without(None if one.every else name))
            for name, one in self.filters.items()
            if isinstance(one, FacetFilter)
        }
        offers = offers_of(self.index, facets)
        return offers if counted else without_counts(offers)

    def _facet(self, name: str, among: BitMap) -> Facet:
        field = cast("SeveralField", self.form.fields[name])
        kind = TopicsFacet if isinstance(field, TopicsField) else Facet
        return kind(name, field, self.form.cleaned_data[name], self.index, among)

    def near(self) -> list[NearMatch]:
        """Give searches that have results, where the words of this one have none."""
        return near_matches(self._words, self.queryset) if self._words and self.count == 0 else []

    def timeline(self) -> Timeline | None:
        """Give how many records there are in each stretch of the time that is looked at."""
        if self.counting is not Counting.EXACT:
            return None
        first, last = (self.form.cleaned_data.get(name) for name in ("from", "to"))
        return timeline(
            self.index.calendar,
            self.selection.without("date"),
            first and first.earliest,
            last and last.latest,
        )

    def listed(self, rows: QuerySet[Any]) -> list[Any]:
        """Give what a list shows of each record, in any order."""
        return list(rows.for_list())  # type: ignore[attr-defined]

    @property
    def _words(self) -> str:
        return str(self.form.cleaned_data.get("q") or "")

    def _kept(self, name: str, items: list[Any], one: FacetFilter) -> BitMap:
        field = cast("SeveralField", self.form.fields[name])
        keys = [field.key(item) for item in items]
        if not one.every:
            return self.index.having(name, keys)
        return BitMap.intersection(*(self.index.having(name, [key]) for key in keys))

    def _within(self, **bounds: ImpreciseDate) -> BitMap:
        first, last = bounds.get("from"), bounds.get("to")
        return self.index.calendar.within(
            first.earliest if first else None, last.latest if last else None
        )

    @property
    def _others(self) -> BitMap:
        """What the filters leave without a look at the words."""
        return self._selection(words=False).ids

    def _page(self) -> Page:
        if self.order is RELEVANCE:
            return page_from(self._nearest_ranked, RELEVANCE, self.start)
        return page_from(self._nearest, self.order, self.start)

    def _nearest(self, start: Start, most: int) -> list[Any]:
        if self.counting is Counting.EXACT:
            ids = self._first(self.selection.ids, start, most)
        else:
            ids = self._first_seen(start, most)
        return self._rows(ids)

    def _nearest_ranked(self, start: Start, most: int) -> list[Any]:
        among = self.selection.ids
        if len(among) > MOST_RANKED:
            among = BitMap(self._first(among, Start(), MOST_RANKED))
        ranked = self.queryset.filter(Among(among)).ranked(self._words).only("pk")
        ranks = {row.pk: row.rank for row in RELEVANCE.nearest(ranked, start, most)}
        rows = self._rows(ranks)
        for row in rows:
            row.rank = ranks[row.pk]
        return rows

    def _rows(self, ids: Collection[int]) -> list[Any]:
        """Give what is shown of the records, in the order of the ids."""
        rows = {row.pk: row for row in self.listed(self.queryset.filter(Among(ids)).order_by())}
        # One that was taken back meanwhile is not there.
        return [rows[pk] for pk in ids if pk in rows]

    def _first(self, among: BitMap, start: Start, most: int) -> list[int]:
        return by_day(self.index, among, start, newest=self.order is NEWEST, most=most)

    def _first_seen(self, start: Start, most: int) -> list[int]:
        """Read records with the words in the order of the list until there are enough of them."""
        others = self._others
        rows = self.queryset.matching(self._words).only("pk", self.order.column)
        for number in LOOKED_AT:
            seen = self.order.nearest(rows, start, number)
            ids = [row.pk for row in seen if row.pk in others]
            if len(ids) >= most or len(seen) < number:
                return ids[:most]
        return self._first(self.selection.ids, start, most)


def _with_values(data: QueryDict, typed: Typed) -> QueryDict:
    """Give what is asked with the values that were typed behind prefixes in their filters."""
    merged = data.copy()
    merged["q"] = typed.words
    for name, values in typed.values.items():
        merged.setlist(name, [value for value in merged.getlist(name) if value] + values)
    return merged
