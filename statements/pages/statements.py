"""The list of statements, and a statement."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from reading.access import reading_page
from reading.listing import listing_of
from statements.filters import StatementFilters
from statements.models import Statement
from statements.pages.neighbours import neighbours_of
from statements.pages.suggestions import suggestions


@reading_page
def statement_list(request: HttpRequest) -> HttpResponse:
    """Show the statements that the filters leave."""
    listing = listing_of(StatementFilters(request.GET, Statement.objects.public()))
    context = {"listing": listing, **suggestions()}
    return render(request, "statements/statement-list.html", context)


@reading_page
def statement(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show a statement with its evidence and what is linked with it."""
    visible = Statement.objects.visible_to(request.user).for_page()
    found = get_object_or_404(visible, public_id=public_id)
    context = {"statement": found, "neighbours": neighbours_of(found)}
    return render(request, "statements/statement.html", context)
