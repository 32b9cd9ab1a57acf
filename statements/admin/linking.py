"""The page on which an editor links a statement with an earlier one, and signs the link."""

from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods

from actors.admin.attempts import attempt
from actors.admin.desk import DeskAdmin
from actors.admin.keys import key_of
from statements.admin import offers
from statements.admin.offers import LinkForm, Offer
from statements.models import Statement, StatementLink

# What an address asks for, and the longest of it that is looked at.
SEARCH, LONGEST = "q", 300


class LinkingAdmin(DeskAdmin):
    """Adds to the pages of statements the one on which they are linked with each other."""

    def get_urls(self) -> list[URLPattern]:
        """Add the page."""
        view = require_http_methods(["GET", "HEAD", "POST"])(self.links_view)
        page = self.admin_site.admin_view(view)
        return [
            path("<int:key>/links/", page, name="statements_statement_links"),
            *super().get_urls(),
        ]

    def links_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """Show the links of a statement and what it may be linked with; make or remove a link."""
        statement = get_object_or_404(Statement.objects.select_related("speaker"), pk=key)
        if not self.has_view_permission(request, statement):
            raise PermissionDenied
        if request.method != "POST":
            return self._links(request, statement)
        if "remove" in request.POST:
            return self._remove(request, statement)
        return self._make(request, statement)

    def may_link(self, request: HttpRequest, statement: Model) -> bool:
        """Tell whether the person may link this statement with earlier ones."""
        adds = request.user.has_perm("statements.add_statementlink")
        return adds and self.has_change_permission(request, statement)

    def may_remove(self, request: HttpRequest, link: StatementLink) -> bool:
        """Tell whether the person may remove a link: it belongs to the later statement."""
        deletes = request.user.has_perm("statements.delete_statementlink")
        return deletes and self.has_change_permission(request, link.statement)

    def _make(self, request: HttpRequest, statement: Statement) -> HttpResponse:
        """Make the link that a form asks for; show the page again where it cannot be made."""
        if not self.may_link(request, statement):
            raise PermissionDenied("Readers see this statement: only a chief links it with others.")
        public_id = request.POST.get("other", "").replace("\x00", "")
        other = get_object_or_404(Statement.objects.defer("search"), public_id=public_id)
        form = LinkForm(statement, other, request.POST)
        if not form.is_valid():
            return self._links(request, statement, form)
        refusal, _ = attempt(lambda: self._sign(request, form))
        if refusal:
            form.add_error(None, refusal)
            return self._links(request, statement, form)
        return redirect(request.get_full_path())

    def _sign(self, request: HttpRequest, form: LinkForm) -> None:
        link = StatementLink.objects.create(
            statement=form.statement,
            other=form.other,
            editor_id=cast(int, request.user.pk),
            **form.cleaned_data,
        )
        self.log_change(request, form.statement, f"Linked: {link}")
        self.message_user(request, f"Linked: this one {link}", messages.SUCCESS)

    def _remove(self, request: HttpRequest, statement: Statement) -> HttpResponse:
        """Remove a link of the statement; one that somebody else removed is gone already."""
        links = offers.links_of(statement).filter(pk=key_of(request.POST["remove"]) or 0)
        if link := links.first():
            if not self.may_remove(request, link):
                raise PermissionDenied(
                    "Readers see that statement: only a chief changes its links."
                )
            self.log_change(request, link.statement, f"Link removed: {link}")
            link.delete()
            self.message_user(request, "The link was removed.", messages.SUCCESS)
        else:
            self.message_user(request, "That link is gone already.", messages.WARNING)
        return redirect(request.get_full_path())

    def _links(
        self, request: HttpRequest, statement: Statement, bound: LinkForm | None = None
    ) -> HttpResponse:
        links = [(one, self.may_remove(request, one)) for one in offers.links_of(statement)]
        typed = request.GET.get(SEARCH, "").strip()[:LONGEST]
        may_link = self.may_link(request, statement)
        return self.desk_page(
            request,
            "links",
            "Links with other statements",
            original=statement,
            statement=statement,
            links_from=[row for row in links if row[0].statement_id == statement.pk],
            links_to=[row for row in links if row[0].other_id == statement.pk],
            typed=typed,
            may_link=may_link,
            **self._offered(statement, typed, bound, may_link),
        )

    def _offered(
        self, statement: Statement, typed: str, bound: LinkForm | None, may_link: bool
    ) -> dict[str, list[Offer]]:
        """Give what is offered, in groups."""
        groups = {
            "chosen": [bound.other.pk] if bound else [],
            "found": offers.searched(statement, typed) if typed else [],
            "closest": offers.of_the_speaker(statement),
            "of_others": offers.of_others(statement),
        }
        return offers.offers(statement, groups, bound, may_link)
