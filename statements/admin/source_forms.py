"""The forms of the page on which a source is entered with all that is taken from it."""

from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from typing import Any

from django import forms
from django.contrib.admin import AdminSite
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import construct_instance
from django.http import HttpRequest, QueryDict

from actors.admin.autocomplete import Choice, Choices, share_labels
from actors.admin.fields import PlainTextField
from actors.admin.forms import DeskForm
from actors.models import Actor
from statements.admin.known import KnownChoice, KnownChoices, share_records
from statements.admin.participants import ParticipantsInline
from statements.admin.passages import PassagesInline
from statements.admin.printed import PrintedNameForm
from statements.admin.sent import MOST_ROWS
from statements.cuts import Span
from statements.models import Document, Exchange, Participation, Readout, Statement
from statements.models.statement import MAX_TEXT

NOT_FOUND = (
    "These words are not in the text above: correct them, or tick that they stay unverified."
)


class LenientForm:
    """A form that can be shown before it is complete."""

    _errors: Any

    def forgive_missing(self) -> None:
        """Complain of what is wrong, and not of what is still to come."""
        errors = self.errors  # type: ignore[attr-defined]  # of the form
        for name in list(errors):
            errors[name].data = [one for one in errors[name].data if one.code != "required"]
            if not errors[name].data:
                del errors[name]


class SourceForm(LenientForm, PrintedNameForm):
    """The source itself, with its text."""

    printed = ("publisher_as_printed", "publisher")
    text = PlainTextField(
        label="Text of the source",
        strip=False,
        widget=AdminTextareaWidget(attrs={"rows": 12}),
        help_text="As it stands at the source: it is kept so, and quotations are found in it.",
    )

    class Meta:
        model = Document
        fields = (
            *("title", "kind", "date", "publisher", "publisher_as_printed", "language"),
            *("url", "rights", "copy_shown"),
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Nothing said: the quotations alone.
        self.fields["copy_shown"].required = False

    def clean_text(self) -> str:
        """Take a text in which something is written."""
        text: str = self.cleaned_data["text"]
        if not text.strip():
            raise ValidationError("Paste the text of the source.", code="required")
        return text


class NewExchangeForm(LenientForm, DeskForm):
    """An exchange that is not yet in the archive."""

    class Meta:
        model = Exchange
        fields = (
            "title",
            "kind",
            "status",
            "date",
            "place",
            "time",
            "timezone",
            "another_that_day",
        )


class RowForm(LenientForm, forms.ModelForm):
    """A row among many, which asks the database nothing for itself alone."""

    def _post_clean(self) -> None:
        """Make the record and check its fields; the rules are left to the database.

        Records that were chosen were fetched, so they are there.
        """
        form: Any = self
        instance = construct_instance(form, form.instance, form._meta.fields)
        chosen = {name for name, field in self.fields.items() if isinstance(field, KnownChoice)}
        try:
            instance.clean_fields(exclude=form._get_validation_exclusions() | chosen)
        except ValidationError as error:
            form._update_errors(error)


class ParticipantRow(RowForm, DeskForm):
    """Somebody who took part in the new exchange."""

    class Meta:
        model = Participation
        fields = ("actor", "name_as_printed", "role")

    def clean(self) -> dict[str, Any]:
        """Ask for somebody."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not cleaned.get("actor") and not cleaned.get("name_as_printed", "").strip():
            raise ValidationError("Choose an actor, or write the name as printed.", code="required")
        return cleaned


class PassageRow(RowForm, PrintedNameForm):
    """A statement that is made of a passage of the text.

    `span` is where the words were found; None where they were not.
    """

    printed = ("speaker_as_printed", "speaker")
    start = forms.IntegerField(required=False, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, widget=forms.HiddenInput)
    unverified = forms.BooleanField(required=False, label="Save it all the same, as unverified")

    class Meta:
        model = Statement
        fields = (
            *("text", "quote_type", "speaker", "speaker_as_printed", "attribution_as_printed"),
            *("topics", "date"),
        )

    def __init__(self, *args: Any, span: Span | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.span = span
        self.fields["text"].required = True

    def clean_text(self) -> str:
        """Take words that stand in the text, or that are meant to stay unverified."""
        text: str = self.cleaned_data["text"]
        if len(text) > MAX_TEXT:
            raise ValidationError(f"A statement has at most {MAX_TEXT:,} characters.")
        if self.span is None and not self["unverified"].data:
            raise ValidationError(NOT_FOUND, code="not_found")
        return text


class Rows(forms.BaseFormSet):
    """Rows whose choices are fetched for all at once; `each` has what every row gets beside."""

    def __init__(self, *args: Any, each: Sequence[Mapping[str, Any]] = (), **kwargs: Any) -> None:
        self.each = each
        super().__init__(*args, **kwargs)

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        """Give what the row at the index gets."""
        known = index is not None and index < len(self.each)
        return dict(self.each[index]) if known and index is not None else {}

    @cached_property
    def forms(self) -> list[Any]:
        """The rows."""
        rows: list[Any] = super().forms
        share_labels(rows)
        share_records(rows)
        return rows

    def forgive_missing(self) -> None:
        """Complain in no row of what is still to come."""
        for form in self.forms:
            form.forgive_missing()


class PickForm(LenientForm, forms.Form):
    """Which exchange the source is about, and whose account of it it is."""

    exchange = forms.ChoiceField(
        label="Which exchange is it about?", widget=forms.RadioSelect, choices=()
    )
    other = forms.ModelChoiceField(Exchange.objects.all(), required=False, label="Another one")
    side = forms.ModelChoiceField(
        Actor.objects.all(),
        required=False,
        label="Whose readout is it?",
        help_text="Empty where it is nobody’s who took part, such as a newspaper’s.",
    )

    def __init__(
        self, site: AdminSite, choices: Sequence[tuple[str, str]], data: QueryDict
    ) -> None:
        super().__init__(data, prefix="pick")
        self.fields["exchange"].choices = choices  # type: ignore[attr-defined]
        self.fields["other"].widget = Choice(Statement._meta.get_field("exchange"), site)
        self.fields["side"].widget = Choice(Readout._meta.get_field("side"), site)
        for name in ("other", "side"):
            field: Any = self.fields[name]
            field.widget.is_required = False
            field.widget.choices = field.choices

    def clean(self) -> dict[str, Any] | None:
        """Ask which other one is meant."""
        super().clean()
        wanted = self.cleaned_data.get("exchange") == "other" and not self.has_error("other")
        if wanted and not self.cleaned_data.get("other"):
            self.add_error("other", ValidationError("Choose the exchange.", code="required"))
        return self.cleaned_data


def source_form(request: HttpRequest, site: AdminSite) -> type[Any]:
    """Give the form of the source, with the desk's fields."""
    page: Any = site.get_model_admin(Document)
    callback = partial(page.formfield_for_dbfield, request=request)
    return forms.modelform_factory(Document, form=SourceForm, formfield_callback=callback)


def new_exchange_form(request: HttpRequest, site: AdminSite) -> type[Any]:
    """Give the form of a new exchange, with the desk's fields."""
    page: Any = site.get_model_admin(Exchange)
    callback = partial(page.formfield_for_dbfield, request=request)
    return forms.modelform_factory(Exchange, form=NewExchangeForm, formfield_callback=callback)


def participant_rows(request: HttpRequest, site: AdminSite) -> type[Any]:
    """Give the rows of participants."""
    part = ParticipantsInline(Exchange, site)

    def field(db_field: models.Field, **kwargs: Any) -> forms.Field | None:
        known = {"form_class": KnownChoice} if db_field.name == "actor" else {}
        return part.formfield_for_dbfield(db_field, request, **kwargs, **known)

    row = forms.modelform_factory(Participation, form=ParticipantRow, formfield_callback=field)
    return _rows(row)


def passage_rows(request: HttpRequest, site: AdminSite) -> type[Any]:
    """Give the rows of statements."""
    part = PassagesInline(Document, site)
    classes = {"speaker": KnownChoice, "topics": KnownChoices}

    def field(db_field: models.Field, **kwargs: Any) -> forms.Field | None:
        if form_class := classes.get(db_field.name):
            kwargs["form_class"] = form_class
        return part.formfield_for_dbfield(db_field, request, **kwargs)

    row = forms.modelform_factory(Statement, form=PassageRow, formfield_callback=field)
    row.base_fields["addressees"] = KnownChoices(
        Actor.objects.all(),
        required=False,
        label="Said to",
        widget=Choices(Statement._meta.get_field("addressees"), site),
    )
    return _rows(row)


def _rows(form: type[forms.ModelForm]) -> type[Any]:
    return forms.formset_factory(
        form, formset=Rows, extra=0, max_num=MOST_ROWS, absolute_max=MOST_ROWS
    )
