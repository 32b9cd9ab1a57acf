"""The tree of topics, and a topic."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from reading.access import reading_page
from reading.addresses import moved_to
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
    """Show a topic, where it stands and the latest on it; a former address leads to it."""
    found = Topic.objects.at(slug)
    if not found:
        raise Http404("No topic has this address.")
    if found.slug != slug:
        return moved_to(found.get_absolute_url(), request)
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
