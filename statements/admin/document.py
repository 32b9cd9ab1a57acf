"""The pages of documents."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models import Q, QuerySet
from django.forms import BaseInlineFormSet, ModelForm
from django.http import HttpRequest
from django.utils.safestring import SafeString

from actors.admin.display import in_words
from actors.admin.fields import PlainTextField
from actors.admin.searching import words_of
from actors.admin.sections import section
from statements.admin.anchors import not_found
from statements.admin.carrying import carry_over
from statements.admin.copies import CopyPages
from statements.admin.editorial import FOR_READERS, EditorialAdmin
from statements.admin.filters import MineFilter, SnapshotFilter, YearFilter
from statements.admin.listing import statements_listed
from statements.admin.passages import PassagesInline, complete, unfound
from statements.admin.printed import PrintedNameForm
from statements.admin.readouts import DocumentReadoutsInline
from statements.admin.searching import on_date, published_by
from statements.admin.snapshots import SnapshotsInline, keep, told_again
from statements.models import Document, Statement


class DocumentForm(PrintedNameForm):
    """A document, with its text."""

    printed = ("publisher_as_printed", "publisher")
    source_text = PlainTextField(
        label="Text of the source",
        required=False,
        strip=False,
        widget=AdminTextareaWidget(attrs={"rows": 10}),
        help_text="Paste the text as it stands at the source. It is kept as a copy of today, "
        "which is never changed, and quotations are looked for in it.",
    )


@admin.register(Document)
class DocumentAdmin(CopyPages, EditorialAdmin):
    """A readout, a transcript, an article: where words are written."""

    form = DocumentForm
    list_display = ["title", "kind", "publisher_as_printed", "day", "language", "editorial_status"]
    list_filter = ["kind", "editorial_status", MineFilter, SnapshotFilter, "language", YearFilter]
    list_select_related = ("publisher",)
    search_fields = ("title",)
    search_help_text = "Words of the title, the publisher by any name, the address or a date."
    autocomplete_fields = ("publisher",)
    readonly_fields = ("statements_here",)
    inlines = [DocumentReadoutsInline, PassagesInline, SnapshotsInline]
    fieldsets = [
        section(
            None,
            "kind",
            "title",
            "publisher",
            "publisher_as_printed",
            "date",
            "language",
            ("time", "timezone"),
            "url",
        ),
        section("The text", "source_text"),
        section("Rights", "rights", "copy_shown"),
        section("More", "summary", folded=True),
        FOR_READERS,
        section("What is quoted from it", "statements_here"),
    ]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Find documents of which every word is in the title, publisher, address or date."""
        for word in words_of(search_term):
            fits = Q(title__icontains=word) | Q(url__icontains=word) | Q(public_id=word)
            queryset = queryset.filter(fits | on_date(word) | published_by(word))
        return queryset, False

    def choice_label(self, record: Document) -> str:
        """Tell documents apart: "Telephone conversation … — Kremlin, 21 February 2022"."""
        details = filter(None, [record.publisher_as_printed, in_words(record.date)])
        return f"{record.title} — {', '.join(details)}"

    def save_model(
        self, request: HttpRequest, obj: Document, form: ModelForm, change: bool
    ) -> None:
        """Save the document, and keep a copy of its text."""
        super().save_model(request, obj, form, change)
        text = form.cleaned_data["source_text"]
        if text.strip():
            self._keep(request, obj, text)

    def _keep(self, request: HttpRequest, document: Document, text: str) -> None:
        """Keep the text, and look in it for what was quoted before."""
        if keep(document, text):
            self.tell_of_copy(request, document, carry_over(document))
        else:
            self.message_user(request, told_again(document, text), messages.INFO)

    def save_formset(
        self,
        request: HttpRequest,
        form: ModelForm,
        formset: BaseInlineFormSet,
        change: bool,
    ) -> None:
        """Complete the statements that were entered here before they are saved."""
        if formset.model is Statement:
            complete(formset, form.instance, request.user)
        super().save_formset(request, form, formset, change)
        if formset.model is Statement and (missing := unfound(formset)):
            self.message_user(request, not_found(missing), messages.WARNING)

    @admin.display(description="date", ordering="date_earliest")
    def day(self, document: Document) -> str:
        """Give the date in words."""
        return in_words(document.date)

    @admin.display(description="statements")
    def statements_here(self, document: Document) -> SafeString | str:
        """List the first statements quoted from it, with a way to all and to add one."""
        return statements_listed(document, "document")
