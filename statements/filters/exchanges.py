"""The filters of `/exchanges/`."""

import django_filters

from reading.filters import CodesFilter, WordsFilter, presentation
from reading.strict import StrictForm
from statements.filters.common import (
    ActorsFilter,
    KindsFilter,
    RankedFilters,
    TopicsFilter,
    date_range,
)
from statements.filters.fields import countries, exchange_states
from statements.models import Exchange


def _too_common(text: str) -> bool:
    return Exchange.objects.all().none_answers(text)


class ExchangeFilters(RankedFilters):
    """Exchanges by words, people, topic, time and what became of them."""

    class Meta:
        form = StrictForm

    @classmethod
    def get_filters(cls) -> dict[str, django_filters.Filter]:
        """Give the filters by their names in the address, in the order of the page."""
        return {
            "q": WordsFilter("matching", "Words", too_common=_too_common),
            "actor": ActorsFilter("between", "Took part", help_text="All of them, where several."),
            "topic": TopicsFilter("about", "Topic", help_text="With the topics below it."),
            **date_range(),
            "kind": KindsFilter("of_kinds", "Kind"),
            "status": CodesFilter("with_statuses", "Status", known=exchange_states),
            "country": CodesFilter(
                "in_countries",
                "Country",
                known=countries,
                shape="pick",
                help_text="That it concerns, or that a participant comes from.",
            ),
            **presentation(cls.orders),
        }
