"""The history across the archive, and of one change: for those who may see it."""

from __future__ import annotations

from typing import Any, Final

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from actors.admin.history.asking import ArchiveForm, ChangeForm
from actors.chronicle.asking import FIRST
from actors.chronicle.changes import Change, Changes, across, grouped
from actors.chronicle.whole import whole
from reading.problems import problems_of

SEES_ALL: Final = "statements.see_history"
PAGE_SIZE: Final = 25
ROWS: Final = 50


def addresses(site: AdminSite) -> list[URLPattern]:
    """Give the pages, for the site."""
    pages = HistoryPages(site)
    return [
        path("history/", site.admin_view(pages.archive), name="history"),
        path("history/change/", site.admin_view(pages.change), name="history_change"),
    ]


class HistoryPages:
    """The pages of one site."""

    def __init__(self, site: AdminSite) -> None:
        self.site = site

    def archive(self, request: HttpRequest) -> HttpResponse:
        """Show the newest changes of what is asked for."""
        _refuse_others(request)
        form = ArchiveForm(request.GET)
        found = across(form.asked(), PAGE_SIZE) if form.is_valid() else Changes([])
        return self._page(
            request,
            "archive",
            title="History of the archive",
            form=form,
            found=found,
            problems=problems_of(form),
        )

    def change(self, request: HttpRequest) -> HttpResponse:
        """Show all rows of one change."""
        _refuse_others(request)
        form = ChangeForm(request.GET)
        changes, after = _whole(form) if form.is_valid() else ([], "")
        return self._page(
            request,
            "change",
            title="One change",
            changes=changes,
            after=after,
            problems=problems_of(form),
        )

    def _page(self, request: HttpRequest, name: str, **more: Any) -> TemplateResponse:
        context = {**self.site.each_context(request), **more}
        return TemplateResponse(request, f"admin/history/{name}.html", context)


def _refuse_others(request: HttpRequest) -> None:
    if not request.user.has_perm(SEES_ALL):
        raise PermissionDenied("Your role does not read the history of the whole archive.")


def _whole(form: ChangeForm) -> tuple[list[Change], str]:
    given = form.cleaned_data
    page = whole(form.context_key, given["at"] or FIRST, given["after"], ROWS)
    return grouped(page.events, ROWS), str(page.behind) if page.behind else ""
