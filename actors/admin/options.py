"""The form fields of the desk's pages, and of the parts of pages."""

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from actors.admin.autocomplete import Choice, Choices
from actors.admin.fields import PlainTextField
from actors.admin.forms import DeskForm


class DeskOptions(admin.options.BaseModelAdmin):
    """What pages and the parts of pages share: their form fields."""

    form: type[forms.ModelForm] = DeskForm
    formfield_overrides = {
        models.TextField: {"form_class": PlainTextField},
        models.URLField: {"assume_scheme": "https"},
    }

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
