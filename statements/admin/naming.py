"""The form on which an editor says who is meant by a name."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib.admin import AdminSite
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.utils.text import slugify

from actors.admin.autocomplete import Choice
from actors.models import Actor
from statements.models import Statement


class AddedByName(RelatedFieldWidgetWrapper):
    """A choice whose link to add an actor has the name filled in."""

    def __init__(self, name: str, admin_site: AdminSite) -> None:
        speaker = Statement._meta.get_field("speaker")
        choice = Choice(speaker, admin_site)
        super().__init__(choice, speaker.remote_field, admin_site, can_add_related=True)
        self.named = {"name": name[:200], "slug": slugify(name)[:120]}

    def get_context(self, name: str, value: object, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the name to the link."""
        context = super().get_context(name, value, attrs)
        context["url_params"] = f"{context['url_params']}&{urlencode(self.named)}"
        return context


class NamingForm(forms.Form):
    """Who is meant."""

    actor = forms.ModelChoiceField(queryset=Actor.objects.all(), label="Somebody else")

    def __init__(self, name: str, admin_site: AdminSite, *args: Any) -> None:
        super().__init__(*args)
        self.fields["actor"].widget = AddedByName(name, admin_site)
