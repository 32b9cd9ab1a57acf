"""Filters of the calendar and of who talks to whom: some of those of `/exchanges/`."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

import django_filters
from django import forms
from django.http import QueryDict
from pyroaring import BitMap

from actors.choosing import ActorsField
from reading.controls import Chip, Control, chips_of, chosen_by, controls_of
from reading.problems import Problem, problems_of
from reading.shown import Shown
from reading.strict import StrictForm
from statements.filters.exchanges import ExchangeFilters
from statements.filters.facets import facets_of, offers_of
from statements.filters.fields import OccurringField
from statements.filters.keeping import FacetFilter, kept_by
from statements.models import Exchange
from statements.postings import current as postings
from statements.postings.index import Index
from statements.postings.selection import Selection


@dataclass(frozen=True)
class Asked(Shown):
    """What a page is asked for: its filters, those that are applied, and what is wrong."""

    controls: list[Control]
    chips: list[Chip] = field(default_factory=list)
    chosen: QueryDict = field(default_factory=QueryDict)
    problems: list[Problem] = field(default_factory=list)


class ContactFilters(django_filters.FilterSet):  # type: ignore[misc]
    """Some filters of `/exchanges/`, which mean and refuse the same here.

    `names` are theirs; those of `unkept` say how the exchanges are shown, not which.
    """

    names: ClassVar[tuple[str, ...]] = ()
    unkept: ClassVar[tuple[str, ...]] = ()

    class Meta:
        form = StrictForm

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data, Exchange.objects.none())

    @classmethod
    def get_filters(cls) -> dict[str, django_filters.Filter]:
        """Give the filters by their names in the address, in the order of the page."""
        known = ExchangeFilters.get_filters()
        return {name: known[name] for name in cls.names}

    @cached_property
    def index(self) -> Index:
        """The postings of exchanges, as of when they are first asked for."""
        return postings.exchanges()

    @cached_property
    def form(self) -> forms.Form:
        """The form; its fields know which codes occur."""
        form: forms.Form = super().form
        for name, one in form.fields.items():
            if isinstance(one, OccurringField):
                one.occurring = self.index.facets[name]
        return form

    @cached_property
    def kept(self) -> dict[str, BitMap]:
        """The exchanges that each filter keeps, of a form that is valid."""
        cleaned = self.form.cleaned_data
        values = {name: value for name, value in cleaned.items() if name not in self.unkept}
        return kept_by(self.index, self.form, self.filters, values)

    @property
    def ids(self) -> BitMap:
        """The exchanges that the filters leave."""
        return Selection(self.index, self.kept).ids

    def asked(self, within: BitMap) -> Asked:
        """Say what is asked; the filters offer values of the exchanges that are shown `within`."""
        if not self.is_valid():
            return Asked(controls_of(self.form, {}), problems=problems_of(self.form))
        selection = Selection(self.index, {**self.kept, "shown": within})
        offers = offers_of(self.index, facets_of(selection, self.form, self.filters))
        chosen = chosen_by(self.form)
        return Asked(controls_of(self.form, offers), chips_of(self.form), chosen)


class CalendarFilters(ContactFilters):
    """Who took part, on what, and how."""

    names = ("actor", "topic", "kind")


class MatrixFilters(ContactFilters):
    """When, how, on what and where; `actor` names those who stand in the table anyhow."""

    names = ("from", "to", "kind", "topic", "country")
    unkept = ("actor",)

    @classmethod
    def get_filters(cls) -> dict[str, django_filters.Filter]:
        """Give the filters of the exchanges, and who is pinned."""
        hint = "In the table, however few contacts they have."
        return {
            **super().get_filters(),
            "actor": FacetFilter(ActorsField, "Always show", help_text=hint),
        }
