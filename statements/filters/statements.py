"""The filters of `/statements/`."""

import django_filters

from reading.filters import CodesFilter, WordsFilter, presentation
from reading.strict import StrictForm
from statements.filters.common import (
    ActorsFilter,
    KindsFilter,
    PublishersFilter,
    RankedFilters,
    TopicsFilter,
    date_range,
)
from statements.filters.fields import countries, quotation_types, statement_languages
from statements.models import Statement


def _too_common(text: str) -> bool:
    return Statement.objects.public().none_answers(text)


class StatementFilters(RankedFilters):
    """Statements by words, people, topic, time and source."""

    class Meta:
        form = StrictForm

    @classmethod
    def get_filters(cls) -> dict[str, django_filters.Filter]:
        """Give the filters by their names in the address, in the order of the page."""
        return {
            "q": WordsFilter("matching", "Words", too_common=_too_common),
            "speaker": ActorsFilter("said_by", "Speaker"),
            "counterpart": ActorsFilter(
                "with_counterpart",
                "Counterpart",
                help_text="Took part in the same exchange, or was addressed.",
            ),
            "topic": TopicsFilter("about", "Topic", help_text="With the topics below it."),
            **date_range(),
            "kind": KindsFilter("on_exchanges_of", "Kind of exchange"),
            "type": CodesFilter("of_types", "Type of quotation", known=quotation_types),
            "language": CodesFilter(
                "written_in", "Language", known=statement_languages, shape="pick"
            ),
            "publisher": PublishersFilter("published_by", "Publisher"),
            "country": CodesFilter(
                "in_countries",
                "Country",
                known=countries,
                shape="pick",
                help_text="Of the speaker, or that the exchange concerns.",
            ),
            **presentation(cls.orders),
        }
