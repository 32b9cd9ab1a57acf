"""The form fields of the desk's pages, and of the parts of pages."""

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget, RelatedFieldWidgetWrapper
from django.db import models
from django.http import HttpRequest

from actors.admin.autocomplete import Choice, Choices
from actors.admin.fields import PlainTextField
from actors.admin.forms import DeskForm

TEXT = AdminTextareaWidget(attrs={"rows": 3})


class DeskOptions(admin.options.BaseModelAdmin):
    """What pages and the parts of pages share: their form fields."""

    form: type[forms.ModelForm] = DeskForm
    formfield_overrides = {
        models.TextField: {"form_class": PlainTextField, "widget": TEXT},
        models.URLField: {"assume_scheme": "https"},
    }

    def formfield_for_dbfield(
        self,
        db_field: models.Field,
        request: HttpRequest,
        **kwargs: object,
    ) -> forms.Field | None:
        """Put no way to delete an actor beside the choice of one, nor two ways to look at it."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_delete_related = field.widget.can_view_related = False
        return field

    def formfield_for_foreignkey(
        self,
        db_field: models.ForeignKey,
        request: HttpRequest,
        **kwargs: object,
    ) -> forms.ModelChoiceField | None:
        """Look records up as one types."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = Choice(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(
        self,
        db_field: models.ManyToManyField,
        request: HttpRequest,
        **kwargs: object,
    ) -> forms.ModelMultipleChoiceField | None:
        """Look records up as one types."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = Choices(db_field, self.admin_site)
        return super().formfield_for_manytomany(db_field, request, **kwargs)
