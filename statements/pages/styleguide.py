"""The style guide, for those who make the pages and those who write for them."""

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from reading.access import reading_page
from reading.paging import nothing_asked
from statements.styleguide.exhibit import rendered
from statements.styleguide.groups import ELSEWHERE, GROUPS
from statements.styleguide.tokens import colours, sizes

USE_DESK = "statements.use_desk"


@reading_page
@permission_required(USE_DESK, raise_exception=True)
def styleguide(request: HttpRequest) -> HttpResponse:
    """Show the colours, the type and each component with examples."""
    context: dict[str, object] = {"problems": nothing_asked(request.GET)}
    if not context["problems"]:
        context |= {"colours": colours(), "sizes": sizes(), "elsewhere": ELSEWHERE.items()}
        context["groups"] = {
            name: [rendered(exhibit, request) for exhibit in exhibits()]
            for name, exhibits in GROUPS.items()
        }
    return render(request, "statements/styleguide/page.html", context)
