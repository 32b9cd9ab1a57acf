"""What the front page shows, and the pages of the queues that have one."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from statements.admin.front.queue import A_PAGE, Found, PagedQueue, Queue, Refused, Way
from statements.admin.front.queues import QUEUES

PAGE = "page"
# A page's number has no more figures.
FIGURES = 6


@dataclass(frozen=True)
class Waiting:
    """A queue with what was found in it for one person."""

    queue: Queue
    found: Found
    ways: list[Way]


def waiting_for(request: HttpRequest) -> list[Waiting]:
    """Give the queues of the person, each with its first few."""
    mine = [queue for queue in QUEUES if queue.is_for(request)]
    found = [(queue, queue.found(request)) for queue in mine]
    return [Waiting(queue, first, queue.ways(request, first)) for queue, first in found]


def doors(request: HttpRequest) -> list[Way]:
    """Give where somebody goes from the front page who has something new, or looks back."""
    wanted = [
        ("New exchange from a source", "statements_exchange_from_source", "add_exchange"),
        ("Changes across the archive", "history", "see_history"),
    ]
    return [
        Way(text, reverse(f"admin:{name}"))
        for text, name, permission in wanted
        if request.user.has_perm(f"statements.{permission}")
    ]


def queue_page(request: HttpRequest, site: AdminSite, slug: str) -> HttpResponse:
    """Show a queue by the page, or do what a row's button asks."""
    queue = next((one for one in QUEUES if one.slug == slug), None)
    if not isinstance(queue, PagedQueue):
        raise Http404("There is no such queue.")
    if not queue.is_for(request):
        raise PermissionDenied
    if request.method == "POST":
        refused = queue.act(request)
        return _refused(request, site, queue, refused) if refused else _back(request, queue)
    return _shown(request, site, queue)


def _shown(request: HttpRequest, site: AdminSite, queue: PagedQueue) -> HttpResponse:
    number = _number(request.GET)
    form = queue.filters(request.GET) if queue.filters else forms.Form({})
    found = Found([], 0)
    if form.is_valid():
        by = {name: value for name, value in form.cleaned_data.items() if value}
        found = queue.narrowed(request, (number - 1) * A_PAGE, A_PAGE, by)
    if number > 1 and not found.rows:
        return redirect(f"{queue.address}?{_at(request, 1)}")
    return _answer(request, site, queue, found, form=form, **_neighbours(request, number, found))


def _refused(
    request: HttpRequest, site: AdminSite, queue: PagedQueue, refused: Refused
) -> HttpResponse:
    """Show the one row again, with what was typed."""
    back = _back_address(request, queue)
    return _answer(request, site, queue, Found([refused.row], 1), refused=True, back=back)


def _answer(
    request: HttpRequest, site: AdminSite, queue: PagedQueue, found: Found, **more: Any
) -> HttpResponse:
    context = {
        **site.each_context(request),
        "title": queue.heading,
        "waiting": Waiting(queue, found, []),
        "back": request.get_full_path(),
        **more,
    }
    return TemplateResponse(request, "admin/queue.html", context)


def _number(data: QueryDict) -> int:
    """Give the number of the page that is asked for, or 404."""
    text = data.get(PAGE, "1")
    if not (text.isascii() and text.isdecimal() and len(text) <= FIGURES and int(text)):
        raise Http404("There is no such page.")
    return int(text)


def _neighbours(request: HttpRequest, number: int, found: Found) -> dict[str, str]:
    """Give the addresses of the page before and the page after, where there are such pages."""
    last = -(-found.number // A_PAGE)
    return {
        "before": _at(request, number - 1) if number > 1 else "",
        "after": _at(request, number + 1) if number < last else "",
        "place": f"Page {number:,} of {last:,}" if last > 1 else "",
    }


def _at(request: HttpRequest, number: int) -> str:
    query = request.GET.copy()
    query[PAGE] = str(number)
    return query.urlencode()


def _back(request: HttpRequest, queue: PagedQueue) -> HttpResponse:
    return redirect(_back_address(request, queue))


def _back_address(request: HttpRequest, queue: PagedQueue) -> str:
    """Give where the person came from: the front page, or a page of the queue."""
    wanted, desk = request.POST.get("back", ""), reverse("admin:index")
    own = wanted == desk or wanted.partition("?")[0] == queue.address
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if own and safe else desk
