"""What the pages of statements, exchanges and documents share: who may publish and change them."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest, HttpResponse

from actors.admin.sections import section
from statements.admin.publishing import PublishingAdmin
from statements.admin.rights import may_publish
from statements.admin.steps import (
    Standing,
    blockers_explained,
    offer_steps,
    standing_of,
    take_step,
)
from statements.models import Document, EditorialStatus, Exchange, Statement
from statements.models.editorial import EditorialRecord
from statements.querysets.editorial import PUBLIC

NOT_YET_PUBLIC = [choice for choice in EditorialStatus.choices if choice[0] not in PUBLIC]

# What only those write who publish.
PUBLISHERS_FIELDS = ("retraction_reason", "override_reason")

FOR_READERS = section("For readers", "editorial_status", "override_reason", "retraction_reason")


class EditorialAdmin(PublishingAdmin):
    """The pages of records that are drafted, reviewed, published and perhaps retracted."""

    def has_change_permission(
        self, request: HttpRequest, obj: EditorialRecord | None = None
    ) -> bool:
        """Leave what readers see to those who publish."""
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or not obj.is_public or may_publish(request))

    def get_ordering(self, request: HttpRequest) -> Any:  # noqa: ANN401, Django's to name
        """Put what has waited longest first in a list of what waits for review."""
        waits = request.GET.get("editorial_status__exact") == EditorialStatus.IN_REVIEW
        return ("created_at", "pk") if waits else super().get_ordering(request)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Let a button say what becomes of the record beside being saved."""
        take_step(request)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(
        self,
        request: HttpRequest,
        obj: EditorialRecord | None = None,  # type: ignore[override]  # of these records
        change: bool = False,
        **kwargs: object,
    ) -> type[forms.ModelForm]:
        """Offer the steps that may follow."""
        form = super().get_form(request, obj, change=change, **kwargs)
        offer_steps(form.base_fields, obj, publishes=may_publish(request))
        return form

    def settle(self, record: Any) -> None:  # noqa: ANN401, each page names its own
        """Say what stands against publishing, where the database refuses it."""
        with blockers_explained(record):
            super().settle(record)

    def save_model(
        self,
        request: HttpRequest,
        obj: Any,  # noqa: ANN401, each page names its own
        form: forms.ModelForm,
        change: bool,
    ) -> None:
        """Note who enters a new record."""
        if not change:
            obj.entered_by = request.user
        super().save_model(request, obj, form, change)

    def formfield_for_choice_field(
        self,
        db_field: models.Field,
        request: HttpRequest,
        **kwargs: object,
    ) -> forms.TypedChoiceField | None:
        """Offer to publish and to retract only to those who may."""
        if db_field.name == "editorial_status" and not may_publish(request):
            kwargs["choices"] = NOT_YET_PUBLIC
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def get_readonly_fields(
        self, request: HttpRequest, obj: EditorialRecord | None = None
    ) -> list[str]:
        """Show the reasons of those who publish to the others."""
        fields = {field.name for field in self.opts.get_fields()}
        theirs = [] if may_publish(request) else PUBLISHERS_FIELDS
        return [*super().get_readonly_fields(request, obj), *(n for n in theirs if n in fields)]

    def get_fieldsets(self, request: HttpRequest, obj: EditorialRecord | None = None) -> Any:  # noqa: ANN401, Django's to name
        """Leave the reasons out of a new record of somebody who writes none."""
        sections = super().get_fieldsets(request, obj)
        if obj or may_publish(request):
            return sections
        return [(heading, without(options, PUBLISHERS_FIELDS)) for heading, options in sections]

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,  # noqa: ANN401, Django's to name
    ) -> HttpResponse:
        """Say how far the record has come, and why it can be seen and not changed."""
        publishes = may_publish(request)
        if obj and obj.is_public and not publishes:
            context["note"] = "Readers see this record: only a chief changes it."
        elif self.has_change_permission(request, obj):
            context["steps"] = self.step_buttons(request, obj)
            context["standing"] = self._standing(obj) if obj else None
            context["publishes"] = publishes
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _standing(self, record: EditorialRecord) -> Standing:
        return standing_of(record, retract_at=self.step_address("retract", [record.pk]))

    def view_on_site(self, record: Statement | Exchange | Document) -> str | None:
        """Lead to the page, where readers have one."""
        return record.get_absolute_url() if record.is_public else None


def without(options: Any, names: Sequence[str]) -> dict[str, Any]:  # noqa: ANN401, a fieldset
    """Give the options of a fieldset without some of its fields."""
    return {**options, "fields": [field for field in options["fields"] if field not in names]}
