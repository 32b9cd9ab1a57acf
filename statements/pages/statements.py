"""The list of statements, and a statement."""

from django.http import HttpRequest, HttpResponse

from reading.access import reading_page
from reading.paging import nothing_asked
from statements.filters import StatementFilters
from statements.models import Statement
from statements.pages.records import list_page, record_at, record_page
from statements.pages.statement_parts import parts_of


@reading_page
def statement_list(request: HttpRequest) -> HttpResponse:
    """Show the statements that the filters leave."""
    return list_page(request, StatementFilters, Statement)


@reading_page
def statement(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show a statement with its evidence and what is linked with it."""
    found: Statement = record_at(request, Statement, public_id)
    if problems := nothing_asked(request.GET):
        return record_page(request, found, problems=problems)
    return record_page(request, found, **parts_of(found, request))
