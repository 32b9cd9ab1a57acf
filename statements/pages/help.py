"""How to search, with examples that run."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from reading.access import reading_page
from statements.pages.examples import examples
from statements.prefixes import SAID_OF_PREFIXES


@reading_page
def search_help(request: HttpRequest) -> HttpResponse:
    """Explain what the search understands."""
    context = {"examples": examples(), "prefixes": SAID_OF_PREFIXES}
    return render(request, "statements/search-help.html", context)
