"""How to search, with examples that run."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from reading.access import reading_page


@reading_page
def search_help(request: HttpRequest) -> HttpResponse:
    """Explain what the search understands."""
    return render(request, "statements/search-help.html")
