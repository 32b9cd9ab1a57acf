"""Merging a record with another one: choosing it, looking at both side by side, and doing it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html

from actors.admin.attempts import attempt
from actors.admin.autocomplete import Choice
from actors.admin.desk import DeskAdmin
from actors.admin.fields import PlainTextField
from actors.admin.keys import key_of
from actors.merging import Duplicate, Kind, Plan, kind_of, merge, plan
from actors.merging.relations import leads, target
from actors.models import Merge

PERMISSION = "statements.merge_records"


def may_merge(request: HttpRequest) -> bool:
    """Tell whether the person merges records."""
    return request.user.has_perm(PERMISSION)


class OtherForm(forms.Form):
    """Which other record is the same: chosen, or named by the last part of its address."""

    def __init__(self, kind: Kind, kept: Model, site: admin.AdminSite, *args: Any) -> None:
        super().__init__(*args)
        self.kind, self.kept = kind, kept
        fields = kind.addresses._meta.local_fields
        link = next(one for one in fields if leads(one) and target(one) is kind.model)
        self.fields["gone"] = forms.ModelChoiceField(
            kind.model._default_manager.all(),
            label="Another one",
            required=False,
            widget=Choice(link, site),
        )
        self.fields["address"] = forms.CharField(
            label="Or its address",
            required=False,
            max_length=500,
            widget=forms.TextInput(attrs={"class": "vTextField"}),
            help_text="The last part of the address of its page, or the whole.",
        )

    def clean(self) -> dict[str, Any]:
        """Find the record by its address where none is chosen."""
        cleaned = super().clean() or {}
        if not cleaned.get("gone") and cleaned.get("address") and not self.errors:
            cleaned["gone"] = self._at(cleaned["address"])
        if not self.errors and not cleaned.get("gone"):
            raise ValidationError("Choose the other one, or write its address.")
        if cleaned.get("gone") == self.kept:
            raise ValidationError("That is this one: choose another.")
        return cleaned

    def _at(self, address: str) -> Model:
        last = address.split("?", maxsplit=1)[0].strip().rstrip("/").rpartition("/")[2]
        found = self.kind.model._default_manager.filter(**{self.kind.address: last}).first()
        if found is None:
            raise ValidationError({"address": "There is nothing at this address."})
        return found


class ReasonForm(forms.Form):
    """Why the two are one, and what was on the page when that was said."""

    reason = PlainTextField(
        label="Why are they one and the same?",
        max_length=2000,
        widget=AdminTextareaWidget(attrs={"rows": 3}),
        help_text="It is kept in the log of merges.",
        error_messages={"required": "Say why: the reason is kept in the log."},
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, plan: Plan, *args: Any) -> None:
        super().__init__(*args)
        self.plan = plan

    def clean(self) -> dict[str, Any]:
        """Refuse what was not looked at: somebody changed one of the two meanwhile."""
        cleaned = super().clean() or {}
        if cleaned.get("seen") != self.plan.seen:
            raise ValidationError(
                "Something of the two has changed since this page was shown: look again."
            )
        return cleaned


@dataclass(frozen=True)
class Line:
    """A record in a list: what it is called, and its page at the desk, if it has one."""

    text: str
    address: str = ""


@dataclass(frozen=True)
class Suggested:
    """A record that may be the same, why, and the page that shows both."""

    label: str
    reasons: str
    address: str


class MergingAdmin(DeskAdmin):
    """The pages of records that can be merged."""

    def get_urls(self) -> list[URLPattern]:
        """Add the page on which two records are merged."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_merge"
        merging = self.admin_site.admin_view(self.merge_view)
        return [path("merge/", merging, name=name), *super().get_urls()]

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,  # noqa: ANN401, Django's to name
    ) -> HttpResponse:
        """Lead from a record to the page on which it is merged with another one."""
        if obj and change and may_merge(request):
            context["merge_address"] = self.merge_address(obj.pk)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def merge_address(self, kept: int, gone: int | None = None) -> str:
        """Give the address of the page on which the other is chosen, or both are looked at."""
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_merge"
        two = {"kept": kept, "gone": gone} if gone else {"kept": kept}
        return f"{reverse(name)}?{urlencode(two)}"

    def merge_view(self, request: HttpRequest) -> HttpResponse:
        """Ask for the other record; with both, show them, and merge them where that is said."""
        if not may_merge(request):
            raise PermissionDenied
        kind = kind_of(self.model)
        kept = self._record(request, kind, "kept")
        if kept is None:
            return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
        if not {"gone", "address"} & request.GET.keys():
            return self._choose(request, kind, kept, OtherForm(kind, kept, self.admin_site))
        form = OtherForm(kind, kept, self.admin_site, request.GET)
        if not form.is_valid():
            self._say_if_merged(request, kind, "gone")
            return self._choose(request, kind, kept, form)
        return self._look(request, plan(self.model, kept.pk, form.cleaned_data["gone"].pk))

    def _record(self, request: HttpRequest, kind: Kind, name: str) -> Model | None:
        key = key_of(request.GET.get(name, ""))
        found = kind.model._default_manager.filter(pk=key).first() if key else None
        if found is None and not self._say_if_merged(request, kind, name):
            self.message_user(request, "There is no such record.", messages.WARNING)
        return found

    def _say_if_merged(self, request: HttpRequest, kind: Kind, name: str) -> bool:
        """Tell what has become of a record that is not there because it was merged."""
        key = key_of(request.GET.get(name, ""))
        done = Merge.objects.filter(record=kind.label, undone_at=None)
        merged = done.filter(gone=key).first() if key else None
        if merged:
            words = '{} was merged with {} already: <a href="{}">see the merge</a>.'
            address = merged.get_absolute_url()
            told = format_html(words, merged.gone_name, merged.kept_name, address)
            self.message_user(request, told, messages.WARNING)
        return merged is not None

    def _choose(
        self, request: HttpRequest, kind: Kind, kept: Model, form: OtherForm
    ) -> TemplateResponse:
        found = [self._suggested(kept, one) for one in kind.duplicates(kept)]
        more = {"original": kept, "form": form, "suggested": found, "media": form.media}
        return self.desk_page(request, "merge-choose", "Merge with another one", **more)

    def _suggested(self, kept: Model, one: Duplicate) -> Suggested:
        address = self.merge_address(kept.pk, one.record.pk)
        return Suggested(self.choice_label(one.record), "; ".join(one.reasons), address)

    def _look(self, request: HttpRequest, plan: Plan) -> HttpResponse:
        form = ReasonForm(plan, request.POST if request.method == "POST" else None)
        if request.method == "POST" and not plan.conflicts and form.is_valid():
            refusal, response = attempt(lambda: self._make_one(request, plan, form))
            if response:
                return response
            form.add_error(None, refusal or ValidationError("It was refused."))
        return self._side_by_side(request, plan, form)

    def _make_one(self, request: HttpRequest, plan: Plan, form: ReasonForm) -> HttpResponse:
        by: Any = request.user
        done = merge(self.model, plan.kept.pk, plan.gone.pk, by, form.cleaned_data["reason"])
        words = '{} is now {}. <a href="{}">What was merged, and how to undo it</a>.'
        told = format_html(words, done.gone_name, done.kept_name, done.get_absolute_url())
        self.message_user(request, told, messages.SUCCESS)
        return redirect(_change_page(plan.kept))

    def _side_by_side(self, request: HttpRequest, plan: Plan, form: ReasonForm) -> TemplateResponse:
        hanging = [
            (one, _lines(one.first_kept, plan.kind), _lines(one.first_gone, plan.kind))
            for one in plan.hanging
            if one.on_kept or one.on_gone
        ]
        return self.desk_page(
            request,
            "merge",
            "Are these one and the same?",
            original=plan.kept,
            plan=plan,
            form=form,
            hanging=hanging,
            sides=[(role, self.choice_label(it), _change_page(it)) for role, it in plan.sides],
            swapped=self.merge_address(plan.gone.pk, plan.kept.pk),
            choose=self.merge_address(plan.kept.pk),
        )


def _lines(rows: Iterable[Model], kind: Kind) -> list[Line]:
    return [line_of(row, kind.model) for row in rows]


def line_of(row: Model, model: type[Model]) -> Line:
    """Give the line of a row: of the record that it is a part of, where it has no page itself."""
    if admin.site.is_registered(type(row)):
        return Line(str(row), _change_page(row))
    others: Callable[[Any], bool] = lambda one: leads(one) and target(one) is not model  # noqa: E731
    for field in filter(others, row._meta.local_fields):
        other = getattr(row, field.name)
        if other is not None and admin.site.is_registered(type(other)):
            return Line(str(other), _change_page(other))
    return Line(str(row))


def _change_page(record: Model) -> str:
    name = f"admin:{record._meta.app_label}_{record._meta.model_name}_change"
    return reverse(name, args=[record.pk])
