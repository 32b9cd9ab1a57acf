"""The filters of `/exchanges/`."""

from __future__ import annotations

import django_filters

from actors.choosing import ActorsField
from actors.countries import NAMES
from reading.fields import CodesField
from reading.filters import WordsFilter, presentation
from statements.filters.common import date_range
from statements.filters.fields import (
    OccurringField,
    TopicsField,
    exchange_kinds,
    exchange_states,
)
from statements.filters.indexed import IndexedFilters
from statements.filters.keeping import FacetFilter
from statements.highlighting import exchange_snippets
from statements.postings import current as postings
from statements.prefixes import EXCHANGE_PREFIXES, OF_STATEMENTS


class ExchangeFilters(IndexedFilters):
    """Exchanges by words, people, topic, time and what became of them."""

    current = postings.exchanges
    # A card has the number of its statements.
    also_shows = (postings.statements,)
    prefixes = EXCHANGE_PREFIXES
    prefixes_elsewhere = OF_STATEMENTS
    snippets = staticmethod(exchange_snippets)

    @classmethod
    def get_filters(cls) -> dict[str, django_filters.Filter]:
        """Give the filters by their names in the address, in the order of the page."""
        return {
            "q": WordsFilter(
                "matching",
                "Words",
                help_text="Filters too: with:macron from:2022 “security council” -oil",
            ),
            **date_range(),
            "actor": FacetFilter(
                ActorsField, "Took part", every=True, help_text="All of them, where several."
            ),
            "topic": FacetFilter(TopicsField, "Topic", help_text="With the topics below it."),
            "kind": FacetFilter(CodesField, "Kind", known=exchange_kinds),
            "status": FacetFilter(CodesField, "Status", known=exchange_states),
            "country": FacetFilter(
                OccurringField,
                "Country",
                codes=NAMES,
                absent="The archive has nothing from or about {}.",
                help_text="That it concerns, or that a participant comes from.",
            ),
            **presentation(cls.orders),
        }
