"""The log of merges, and undoing one of them."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model, Q, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from actors.admin.attempts import attempt
from actors.admin.desk import DeskAdmin
from actors.admin.keys import key_of
from actors.admin.merging import may_merge
from actors.merging import undo, why_not
from actors.merging.telling import model_of, told
from actors.models import Merge

SHOWN_REASON = 100


@admin.register(Merge)
class MergeAdmin(DeskAdmin):
    """What was merged with what, by whom and why; nobody writes here, but a merge is undone."""

    actions = None
    list_display = (
        "merged_at",
        "what",
        "went",
        "stays",
        "why",
        "merged_by",
        "rows",
        "undone",
    )
    list_display_links = ("merged_at", "went")
    list_select_related = ("merged_by", "undone_by")
    search_fields = ("gone_name", "kept_name", "reason", "gone_address")
    search_help_text = "A part of a name, of an old address or of the reason."

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Show the log to those who merge."""
        return may_merge(request)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Show the log to those who merge."""
        return may_merge(request)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """A merge comes here by being done."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """The log stands."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """The log stands."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Count what was moved."""
        moved = Sum("steps__number", filter=Q(steps__action="moved"))
        return super().get_queryset(request).annotate(moved=Coalesce(moved, 0))

    @admin.display(description="what")
    def what(self, merge: Merge) -> str:
        """Name the kind of record."""
        model = model_of(merge.record)
        return str(model._meta.verbose_name) if model else merge.record

    @admin.display(description="went", ordering="gone_name")
    def went(self, merge: Merge) -> str:
        """Name the one that went."""
        return merge.gone_name

    @admin.display(description="kept", ordering="kept_name")
    def stays(self, merge: Merge) -> str:
        """Name the one that was kept."""
        return merge.kept_name

    @admin.display(description="why")
    def why(self, merge: Merge) -> str:
        """Give the beginning of the reason."""
        reason = merge.reason
        return reason if len(reason) <= SHOWN_REASON else f"{reason[: SHOWN_REASON - 1]}…"

    @admin.display(description="moved", ordering="moved")
    def rows(self, merge: Merge) -> int:
        """Say how many rows were moved."""
        return int(getattr(merge, "moved", 0))

    @admin.display(description="undone", ordering="undone_at")
    def undone(self, merge: Merge) -> str:
        """Say by whom it was undone."""
        return f"by {merge.undone_by}" if merge.undone_by else ""

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Head the list as what it is."""
        return super().changelist_view(request, {"title": "Merges", **(extra_context or {})})

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show a merge; a form that is sent from here undoes it."""
        if not may_merge(request):
            raise PermissionDenied
        known = self.get_queryset(request).select_related("merged_by", "undone_by")
        merge = known.filter(pk=key_of(object_id)).first()
        if merge is None:
            self.message_user(request, "There is no such merge.", messages.WARNING)
            return redirect("admin:actors_merge_changelist")
        if request.method == "POST":
            return self._undo(request, merge)
        return self._show(request, merge)

    def _undo(self, request: HttpRequest, merge: Merge) -> HttpResponse:
        by: Any = request.user
        left: list[str] = []

        def act() -> HttpResponse:
            left.extend(undo(merge, by))
            return redirect(merge.get_absolute_url())

        refusal, response = attempt(act)
        if response is None:
            return self._not_undone(request, merge, refusal)
        words = f"{merge.gone_name} is there again, apart from {merge.kept_name}."
        more = " Not everything could be put back: see below." if left else ""
        level = messages.WARNING if left else messages.SUCCESS
        self.message_user(request, words + more, level)
        return response

    def _not_undone(
        self, request: HttpRequest, merge: Merge, refusal: ValidationError | None
    ) -> HttpResponse:
        for words in refusal.messages if refusal else ():
            self.message_user(request, f"Not undone. {words}", messages.ERROR)
        return redirect(merge.get_absolute_url())

    def _show(self, request: HttpRequest, merge: Merge) -> HttpResponse:
        return self.desk_page(
            request,
            "merge",
            str(merge),
            merge=merge,
            what=self.what(merge),
            told=list(told(merge)),
            why_not=why_not(merge),
            pages=self._pages(merge),
        )

    def _pages(self, merge: Merge) -> dict[str, str]:
        """Give the pages of the two records that are there, by what each is to the merge."""
        model = model_of(merge.record)
        if model is None:
            return {}
        there = set(
            model._default_manager.filter(pk__in=[merge.kept, merge.gone]).values_list(
                "pk", flat=True
            )
        )
        name = f"admin:{merge.record.replace('.', '_')}_change"
        two = {"kept": merge.kept, "gone": merge.gone}
        return {one: reverse(name, args=[key]) for one, key in two.items() if key in there}
