"""Saving and deleting at the desk, with what the database refuses explained."""

from typing import Any

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.db.models import QuerySet
from django.forms import BaseInlineFormSet, ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from actors.admin.attempts import attempt
from actors.admin.forms import refusing
from actors.admin.meanwhile.guard import REFUSAL, WatchfulAdmin


class CarefulAdmin(WatchfulAdmin):
    """Pages on which nothing that the database refuses is an error of the server.

    What it refuses, at once or when the transaction ends, is shown above the form with everything
    that was typed: the page is answered again, this time with the refusal as an error.
    """

    def get_form(
        self,
        request: HttpRequest,
        obj: models.Model | None = None,
        change: bool = False,
        **kwargs: object,
    ) -> type[ModelForm]:
        """Give the form, with the refusal of a first attempt to save."""
        form = super().get_form(request, obj, change=change, **kwargs)
        refusal = request.META.get(REFUSAL)
        return refusing(form, refusal) if refusal else form

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show or save a record; show again what cannot be saved, and why."""
        answer = super().changeform_view
        if request.method != "POST":
            return answer(request, object_id, form_url, extra_context)
        refusal, response = attempt(lambda: answer(request, object_id, form_url, extra_context))
        if response:
            return response
        request.META[REFUSAL] = refusal
        return answer(request, object_id, form_url, extra_context)

    def save_related(
        self,
        request: HttpRequest,
        form: ModelForm,
        formsets: list[BaseInlineFormSet],
        change: bool,
    ) -> None:
        """Save the parts too, and have the rules checked that wait for the transaction's end."""
        super().save_related(request, form, formsets, change)
        self.settle(form.instance)

    def settle(self, record: Any) -> None:  # noqa: ANN401, each page names its own
        """Have the rules checked that wait for the transaction's end."""
        connection.check_constraints()

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Ask, then delete; say why where the database refuses."""
        answer = super().delete_view
        refusal, response = attempt(lambda: answer(request, object_id, extra_context))
        return response or self._refused(request, refusal)

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        """Delete, and have the rules checked that wait for the transaction's end."""
        super().delete_model(request, obj)
        connection.check_constraints()

    def response_action(  # type: ignore[override]  # the stubs know a later Django
        self, request: HttpRequest, queryset: QuerySet[Any]
    ) -> HttpResponse | None:
        """Do what was chosen for many records, or for none of them, and say why not."""
        chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
        if not all(_is_key(self.opts.pk, key) for key in chosen):
            return self._refused(request, ValidationError("That is no record of this list."))
        answer = super().response_action

        def act() -> HttpResponse | None:
            response = answer(request, queryset)
            connection.check_constraints()
            return response

        refusal, response = attempt(act)
        return self._refused(request, refusal) if refusal else response

    def _refused(
        self, request: HttpRequest, refusal: ValidationError | None
    ) -> HttpResponseRedirect:
        for message in refusal.messages if refusal else ():
            self.message_user(request, message, messages.ERROR)
        return HttpResponseRedirect(request.get_full_path())


def _is_key(field: models.Field, value: str) -> bool:
    try:
        field.run_validators(field.to_python(value))
    except ValidationError:
        return False
    return True
