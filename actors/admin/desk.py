"""The pages of the desk: what all sorts of records have in common."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ERROR_FLAG
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from actors.admin.history.record import HistoryAdmin
from actors.admin.options import DeskOptions
from actors.admin.saving import CarefulAdmin
from actors.admin.searching import words_of

# What the links and filters of a list put behind the name of a field.
LOOKUPS = {"exact", "isnull", "isempty"}


class DeskAdmin(DeskOptions, CarefulAdmin, HistoryAdmin):
    """The pages of one sort of record: how it is listed, found and chosen."""

    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    # Fields that links to the list may name, beside those of its filters.
    linked_by: tuple[str, ...] = ()
    # What the label of a choice needs of other tables.
    choice_related: tuple[str, ...] = ()

    def choice_label(self, record: Any) -> str:  # noqa: ANN401, each page names its own
        """Give the text by which a record is chosen among others."""
        return str(record)

    def for_choices(self, keys: Iterable[int]) -> QuerySet[Any]:
        """Fetch the records with these keys, with what their labels need."""
        found = self.model._default_manager.filter(pk__in=keys)
        return found.select_related(*self.choice_related) if self.choice_related else found

    def desk_page(
        self,
        request: HttpRequest,
        name: str,
        title: str,
        **more: Any,
    ) -> TemplateResponse:
        """Show a page of the desk beside the stock ones.

        Its template is `admin/<app>/<model>/<name>.html`, or, of pages that several models have,
        `admin/<name>.html`.

        `more` may bring `original`, the record that it is about, and `media` of its forms.
        """
        media = self.media + more["media"] if "media" in more else self.media
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": title,
            **more,
            "media": media,
        }
        own = f"admin/{self.opts.app_label}/{self.opts.model_name}/{name}.html"
        return TemplateResponse(request, [own, f"admin/{name}.html"], context)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Take no filters but those that the desk's own pages offer."""
        field, _, kind = lookup.rpartition("__")
        fields = set(self.linked_by) | {_parameter(one) for one in self.list_filter}
        return lookup in fields or (kind in LOOKUPS and field.removesuffix("__id") in fields)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Look for a few words: a page that was pasted would make a query as long."""
        return super().get_search_results(request, queryset, " ".join(words_of(search_term)))

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the list; say so where a filter was not understood and is left out."""
        page = super().changelist_view(request, extra_context)
        if ERROR_FLAG in request.GET and isinstance(page, TemplateResponse):
            message = "That filter could not be understood: it is left out."
            self.message_user(request, message, messages.ERROR)
        return page


def _parameter(offered: object) -> str:
    """Give what an entry of `list_filter` is called in an address."""
    name = offered[0] if isinstance(offered, tuple) else offered
    return str(getattr(name, "parameter_name", name))
