"""The parts of a page: the records that belong to its record."""

from collections.abc import Sequence

from django.contrib import admin
from django.db import models
from django.forms import BaseInlineFormSet, ModelForm
from django.http import HttpRequest
from django.utils.functional import cached_property

from actors.admin.autocomplete import share_labels
from actors.admin.options import DeskOptions

MOST_ROWS = 200


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
        rules = self.model._meta.total_unique_constraints if self.model else ()
        for rule in rules:
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
