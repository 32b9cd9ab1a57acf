"""Translations, links and corrections of a statement, on its page."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import Model, QuerySet
from django.forms import BaseInlineFormSet
from django.http import HttpRequest

from actors.admin.parts import DeskBlocks, DeskTable
from statements.models import Correction, StatementLink, Translation


class TranslationsInline(DeskBlocks):
    """The text in other languages."""

    model = Translation
    fields = (("language", "translator"), "text")


class LinksInline(DeskTable):
    """How it stands to other statements; whoever makes a link signs it."""

    model = StatementLink
    template = "admin/statements/statement/links-part.html"
    fk_name = "statement"
    fields = ("kind", "other", "reason", "signed")
    readonly_fields = ("signed",)
    autocomplete_fields = ("other",)
    verbose_name = "link"
    verbose_name_plural = "links to other statements"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Fetch the other statements and the editors too."""
        return super().get_queryset(request).select_related("other", "editor")

    @admin.display(description="by")
    def signed(self, link: StatementLink) -> str:
        """Say who made it and when."""
        return "" if link._state.adding else f"{link.editor}, {link.made_at:%Y-%m-%d}"


class CorrectionsInline(DeskBlocks):
    """Public notes of what was corrected; they stay as they were written.

    One is added in the field “Correction”, beside the text that it corrects.
    """

    model = Correction
    fields = ("note", "text_before", "signed")
    readonly_fields = fields
    can_delete = False
    verbose_name_plural = "corrections so far"

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Leave it to the field beside the text."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Fetch the editors too."""
        return super().get_queryset(request).select_related("editor")

    @admin.display(description="by")
    def signed(self, correction: Correction) -> str:
        """Say who made it and when."""
        if correction._state.adding:
            return ""
        return f"{correction.editor}, {correction.corrected_at:%Y-%m-%d}"


def sign(formset: BaseInlineFormSet, editor: AbstractBaseUser | AnonymousUser) -> None:
    """Sign new links with the editor's name."""
    for form in formset.extra_forms:
        form.instance.editor = editor
