"""The queue of names that wait for an editor to say who is meant."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from actors.admin.desk import DeskAdmin
from actors.models import Actor
from statements.admin.naming import NamingForm
from statements.admin.suggestions import suggestions
from statements.admin.whereabouts import whereabouts
from statements.models import UnresolvedName
from statements.waiting import Linked, link

# What keeps, in an address, the search and the page of the queue to go back to.
BACK = "_changelist_filters"

# What a link counts, as people call one of it and several.
COUNTED = {
    "statements": ("statement", "statements"),
    "participations": ("participant", "participants"),
    "documents": ("document", "documents"),
    "addressees": ("addressee", "addressees"),
    "attributions": ("link of a chain", "links of chains"),
}


class WaitingList(ChangeList):
    """A page of the queue, with suggestions fetched for all its names at once."""

    def get_results(self, request: HttpRequest) -> None:
        """Fetch the page."""
        super().get_results(request)
        self.result_list = list(self.result_list)
        found = suggestions([waiting.name for waiting in self.result_list], each=3, least=0.5)
        for waiting in self.result_list:
            waiting.suggestions = found[waiting.name]
            waiting.address = self.url_for_result(waiting)

    def url_for_result(self, result: Model) -> str:
        """Lead to the page where anybody can be chosen, and back to this page of the queue."""
        return naming_address(str(result), back=self.get_query_string().removeprefix("?"))


def naming_address(name: str, back: str = "") -> str:
    """Give the page on which to say who is meant.

    The name stands behind the question mark: in a path, "." and ".." would lead elsewhere.
    """
    query = urlencode({"name": name, BACK: back} if back else {"name": name})
    return f"{reverse('admin:statements_unresolvedname_who')}?{query}"


@admin.register(UnresolvedName)
class WaitingAdmin(DeskAdmin):
    """Names as printed that are linked with no actor, the most frequent first."""

    actions = None
    list_per_page = 25
    list_display = ("name", "who", *(column for column in ("total", *COUNTED)))
    search_fields = ("name",)
    search_help_text = "A part of the name as printed."

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """A name comes here by being printed."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """A name goes when somebody says who is meant."""
        return False

    def get_changelist(self, request: HttpRequest, **kwargs: object) -> type[ChangeList]:
        """Fetch suggestions with the page."""
        return WaitingList

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Head the list as what it is."""
        title = {"title": "Names that wait for somebody to say who is meant"}
        return super().changelist_view(request, {**title, **(extra_context or {})})

    def get_urls(self) -> list[URLPattern]:
        """Add the page on which to say who is meant."""
        who = self.admin_site.admin_view(self.who_view)
        return [path("who/", who, name="statements_unresolvedname_who"), *super().get_urls()]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Lead to the page on which to say who is meant."""
        return redirect(naming_address(unquote(object_id)))

    @admin.display(description="who is meant")
    def who(self, waiting: UnresolvedName) -> SafeString:
        """Offer the closest actors, and the page on which to choose any other."""
        address = waiting.address  # type: ignore[attr-defined]  # set with the page
        buttons = format_html_join(
            "",
            '<span class="suggested"><button class="suggestion" name="actor" value="{}" '
            'formaction="{}">{}</button> <span class="why">{}</span></span> ',
            (
                (one.actor, address, one, one.why)
                for one in waiting.suggestions  # type: ignore[attr-defined]
            ),
        )
        return format_html('{}<a href="{}">somebody else …</a>', buttons, address)

    def who_view(self, request: HttpRequest) -> HttpResponse:
        """Show where a name stands and who may be meant; take the answer."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        name = request.GET.get("name", "")
        if not UnresolvedName.objects.filter(name=name).exists():
            self.message_user(request, f"“{name}” does not wait (any more).", messages.WARNING)
            return self._back(request)
        typed = request.POST if request.method == "POST" else None
        form = NamingForm(name, self.admin_site, typed)
        if form.is_valid():
            return self._link(request, name, form.cleaned_data["actor"])
        return self._ask(request, name, form)

    def _link(self, request: HttpRequest, name: str, actor: Actor) -> HttpResponse:
        self.message_user(request, told(name, actor, link(name, actor)), messages.SUCCESS)
        return self._back(request)

    def _back(self, request: HttpRequest) -> HttpResponse:
        queue = reverse("admin:statements_unresolvedname_changelist")
        return redirect(f"{queue}?{request.GET.get(BACK, '')}")

    def _ask(self, request: HttpRequest, name: str, form: NamingForm) -> HttpResponse:
        return self.desk_page(
            request,
            "who",
            "Who is meant?",
            subtitle=name,
            waiting=get_object_or_404(UnresolvedName, name=name),
            suggestions=suggestions([name], each=5, least=0.3)[name],
            whereabouts=whereabouts(name),
            form=form,
            media=form.media,
        )


def told(name: str, actor: Actor, linked: Linked) -> str:
    """Say what was linked: "“Micron” is now a name of Emmanuel Macron: 3 statements linked."."""
    counts = ((getattr(linked, field), words) for field, words in COUNTED.items())
    parts = [f"{count} {words[count != 1]}" for count, words in counts if count]
    if linked.doubled:
        parts.append(f"{linked.doubled} that stood there twice")
    return f"“{name}” is now a name of {actor}: linked {', '.join(parts)}."
