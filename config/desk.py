"""The admin site of the desk: open to the roles that enter, publish or keep accounts."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.contrib import admin
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

# The desk's records in the order in which editors need them, under plain headings.
ORDER = {
    "What was said": ["Call", "Meeting", "Exchange", "Statement", "Document"],
    "Who and about what": ["Leader", "Actor", "Tenure", "Topic"],
    "Waiting": ["UnresolvedName"],
    "Log": ["Merge"],
    "Accounts": ["User"],
}

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


class DeskSite(admin.AdminSite):
    """The stock admin, headed as Verbatim's desk."""

    site_header = "Verbatim: the desk"
    site_title = "Verbatim desk"
    index_title = "The desk"
    site_url = "/"
    enable_nav_sidebar = True

    def has_permission(self, request: HttpRequest) -> bool:
        """Let in active people whose role gives the permission to use the desk."""
        return request.user.is_active and request.user.has_perm("statements.use_desk")

    def admin_view(self, view: View, cacheable: bool = False) -> View:
        """Guard a page: who is signed in and may not use the desk is told so."""
        guarded = super().admin_view(view, cacheable)

        @wraps(guarded)
        def opened(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            if request.user.is_authenticated and not self.has_permission(request):
                raise PermissionDenied("Your role reads the archive; it does not use the desk.")
            refuse_what_no_text_holds(request)
            return guarded(request, *args, **kwargs)

        return cast(View, opened)

    @method_decorator(never_cache)
    @login_not_required
    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Lead to the one sign-in page, and back to what was wanted."""
        if request.user.is_authenticated:
            return redirect("admin:index")
        wanted = request.GET.get(REDIRECT_FIELD_NAME) or reverse("admin:index")
        return redirect_to_login(wanted, reverse("sign-in"))

    def logout(  # type: ignore[override]  # the stubs promise a page
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Lead to the one place that signs out."""
        return redirect("sign-out", preserve_request=True)

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        """Look up choices, labelled as in the forms."""
        # The desk's pages are registered with this site: it is there before they are.
        from actors.admin.autocomplete import ChoicesView

        return cast(HttpResponse, ChoicesView.as_view(admin_site=self)(request))

    def get_app_list(
        self, request: HttpRequest, app_label: str | None = None
    ) -> list[dict[str, Any]]:
        """Give the records under the headings and in the order in which editors need them."""
        apps = super().get_app_list(request, app_label)
        models = {model["object_name"]: model for app in apps for model in app["models"]}
        groups = {
            heading: [models[name] for name in names if name in models]
            for heading, names in ORDER.items()
        }
        return [self._group(heading, found) for heading, found in groups.items() if found]

    def _group(self, heading: str, models: list[dict[str, Any]]) -> dict[str, Any]:
        label = models[0]["model"]._meta.app_label
        address = reverse("admin:app_list", kwargs={"app_label": label})
        return {"name": heading, "app_label": label, "app_url": address, "models": models}

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """Show what waits for the person, above the records."""
        # The desk's pages are registered with this site: it is there before they are.
        from statements.admin.front import pages

        waiting = {"queues": pages.waiting_for(request), "doors": pages.doors(request)}
        return super().index(request, {**waiting, **(extra_context or {})})

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Add the pages of the queues, and of the history across the archive."""
        # As with the choices above: what the pages need is registered with this site.
        from actors.admin.history.archive import addresses

        queue = path("waiting/<slug:slug>/", self.admin_view(self.queue_view), name="queue")
        return [queue, *addresses(self), *super().get_urls()]

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def queue_view(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Show a queue, or act on one of its rows."""
        from statements.admin.front import pages

        return pages.queue_page(request, self, slug)


def refuse_what_no_text_holds(request: HttpRequest) -> None:
    """Refuse addresses and forms with characters that no text of the database can hold.

    A NUL that somebody typed is left to the forms, which show it beside its field. Lone
    surrogates no browser sends.
    """
    address = "".join([request.path, *_texts(request.GET)])
    if "\x00" in address or not _is_unicode("".join([address, *_texts(request.POST)])):
        raise BadRequest("A character here cannot be written in any text.")


def _texts(data: QueryDict) -> list[str]:
    return [text for name, values in data.lists() for text in (name, *values)]


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
