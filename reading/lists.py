"""The page of a list; what it shows is kept while nothing of it has changed."""

from __future__ import annotations

from hashlib import sha256

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from reading.listing import listing_of
from reading.strict import StrictFilterSet
from reading.titles import title_of

# Rendered lists of this process, by their address and the version of what they show.
KEPT = "lists"


def list_response(request: HttpRequest, name: str, filterset: StrictFilterSet) -> HttpResponse:
    """Show the list that the filters ask for; `name` begins the names of its two templates.

    What a list shows is the same for everybody who may read: who may is asked each time.
    """
    template, key = f"{name}-list.html", _key(request, filterset)
    if key and (kept := caches[KEPT].get(key)):
        title, body = kept
        response = render(request, template, {"asked": title, "body": SafeString(body)})
        return _addressed(response, request, filterset)
    listing = listing_of(filterset)
    body = render_to_string(f"{name}-results.html", {"listing": listing}, request)
    title = title_of(listing.chips)
    # What an empty page suggests depends on more than the list.
    if key and listing.page.rows:
        caches[KEPT].set(key, (title, str(body)), timeout=None)
    context = {"asked": title, "body": body, "wrong": bool(listing.problems), "listing": listing}
    return _addressed(render(request, template, context), request, filterset)


def _addressed(
    response: HttpResponse, request: HttpRequest, filterset: StrictFilterSet
) -> HttpResponse:
    """Have a script that shows the answer in place show an address that says nothing twice.

    What was typed behind a prefix stands in its filter there, and no more in the box.
    """
    asked = filterset.data.urlencode()
    in_place = "HX-Request" in request.headers and "Verbatim-Whole" not in request.headers
    if in_place and asked != request.GET.urlencode():
        response["HX-Push-Url"] = f"{request.path}?{asked}"
    return response


def _key(request: HttpRequest, filterset: StrictFilterSet) -> str:
    """Give what a list is kept by; nothing where it cannot be told when it changes."""
    if not (version := filterset.version):
        return ""
    asked = (request.path, request.GET.urlencode(), version, filterset.may_count_later)
    return sha256(repr(asked).encode()).hexdigest()
