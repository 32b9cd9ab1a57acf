"""The filters of `/actors/`."""

from collections.abc import Mapping

import django_filters
from django.utils.text import capfirst

from actors.countries import country_name
from actors.models import Actor
from reading.cursors import Order, a_text
from reading.filters import CodesFilter, WordsFilter, presentation
from reading.strict import StrictFilterSet, StrictForm

# By the folded name, so that Élysée stands between Elbe and Emir.
BY_NAME = Order("name", "By name", "folded", a_text)

# Each one is another condition on every name.
MOST_WORDS = 10


def _kinds() -> Mapping[str, str]:
    return {kind.value: capfirst(str(kind.label)) for kind in Actor.Kind}


def _countries() -> Mapping[str, str]:
    named = ((code, country_name(code)) for code in Actor.objects.countries())
    return dict(sorted(named, key=lambda one: one[1]))


class ActorFilters(StrictFilterSet):
    """Actors by name, kind and country."""

    orders = (BY_NAME,)

    class Meta:
        form = StrictForm

    @classmethod
    def get_filters(cls) -> dict[str, django_filters.Filter]:
        """Give the filters by their names in the address, in the order of the page."""
        return {
            "q": WordsFilter(
                "named_like",
                "Name",
                help_text="Any name, in any spelling.",
                most_words=MOST_WORDS,
            ),
            "kind": CodesFilter("of_kinds", "Kind", known=_kinds),
            "country": CodesFilter("of_countries", "Country", known=_countries, shape="pick"),
            **presentation(cls.orders),
        }
