"""The list of calls, meetings and other exchanges, and an exchange."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse

from actors.countries import country_name
from drawing.world import place_map
from reading.access import reading_page
from reading.addresses import moved_to
from reading.paging import nothing_asked
from statements.filters import ExchangeFilters
from statements.models import Exchange
from statements.pages.accounts import accounts_of
from statements.pages.around import around
from statements.pages.records import list_page, record_at, record_page


@reading_page
def exchange_list(request: HttpRequest) -> HttpResponse:
    """Show the exchanges that the filters leave."""
    return list_page(request, ExchangeFilters, Exchange)


@reading_page
def exchange(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show an exchange: who took part, what each side says of it, and what was said.

    A former address leads to it.
    """
    try:
        found: Exchange = record_at(request, Exchange, public_id)
    except Http404:
        moved = Exchange.objects.once_at(public_id, request.user)
        if moved is None:
            raise
        return moved_to(moved.get_absolute_url(), request)
    if problems := nothing_asked(request.GET):
        return record_page(request, found, problems=problems)
    return record_page(
        request,
        found,
        accounts=accounts_of(found),
        around=around(found),
        map=place_map(found.countries, found.place, _names(found.countries)),
    )


def _names(countries: Iterable[str]) -> dict[str, str]:
    return {code: country_name(code) for code in countries}
