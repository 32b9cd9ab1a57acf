"""The front page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from reading.access import reading_page
from reading.paging import nothing_asked
from statements.pages.front import Front


@reading_page
def home(request: HttpRequest) -> HttpResponse:
    """Show what was held and said last, what is to come, what is new and what was put right."""
    problems, today = nothing_asked(request.GET), timezone.localdate()
    context: dict[str, object] = {"problems": problems, "today": today}
    if not problems:
        context["front"] = Front(today)
    return render(request, "statements/home.html", context)
