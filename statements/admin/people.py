"""Those addressed by a statement, and those through whom it reached us, on its page."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from actors.admin.parts import DeskTable
from statements.models import Addressee, Attribution


class AddresseesInline(DeskTable):
    """To whom it was said."""

    model = Addressee
    fields = ("actor", "name_as_printed")
    autocomplete_fields = ("actor",)
    verbose_name_plural = "said to"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Fetch the actors too."""
        return super().get_queryset(request).select_related("actor")


class AttributionsInline(DeskTable):
    """From the speaker on: spokesperson, office, agency, outlet."""

    model = Attribution
    fields = ("position", "role", "actor", "name_as_printed")
    autocomplete_fields = ("actor",)
    verbose_name = "link of the chain"
    verbose_name_plural = "how the words reached us, from the speaker (1) on"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Fetch the actors too."""
        return super().get_queryset(request).select_related("actor")
