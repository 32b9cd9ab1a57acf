"""The tree of topics, and a topic."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from reading.access import reading_page
from reading.paging import nothing_asked
from statements.cards import cards_of
from statements.models import Exchange, Statement, Topic
from statements.pages.tree import branch_of, tree_of

LATEST = 10


@reading_page
def topic_list(request: HttpRequest) -> HttpResponse:
    """Show all topics as a tree, each with how much there is on it."""
    return render(request, "statements/topic-list.html", {"tree": tree_of()})


@reading_page
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a topic: where it stands, and the latest on it and the topics below it."""
    found = get_object_or_404(Topic, slug=slug)
    problems = nothing_asked(request.GET)
    context = {"topic": found, "branch": branch_of(found), "problems": problems}
    if not problems:
        context |= _record(found)
    return render(request, "statements/topic.html", context)


def _record(topic: Topic) -> dict[str, object]:
    said = Statement.objects.public().about([topic])
    exchanges = Exchange.objects.public().about([topic])
    return {
        "statement_count": said.count(),
        "statements": cards_of(said[:LATEST]),
        "exchange_count": exchanges.count(),
        "exchanges": exchanges.for_list()[:LATEST],
    }
