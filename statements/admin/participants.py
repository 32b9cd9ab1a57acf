"""Who took part in an exchange, on its page."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.db import models
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from actors.admin.forms import DeskForm
from actors.admin.parts import DeskTable
from statements.models import Participation
from statements.models.participation import Role


class ParticipantForm(DeskForm):
    """A participant; a role that others gave is kept although this page would not offer it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        role = self.fields.get("role")
        if isinstance(role, forms.TypedChoiceField):
            offered = dict(cast(Iterable[tuple[str, str]], role.choices))
            offered.setdefault(self.instance.role, self.instance.get_role_display())
            role.choices = list(offered.items())


class ParticipantsInline(DeskTable):
    """The participants, in any role."""

    model = Participation
    form = ParticipantForm
    fields = ("actor", "name_as_printed", "role")
    autocomplete_fields = ("actor",)
    verbose_name = "participant"
    verbose_name_plural = "participants"
    roles: dict[str, str] = {}

    def get_extra(self, request: HttpRequest, obj: Model | None = None, **kwargs: object) -> int:
        """Open two lines on a new exchange: nobody is in contact alone."""
        return 0 if obj else 2

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Fetch the actors too."""
        return super().get_queryset(request).select_related("actor")

    def formfield_for_choice_field(
        self,
        db_field: models.Field,
        request: HttpRequest,
        **kwargs: object,
    ) -> forms.TypedChoiceField | None:
        """Offer the roles that such an exchange has, in its own words."""
        if db_field.name == "role" and self.roles:
            kwargs["choices"] = list(self.roles.items())
        return super().formfield_for_choice_field(db_field, request, **kwargs)


class CallersInline(ParticipantsInline):
    """Those on a call: who called, and who else."""

    roles = {
        Role.PARTICIPANT: "on the call",
        Role.INITIATOR: "called",
        Role.MEDIATOR: "mediator",
    }
    verbose_name_plural = "who called, and who was on the call"


class GuestsInline(ParticipantsInline):
    """Those at a meeting: who hosted, and who came."""

    roles = {
        Role.PARTICIPANT: "took part",
        Role.HOST: "host",
        Role.GUEST: "guest",
        Role.MEDIATOR: "mediator",
    }
    verbose_name_plural = "who hosted, and who came"
