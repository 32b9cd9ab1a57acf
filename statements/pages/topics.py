"""The tree of topics, and a topic."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from reading.access import reading_page
from reading.addresses import moved_to
from reading.paging import nothing_asked
from statements.models import Topic
from statements.pages.subject import Subject
from statements.pages.tree import Tree
from statements.postings import current as postings


@reading_page
def topic_list(request: HttpRequest) -> HttpResponse:
    """Show all topics as a tree, each with how much there is on it."""
    problems = nothing_asked(request.GET)
    tree = [] if problems else Tree(postings.statements(), postings.exchanges()).top
    return render(request, "statements/topic-list.html", {"tree": tree, "problems": problems})


@reading_page
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what there is on a topic; a former address leads to it."""
    found = Topic.objects.at(slug)
    if not found:
        raise Http404("No topic has this address.")
    if found.slug != slug:
        return moved_to(found.get_absolute_url(), request)
    problems = nothing_asked(request.GET)
    context: dict[str, object] = {"topic": found, "problems": problems}
    if not problems:
        context["subject"] = Subject(found)
    return render(request, "statements/topic.html", context)
