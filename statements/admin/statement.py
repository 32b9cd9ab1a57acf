"""The pages of statements."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import Q, QuerySet
from django.forms import BaseInlineFormSet, ModelForm
from django.http import HttpRequest

from actors.admin.display import in_words
from actors.admin.keys import key_of
from actors.admin.searching import words_of
from actors.admin.sections import section
from statements.admin import anchors
from statements.admin.correcting import NOTE, CorrectingForm, correct
from statements.admin.editorial import FOR_READERS, without
from statements.admin.filters import (
    MineFilter,
    SpeakerKnownFilter,
    VerifiedFilter,
    YearFilter,
)
from statements.admin.linking import LinkingAdmin
from statements.admin.looking import LookingAdmin
from statements.admin.people import AddresseesInline, AttributionsInline
from statements.admin.remarks import (
    CorrectionsInline,
    LinksInline,
    TranslationsInline,
    sign,
)
from statements.admin.rights import may_publish
from statements.models import Document, Statement, StatementLink
from statements.places import put
from statements.querysets.words import in_languages
from statements.verification import check_statements
from statements.verification.badge import in_list


class StatementForm(CorrectingForm):
    """A statement, looked for in the kept copy of its document."""

    printed = ("speaker_as_printed", "speaker")

    def clean(self) -> dict[str, Any] | None:
        """Anchor the statement anew where its words or its document changed."""
        super().clean()
        changed = {"text", "document"} & set(self.changed_data)
        if changed or not self.instance.snapshot_id:
            document = self.cleaned_data.get("document")
            kept = anchors.Kept(document) if document else None
            found = kept.find(self.cleaned_data.get("text", "")) if kept else None
            put(self.instance, found)
        return self.cleaned_data


@admin.register(Statement)
class StatementAdmin(LinkingAdmin, LookingAdmin):
    """What somebody said, as a document words it."""

    form = StatementForm
    list_display = [
        "words",
        "said_by",
        "day",
        "quote_type",
        "verified",
        "editorial_status",
        "exchange",
    ]
    list_filter = [
        "editorial_status",
        MineFilter,
        "quote_type",
        VerifiedFilter,
        SpeakerKnownFilter,
        "language",
        YearFilter,
    ]
    linked_by = ("document", "exchange")
    list_select_related = ("speaker", "exchange")
    search_fields = ("text",)
    search_help_text = "Words, “a phrase” in quotation marks, -without, or."
    autocomplete_fields = ("speaker", "exchange", "document", "topics", "translation_of")
    readonly_fields = ("in_the_source",)
    inlines = [
        AttributionsInline,
        AddresseesInline,
        TranslationsInline,
        LinksInline,
        CorrectionsInline,
    ]
    fieldsets = [
        section(
            None,
            "document",
            "text",
            NOTE,
            "in_the_source",
            "quote_type",
            "language",
            "speaker",
            "speaker_as_printed",
            "attribution_as_printed",
            "date",
            "exchange",
            "topics",
        ),
        section("If it is a translation", "translated", "translation_of"),
        FOR_READERS,
    ]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Find statements by their words, stemmed as their language is, or by their address."""
        typed = " ".join(words_of(search_term))
        if not typed:
            return queryset, False
        known = Statement.objects.all()
        fits = in_languages(typed, known.languages(), known.searched)
        return queryset.filter(fits | Q(public_id=typed)), False

    def choice_label(self, record: Statement) -> str:
        """Name the speaker and the day too."""
        details = filter(None, [record.speaker_as_printed, in_words(record.date)])
        return f"{record} — {', '.join(details)}"

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Take language and date from the document that a link names."""
        given = super().get_changeform_initial_data(request)
        key = key_of(given.get("document"))
        document = Document.objects.filter(pk=key).first() if key else None
        known = {"language": document.language, "date": document.date} if document else {}
        return {**known, **given}

    def get_fieldsets(self, request: HttpRequest, obj: Statement | None = None) -> Any:  # type: ignore[override]  # noqa: ANN401, Django's to name
        """Ask for a correction where readers have seen the statement."""
        sections = super().get_fieldsets(request, obj)
        if obj and obj.is_public and may_publish(request):
            return sections
        return [(heading, without(options, [NOTE])) for heading, options in sections]

    def save_formset(
        self,
        request: HttpRequest,
        form: ModelForm,
        formset: BaseInlineFormSet,
        change: bool,
    ) -> None:
        """Sign links."""
        if formset.model is StatementLink:
            sign(formset, request.user)
        super().save_formset(request, form, formset, change)

    def save_related(
        self,
        request: HttpRequest,
        form: ModelForm,
        formsets: list[BaseInlineFormSet],
        change: bool,
    ) -> None:
        """Keep the note of a correction; warn of words that were not found in the source."""
        correct(form, request.user)
        super().save_related(request, form, formsets, change)
        check_statements([form.instance.pk])
        if not form.instance.is_verified:
            self.message_user(request, anchors.not_found([form.instance]), messages.WARNING)

    @admin.display(description="statement", ordering="text")
    def words(self, statement: Statement) -> str:
        """Give the beginning."""
        return str(statement) or "(without words)"

    @admin.display(description="speaker", ordering="speaker__name")
    def said_by(self, statement: Statement) -> str:
        """Name the speaker, or what was printed where nobody knows who is meant."""
        return str(statement.speaker) if statement.speaker else f"{statement.speaker_as_printed} ?"

    @admin.display(description="date", ordering="date_earliest")
    def day(self, statement: Statement) -> str:
        """Give the date in words."""
        return in_words(statement.date)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Tell of each statement whether it failed its check, and whether its source changed."""
        return super().get_queryset(request).with_checks()  # type: ignore[attr-defined]

    @admin.display(description="in the source")
    def verified(self, statement: Statement) -> str:
        """Say how the words stand to the source."""
        return in_list(statement)
