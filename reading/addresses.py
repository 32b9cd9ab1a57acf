"""Addresses of records, of which a list shows some hundreds: `reverse` takes 20 µs for each."""

from functools import cache

from django.http import HttpRequest, HttpResponsePermanentRedirect
from django.urls import get_script_prefix, reverse

# Stands where a record's slug or public id does.
PLACE = "-"


def address_of(name: str, slug: str) -> str:
    """Give the address of a record's page, which has its slug or public id at the end.

    Both are of letters, digits and hyphens, so that nothing has to be quoted.
    """
    return f"{_before(name, get_script_prefix())}{slug}/"


@cache
def _before(name: str, prefix: str) -> str:
    return reverse(name, args=[PLACE]).removesuffix(f"{PLACE}/")


def moved_to(address: str, request: HttpRequest) -> HttpResponsePermanentRedirect:
    """Lead to the address of today, with the query string that was asked for."""
    asked = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{address}?{asked}" if asked else address)
