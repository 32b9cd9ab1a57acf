"""Who may read the archive, and how its pages may be kept and found."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

READ = "statements.read_archive"

View = Callable[..., HttpResponseBase]


def reading_page(view: View) -> View:
    """Show the page to those whose role lets them read, and to no search engine."""
    return _for_readers(require_safe(_unlisted(view)))


def asking_page(view: View) -> View:
    """Show the page as a reading page is, where its form sends what no address holds, too."""
    return _for_readers(require_http_methods(["GET", "HEAD", "POST"])(_unlisted(view)))


def _unlisted(view: View) -> View:
    @wraps(view)
    def unlisted(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return unlisted


def _for_readers(view: View) -> View:
    kept_private = cache_control(private=True, no_cache=True)(view)
    return permission_required(READ, raise_exception=True)(kept_private)
