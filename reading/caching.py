"""How what the archive answers may be kept."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control

Answer = Callable[[HttpRequest], HttpResponseBase]


def private_pages(answer: Answer) -> Answer:
    """Let no shared cache keep an answer, and no browser show it again unasked.

    A page that says more of itself (`no-store`) keeps its word. Static files are answered further
    out and are not touched.
    """

    def answered(request: HttpRequest) -> HttpResponseBase:
        response = answer(request)
        patch_cache_control(response, private=True, no_cache=True)
        return response

    return answered
