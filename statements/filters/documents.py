"""The filters of `/documents/`."""

from typing import Any

import django_filters
from django.db.models import QuerySet

from reading.filters import CodesFilter, WordsFilter, presentation
from reading.strict import StrictFilterSet, StrictForm
from statements.filters.common import (
    NEWEST,
    OLDEST,
    PublishersFilter,
    date_range,
)
from statements.filters.fields import document_kinds, document_languages

# Each one is another condition on every title.
MOST_WORDS = 20


class DocumentFilters(StrictFilterSet):
    """Documents by title, kind, publisher, language and time."""

    orders = (NEWEST, OLDEST)

    class Meta:
        form = StrictForm

    @classmethod
    def get_filters(cls) -> dict[str, django_filters.Filter]:
        """Give the filters by their names in the address, in the order of the page."""
        return {
            "q": WordsFilter("titled", "Words of the title", most_words=MOST_WORDS),
            **date_range(),
            "kind": CodesFilter("of_kinds", "Kind", known=document_kinds),
            "publisher": PublishersFilter("published_by", "Publisher"),
            "language": CodesFilter(
                "written_in", "Language", known=document_languages, shape="pick"
            ),
            **presentation(cls.orders),
        }

    def shown(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Fetch what a line about a document shows."""
        return rows.for_list()  # type: ignore[attr-defined]
