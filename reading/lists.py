"""The page of a list; what it shows is kept while nothing of it has changed."""

from __future__ import annotations

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from reading.listing import listing_of
from reading.strict import StrictFilterSet

# Rendered lists of this process, by their address and the version of what they show.
KEPT = "lists"
LONGEST_ADDRESS = 500


def list_response(request: HttpRequest, name: str, filterset: StrictFilterSet) -> HttpResponse:
    """Show the list that the filters ask for; `name` begins the names of its two templates.

    What a list shows is the same for everybody who may read: who may is asked each time.
    """
    key = _key(request, filterset)
    if key and (kept := caches[KEPT].get(key)):
        return render(request, f"{name}-list.html", {"body": SafeString(kept)})
    listing = listing_of(filterset)
    body = render_to_string(f"{name}-results.html", {"listing": listing}, request)
    if key and not listing.problems:
        caches[KEPT].set(key, str(body), timeout=None)
    context = {"body": body, "wrong": bool(listing.problems), "listing": listing}
    return render(request, f"{name}-list.html", context)


def _key(request: HttpRequest, filterset: StrictFilterSet) -> str:
    """Give what a list is kept by; nothing where it cannot be told when it changes."""
    address, version = request.get_full_path(), filterset.version
    if not version or len(address) > LONGEST_ADDRESS:
        return ""
    return f"{version}:{filterset.may_count_later}:{address}"
