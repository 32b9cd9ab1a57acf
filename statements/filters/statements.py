"""The filters of `/statements/`."""

from __future__ import annotations

import django_filters
from django.db.models import QuerySet

from actors.choosing import ActorsField
from actors.countries import NAMES
from reading.fields import CodesField
from reading.filters import WordsFilter, presentation
from statements.cards import StatementCard, cards_of
from statements.filters.common import date_range
from statements.filters.fields import (
    OccurringField,
    TopicsField,
    exchange_kinds,
    quotation_types,
)
from statements.filters.indexed import IndexedFilters
from statements.filters.keeping import FacetFilter
from statements.highlighting import snippets
from statements.languages import LANGUAGES, language_name
from statements.models import Statement
from statements.postings import current as postings
from statements.prefixes import OF_EXCHANGES, STATEMENT_PREFIXES


class StatementFilters(IndexedFilters):
    """Statements by words, people, topic, time and source."""

    current = postings.statements
    prefixes = STATEMENT_PREFIXES
    prefixes_elsewhere = OF_EXCHANGES
    snippets = staticmethod(snippets)

    def listed(self, rows: QuerySet[Statement]) -> list[StatementCard]:
        """Give the cards of statements."""
        return cards_of(rows)

    @classmethod
    def get_filters(cls) -> dict[str, django_filters.Filter]:
        """Give the filters by their names in the address, in the order of the page."""
        return {
            "q": WordsFilter(
                "matching",
                "Words",
                help_text="Filters too: speaker:macron from:2022 “line of contact” -oil",
            ),
            **date_range(),
            "speaker": FacetFilter(ActorsField, "Speaker"),
            "counterpart": FacetFilter(
                ActorsField,
                "Counterpart",
                help_text="Took part in the same exchange, or was addressed.",
            ),
            "topic": FacetFilter(TopicsField, "Topic", help_text="With the topics below it."),
            "kind": FacetFilter(CodesField, "Kind of exchange", known=exchange_kinds),
            "type": FacetFilter(CodesField, "Type of quotation", known=quotation_types),
            "language": FacetFilter(
                OccurringField,
                "Language",
                codes=LANGUAGES,
                name_of=language_name,
                absent="The archive has nothing in {}.",
            ),
            "publisher": FacetFilter(ActorsField, "Publisher"),
            "country": FacetFilter(
                OccurringField,
                "Country",
                codes=NAMES,
                absent="The archive has nothing from or about {}.",
                help_text="Of the speaker, or that the exchange concerns.",
            ),
            **presentation(cls.orders),
        }
