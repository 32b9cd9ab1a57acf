"""New statements, entered on the page of the document that they stand in."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import Model, QuerySet
from django.forms import BaseInlineFormSet
from django.http import HttpRequest

from actors.admin.parts import DeskBlocks
from statements.admin.anchors import Kept
from statements.admin.printed import PrintedNameForm
from statements.models import Document, Statement
from statements.places import put


class PassageForm(PrintedNameForm):
    """A statement without what its document says of it."""

    printed = ("speaker_as_printed", "speaker")


class PassagesInline(DeskBlocks):
    """Statements to add; what is there already is listed, and changed on pages of its own."""

    model = Statement
    form = PassageForm
    autocomplete_fields = ("speaker", "exchange", "topics")
    fields = (
        "text",
        ("quote_type", "date"),
        ("speaker", "speaker_as_printed"),
        ("exchange", "topics"),
    )
    can_delete = False
    # What others add meanwhile is no part of this form.
    shows_rows = False
    verbose_name_plural = "add statements from it"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Leave out what is there already: a transcript has hundreds."""
        return super().get_queryset(request).none()

    def get_formset(
        self, request: HttpRequest, obj: Model | None = None, **kwargs: object
    ) -> type[BaseInlineFormSet]:
        """Suggest the document's date, and the exchange that it is a readout of."""
        formset = super().get_formset(request, obj, **kwargs)
        fields = formset.form.base_fields
        if isinstance(obj, Document) and "date" in fields:
            fields["date"].initial = obj.date
            fields["exchange"].initial = _only_exchange(obj)
        return formset


def complete(
    formset: BaseInlineFormSet, document: Document, editor: AbstractBaseUser | AnonymousUser
) -> None:
    """Give new statements their document's language, their place in its text and their editor."""
    kept = Kept(document)
    for form in formset.extra_forms:
        form.instance.entered_by = editor
        form.instance.language = document.language
        put(form.instance, kept.find(form.instance.text))


def unfound(formset: BaseInlineFormSet) -> list[Statement]:
    """Give the statements that were saved, and whose words do not stand in the kept copy."""
    return [one for one in formset.new_objects if not one.is_verified]


def _only_exchange(document: Document) -> int | None:
    keys = set(document.readouts.values_list("exchange_id", flat=True)[:2])
    return keys.pop() if len(keys) == 1 else None
