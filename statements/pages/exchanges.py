"""The list of calls, meetings and other exchanges, and an exchange."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from reading.access import reading_page
from reading.listing import listing_of
from statements.filters import ExchangeFilters
from statements.models import Exchange
from statements.pages.accounts import accounts_of
from statements.pages.suggestions import suggestions


@reading_page
def exchange_list(request: HttpRequest) -> HttpResponse:
    """Show the exchanges that the filters leave."""
    listing = listing_of(ExchangeFilters(request.GET, Exchange.objects.public()))
    context = {"listing": listing, **suggestions()}
    return render(request, "statements/exchange-list.html", context)


@reading_page
def exchange(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show an exchange: who took part, what each side says of it, and what was said."""
    visible = Exchange.objects.visible_to(request.user).for_page()
    found = get_object_or_404(visible, public_id=public_id)
    context = {"exchange": found, "accounts": accounts_of(found)}
    return render(request, "statements/exchange.html", context)
