"""What all pages of the desk have in common."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.views.main import ERROR_FLAG
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, models, transaction
from django.db.models import QuerySet
from django.forms import BaseInlineFormSet, ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils.functional import cached_property

from actors.admin.autocomplete import Choice, Choices, share_labels
from actors.admin.fields import PlainTextField
from actors.admin.forms import DeskForm, refusing
from actors.admin.refusals import in_words, is_refusal
from actors.admin.searching import words_of

# Where a request keeps why its first attempt to save was refused.
REFUSAL = "verbatim.refusal"

MOST_ROWS = 200

# What the links and filters of a list put behind the name of a field.
LOOKUPS = {"exact", "isnull", "isempty"}


class DeskOptions(admin.options.BaseModelAdmin):
    """What pages and the parts of pages share: their form fields."""

    form = DeskForm
    formfield_overrides = {
        models.TextField: {"form_class": PlainTextField},
        models.URLField: {"assume_scheme": "https"},
    }

    def formfield_for_foreignkey(
        self,
        db_field: models.ForeignKey,
        request: HttpRequest,
        **kwargs: object,
    ) -> forms.Field | None:
        """Look records up as one types."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = Choice(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(
        self,
        db_field: models.ManyToManyField,
        request: HttpRequest,
        **kwargs: object,
    ) -> forms.Field | None:
        """Look records up as one types."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = Choices(db_field, self.admin_site)
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class DeskFormSet(BaseInlineFormSet):
    """The rows of a part of a page; what is chosen in them is fetched for all rows at once."""

    @cached_property
    def forms(self) -> list[ModelForm]:
        """The rows."""
        rows = super().forms
        share_labels(rows)
        return rows

    def get_unique_error_message(self, unique_check: Sequence[str]) -> str:
        """Say what stands here twice, in the words of the rule."""
        for rule in self.model._meta.total_unique_constraints:
            if {*rule.fields} == {self.fk.name, *unique_check}:
                return str(rule.get_violation_error_message())
        return super().get_unique_error_message(unique_check)


class DeskPart(DeskOptions, admin.options.InlineModelAdmin):
    """A part of a page: the records that belong to its record."""

    formset = DeskFormSet
    extra = 0
    max_num = MOST_ROWS

    def get_formset(
        self, request: HttpRequest, obj: models.Model | None = None, **kwargs: object
    ) -> type[BaseInlineFormSet]:
        """Make no more rows than a page can hold, whatever number is sent."""
        return super().get_formset(request, obj, **{"absolute_max": 2 * MOST_ROWS, **kwargs})


class DeskTable(DeskPart, admin.TabularInline):
    """A part of a page with a line for each record."""


class DeskBlocks(DeskPart, admin.StackedInline):
    """A part of a page with a block for each record."""


class DeskAdmin(DeskOptions, admin.ModelAdmin):
    """The pages of one sort of record.

    What the database refuses, at once or when the transaction ends, is shown above the form with
    everything that was typed: the page is answered again, this time with the refusal as an error.
    """

    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    # Fields that links to the list may name, beside those of its filters.
    linked_by: tuple[str, ...] = ()
    # What the label of a choice needs of other tables.
    choice_related: tuple[str, ...] = ()

    def choice_label(self, record: Any) -> str:
        """Give the text by which a record is chosen among others."""
        return str(record)

    def for_choices(self, keys: Iterable[int]) -> QuerySet[Any]:
        """Fetch the records with these keys, with what their labels need."""
        found = self.model._default_manager.filter(pk__in=keys)
        return found.select_related(*self.choice_related) if self.choice_related else found

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Take no filters but those that the desk's own pages offer."""
        field, _, kind = lookup.rpartition("__")
        fields = set(self.linked_by) | {_parameter(one) for one in self.list_filter}
        return lookup in fields or (kind in LOOKUPS and field.removesuffix("__id") in fields)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Look for a few words: a page that was pasted would make a query as long."""
        return super().get_search_results(request, queryset, " ".join(words_of(search_term)))

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
    ) -> HttpResponseBase:
        """Show or save a record; show again what cannot be saved, and why."""
        answer = super().changeform_view
        if request.method != "POST":
            return answer(request, object_id, form_url, extra_context)
        refusal, response = _attempt(lambda: answer(request, object_id, form_url, extra_context))
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

    def settle(self, record: Any) -> None:
        """Have the rules checked that wait for the transaction's end."""
        connection.check_constraints()

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponseBase:
        """Ask, then delete; say why where the database refuses."""
        answer = super().delete_view
        refusal, response = _attempt(lambda: answer(request, object_id, extra_context))
        return response or self._refused(request, refusal)

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        """Delete, and have the rules checked that wait for the transaction's end."""
        super().delete_model(request, obj)
        self.settle(obj)

    def response_action(
        self, request: HttpRequest, queryset: QuerySet[Any]
    ) -> HttpResponseBase | None:
        """Do what was chosen for many records, or for none of them, and say why not."""
        chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
        if not all(_is_key(self.opts.pk, key) for key in chosen):
            return self._refused(request, ValidationError("That is no record of this list."))
        answer = super().response_action

        def act() -> HttpResponseBase | None:
            response = answer(request, queryset)
            connection.check_constraints()
            return response

        refusal, response = _attempt(act)
        return self._refused(request, refusal) if refusal else response

    def _refused(
        self, request: HttpRequest, refusal: ValidationError | None
    ) -> HttpResponseRedirect:
        for message in refusal.messages if refusal else ():
            self.message_user(request, message, messages.ERROR)
        return HttpResponseRedirect(request.get_full_path())

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the list; say so where a filter was not understood and is left out."""
        if ERROR_FLAG in request.GET:
            message = "That filter could not be understood: it is left out."
            self.message_user(request, message, messages.ERROR)
        return super().changelist_view(request, extra_context)


def _parameter(offered: object) -> str:
    """Give what an entry of `list_filter` is called in an address."""
    name = offered[0] if isinstance(offered, tuple) else offered
    return getattr(name, "parameter_name", name)


def _attempt(
    act: Callable[[], HttpResponseBase | None],
) -> tuple[ValidationError | None, HttpResponseBase | None]:
    """Do it in a transaction; give why it was refused, if it was, and else the response."""
    try:
        with transaction.atomic():
            return None, act()
    except ValidationError as error:
        return error, None
    except DatabaseError as error:
        if not is_refusal(error):
            raise
        return ValidationError(in_words(error)), None


def _is_key(field: models.Field, value: str) -> bool:
    try:
        field.run_validators(field.to_python(value))
    except ValidationError:
        return False
    return True
