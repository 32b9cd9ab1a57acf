"""Filters that are answered from postings."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict

from reading.cursors import Order, Start
from reading.easing import Eased
from reading.fields import Choice, WordsField
from reading.pages import Page, page_from
from reading.prefixes import Typed, read
from reading.problems import refused
from reading.strict import Counting, StrictFilterSet, StrictForm
from reading.timeline import Timeline
from statements.filters.common import NEWEST, OLDEST
from statements.filters.counted import TOO_MANY, counting_of
from statements.filters.easing import Easing
from statements.filters.facets import facets_of, offers_of, without_counts
from statements.filters.fields import OccurringField
from statements.filters.first_look import first_seen
from statements.filters.keeping import kept_by
from statements.filters.meant import offer_longer_names
from statements.filters.ranking import (
    MOST_RANKED,
    RANKED_IN_PART,
    RELEVANCE,
    RELEVANCE_NEEDS_WORDS,
    ranks_from,
)
from statements.postings.current import Current
from statements.postings.index import Index
from statements.postings.matches import matches, means_nothing
from statements.postings.order import by_day
from statements.postings.selection import Selection
from statements.postings.timeline import timeline
from statements.prefixes import EVERY
from statements.querysets.ids import Among
from statements.spelling import NearMatch, near_matches


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
    # Those of another list, by what that is called.
    prefixes_elsewhere: Mapping[str, str]

    class Meta:
        form = StrictForm

    def __init__(self, data: QueryDict, queryset: QuerySet[Any]) -> None:
        self.typed = read(data.get("q") or "", self.prefixes, EVERY, self.prefixes_elsewhere)
        understood = not self.typed.problems and len(data.getlist("q")) == 1
        super().__init__(_with_values(data, self.typed) if understood else data, queryset)

    def is_valid(self) -> bool:
        """Tell whether everything is understood, also what was typed behind prefixes."""
        for trouble in self.typed.problems if self.form.is_valid() else []:
            # What was typed may hold percent signs.
            message = trouble.message.replace("%", "%%")
            asked = " ".join(self.form.data["q"].split())
            self.form.add_error("q", refused(message, asked, trouble.instead))
        if not (valid := super().is_valid()):
            offer_longer_names(self.form, self.data, self.typed)
        return valid

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
                field.too_common = partial(means_nothing, self.index, self.queryset)
        return form

    @cached_property
    def selection(self) -> Selection:
        """What each filter that is given leaves."""
        if not self._words:
            return self._others
        with_words = matches(self.index, self.queryset, self._words)
        return Selection(self.index, {**self._others.kept, "q": with_words})

    @cached_property
    def counting(self) -> Counting:
        """Whether the results are counted, by how many records the words may have."""
        may_be_later = self.may_count_later and super().order is not RELEVANCE
        return counting_of(self.index, self.queryset, self._words, may_be_later=may_be_later)

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
        """Say what was typed in vain, what no record has, and where the order is another one."""
        notes = [self.typed.note, *self._absent()]
        if self.counting is Counting.TOO_MANY:
            notes.append(TOO_MANY.format(most=len(self._others.ids)))
        elif self.order is not super().order:
            notes.append(RELEVANCE_NEEDS_WORDS)
        if self.order is RELEVANCE and (self.count or 0) > MOST_RANKED:
            notes.append(RANKED_IN_PART)
        return " ".join(filter(None, notes))

    def _absent(self) -> Iterator[str]:
        for name, field in self.form.fields.items():
            if isinstance(field, OccurringField):
                yield field.note(self.form.cleaned_data[name])

    @property
    def page(self) -> Page:
        """The page that is asked for."""
        page = page_from(self._nearest, self.order, self.start)
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
        offers = offers_of(self.index, facets_of(selection, self.form, self.filters))
        return offers if counted else without_counts(offers)

    def near(self) -> list[NearMatch]:
        """Give searches that have results, where the words of this one have none."""
        if not self._words or self.count != 0:
            return []
        return near_matches(self._words, self.queryset, self.index)

    def eased(self) -> list[Eased] | None:
        """Give the filters without which, alone, there are results, where there are none."""
        if self.count != 0:
            return None
        return Easing(self.selection, self.form, self.filters).ways()

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

    @cached_property
    def _others(self) -> Selection:
        """What the filters leave without a look at the words."""
        kept = kept_by(self.index, self.form, self.filters, self.form.cleaned_data)
        return Selection(self.index, kept)

    def _nearest(self, start: Start, most: int) -> list[Any]:
        if self.order is RELEVANCE:
            return self._ranked(start, most)
        ids = None
        if self.counting is not Counting.EXACT:
            matching = self.queryset.matching(self._words)
            ids = first_seen(start, most, matching, self.order, self._others.ids)
        if ids is None:
            newest = self.order is NEWEST
            ids = by_day(self.index, self.selection.ids, start, newest=newest, most=most)
        return self._rows(ids)

    def _ranked(self, start: Start, most: int) -> list[Any]:
        among = self.selection.ids
        ranks = ranks_from(start, most, among, self.index, self.queryset, self._words)
        rows = self._rows(ranks)
        for row in rows:
            row.rank = ranks[row.pk]
        return rows

    def _rows(self, ids: Collection[int]) -> list[Any]:
        """Give what is shown of the records, in the order of the ids."""
        rows = {row.pk: row for row in self.listed(self.queryset.filter(Among(ids)).order_by())}
        # One that was taken back meanwhile is not there.
        return [rows[pk] for pk in ids if pk in rows]


def _with_values(data: QueryDict, typed: Typed) -> QueryDict:
    """Give what is asked with the values that were typed behind prefixes in their filters.

    They are instead of what the form has there: that is what was typed before, and is corrected.
    """
    merged = data.copy()
    for name, values in {**typed.values, "q": [typed.words] if typed.words else []}.items():
        merged.setlist(name, values)
        if not values:
            del merged[name]
    return merged
