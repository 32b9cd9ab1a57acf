"""A form that shows where its words stand in the source, before anything is saved."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.forms import BaseInlineFormSet, ModelForm
from django.forms.utils import ErrorDict
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from actors.admin.keys import key_of
from reading.differences import differences
from statements.admin.editorial import EditorialAdmin
from statements.admin.look import Look, look_at, look_for
from statements.admin.steps import BUTTONS
from statements.models import Document, Statement
from statements.models.editorial import EditorialRecord

# Buttons that save nothing: to look for the words, and to take a passage in their place.
LOOK, USE = "_look", "_use"
SAVING = ("_save", "_continue", "_addanother", "_saveasnew", *BUTTONS)

# Where a request keeps the words that a passage took the place of.
REPLACED = "verbatim.replaced"


class LookingAdmin(EditorialAdmin):
    """The page of a statement, beside the kept copy of its document.

    Two of its buttons show the form again with all that was typed, unchecked and unsaved.
    """

    class Media:
        css = {"all": ["desk/in-source.css"]}

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Put the passage that is to be used into the field of the text first."""
        if _is_looking(request) and USE in request.POST:
            request.META[REPLACED] = _lines(request.POST.get("text", ""))
            typed = request.POST.copy()
            typed["text"] = _lines(request.POST[USE])
            request.POST = typed  # type: ignore[assignment]  # a copy that can be changed
        return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(
        self,
        request: HttpRequest,
        obj: EditorialRecord | None = None,  # type: ignore[override]  # of these records
        change: bool = False,
        **kwargs: object,
    ) -> type[ModelForm]:
        """Give the form; one that is only to be shown again complains of nothing."""
        form = super().get_form(request, obj, change=change, **kwargs)
        return _unchecked(form) if _is_looking(request) else form

    def _create_formsets(
        self, request: HttpRequest, obj: models.Model, change: bool
    ) -> tuple[list[BaseInlineFormSet], list[Any]]:
        made: tuple[list[BaseInlineFormSet], list[Any]]
        made = super()._create_formsets(request, obj, change)  # type: ignore[misc]
        if _is_looking(request):
            for formset in made[0]:
                _leave_unchecked(formset)
        return made

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Statement | None = None,
    ) -> HttpResponse:
        """Look for the words that the form has."""
        form = context["adminform"].form
        replaced = request.META.get(REPLACED)
        form.instance.looked = {
            "look": _look_of(form),
            "may_look": "text" in form.fields,
            "is_replaced": replaced is not None,
            "replaced": replaced,
            "changes": differences(replaced or "", _value(form, "text")),
        }
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description="in the source")
    def in_the_source(self, statement: Statement) -> SafeString:
        """Show where the words stand in the kept copy, or what is most like them."""
        looked = statement.looked  # type: ignore[attr-defined]  # set with the page
        return render_to_string("admin/statements/statement/in-the-source.html", looked)


def _is_looking(request: HttpRequest) -> bool:
    sent = request.POST
    return (LOOK in sent or USE in sent) and not any(name in sent for name in SAVING)


def _look_of(form: ModelForm) -> Look:
    """Look for what is typed; where that is what was saved, at the place where it is anchored."""
    statement = form.instance
    if "text" not in form.fields:
        return look_at(statement)
    text, key = _value(form, "text"), _value(form, "document")
    if statement.snapshot_id and (text, key) == (statement.text, str(statement.document_id)):
        return look_at(statement)
    chosen = key_of(key)
    return look_for(text, Document.objects.filter(pk=chosen).first() if chosen else None)


def _value(form: ModelForm, name: str) -> str:
    """Give what a field shows, as it would be kept."""
    if name not in form.fields:
        return ""
    value = form[name].value()
    return _lines("" if value is None else str(getattr(value, "pk", value))).strip()


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unchecked(form: type[ModelForm]) -> type[ModelForm]:
    """Give the form class that takes whatever is typed, and is never saved."""

    class Unchecked(form):  # type: ignore[valid-type, misc]
        def full_clean(self) -> None:
            _leave(self)

        def is_valid(self) -> bool:
            return False

    return Unchecked


def _leave_unchecked(formset: BaseInlineFormSet) -> None:
    formset._errors = []  # type: ignore[attr-defined]  # set, it is not checked any more
    formset._non_form_errors = formset.error_class()  # type: ignore[attr-defined]
    for form in formset.forms:
        _leave(form)


def _leave(form: forms.BaseForm) -> None:
    form._errors = ErrorDict()  # type: ignore[attr-defined]
    form.cleaned_data = {}
