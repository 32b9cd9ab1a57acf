"""Translations, links and corrections of a statement, on its page."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import QuerySet
from django.forms import BaseInlineFormSet, ModelForm
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
    """Public notes of what was corrected; they stay as they were written."""

    model = Correction
    fields = ("note", "text_before", "signed")
    readonly_fields = ("signed",)
    can_delete = False

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
    """Sign new links and corrections with the editor's name."""
    for form in formset.extra_forms:
        form.instance.editor = editor


def keep_text_before(formset: BaseInlineFormSet, statement_form: ModelForm) -> None:
    """Let a correction keep the words that are replaced with it, where it says no others."""
    if "text" not in statement_form.changed_data:
        return
    for form in formset.extra_forms:
        form.instance.text_before = form.instance.text_before or statement_form.initial["text"]
