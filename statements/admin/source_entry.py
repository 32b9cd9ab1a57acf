"""The forms of a source's page, read together: what is shown, and what is kept of them."""

from typing import Any, cast

from django.contrib.admin import AdminSite
from django.forms import BoundField, Media
from django.http import HttpRequest
from django.utils.functional import cached_property

from actors.admin.keys import key_of
from statements.admin import source_forms as forms
from statements.admin.source_page import WHO, SourcePage
from statements.admin.source_rows import PREFIX as SAID
from statements.entering.keeping import Entry, Passage
from statements.models import Exchange, Statement

Noted = tuple[BoundField, str]


class SourceEntry:
    """The forms, of which those of a new exchange count only where one is chosen."""

    def __init__(self, request: HttpRequest, site: AdminSite, page: SourcePage) -> None:
        self.page, data = page, page.data
        each = [{"span": span} for span in page.spans]
        self.source = forms.source_form(request, site)(data, prefix="source")
        self.pick = forms.PickForm(site, self.choices, data)
        self.new = forms.new_exchange_form(request, site)(data, prefix="new")
        self.who = forms.participant_rows(request, site)(data, prefix=WHO)
        self.said = forms.passage_rows(request, site)(data, prefix=SAID, each=each)

    @cached_property
    def choices(self) -> list[tuple[str, str]]:
        """The exchanges that are offered, with why, and the other ways."""
        found = [
            (str(one.exchange.pk), f"{one.exchange.title} — {one.why}")
            for one in self.page.candidates
        ]
        return [
            *found,
            ("new", "A new exchange"),
            ("other", "Another exchange of the archive"),
            ("none", "None: a source without an exchange"),
        ]

    @property
    def in_use(self) -> list[Any]:
        """The forms that count."""
        new = [self.new, self.who] if self.page.picked == "new" else []
        return [self.source, self.pick, *new, self.said]

    def is_valid(self) -> bool:
        """Check all forms that count, so that all complaints are seen at once."""
        checked = [form.is_valid() for form in self.in_use]
        return all(checked)

    def forgive_missing(self) -> None:
        """Complain of what is wrong, and not of what is still to come."""
        for form in (self.source, self.pick, self.new, self.who, self.said):
            form.forgive_missing()

    @property
    def media(self) -> Media:
        """The scripts and styles of the forms."""
        rows = (self.who.empty_form.media, self.said.empty_form.media)
        return self.source.media + self.pick.media + self.new.media + rows[0] + rows[1]

    @cached_property
    def source_fields(self) -> list[Noted]:
        """The fields of the document, with what the text suggests for each."""
        return [(field, self.page.note(field.html_name)) for field in self.source]

    @cached_property
    def new_fields(self) -> list[Noted]:
        """The fields of a new exchange."""
        return [(field, self.page.note(field.html_name)) for field in self.new]

    @cached_property
    def rows(self) -> list[tuple[Any, str]]:
        """The rows of statements, with the office that the speaker of each held."""
        return list(zip(self.said.forms, self.page.offices(), strict=True))

    @property
    def quote_types(self) -> str:
        """What the types of quotation mean, said once for all rows."""
        return str(Statement._meta.get_field("quote_type").help_text)

    def complete(self) -> Entry:
        """Give what is to be kept; all forms are valid."""
        picked, exchange = self.pick.cleaned_data, self._exchange()
        return Entry(
            document=self.source.instance,
            text=self.source.cleaned_data["text"],
            exchange=exchange,
            participants=self._participants(),
            side=picked["side"] if exchange else None,
            passages=[self._passage(row) for row in self.said.forms if row.cleaned_data],
        )

    def _exchange(self) -> Exchange | None:
        picked = self.page.picked
        if picked == "new":
            return cast(Exchange, self.new.instance)
        return self.page.exchange if picked == "other" or key_of(picked) else None

    def _participants(self) -> list[Any]:
        if self.page.picked != "new":
            return []
        return [row.instance for row in self.who.forms if row.has_changed()]

    def _passage(self, row: Any) -> Passage:  # noqa: ANN401, a form of the rows
        statement, given = row.instance, row.cleaned_data
        statement.language = self.source.instance.language
        statement.date = given["date"] or self.page.said_on
        return Passage(statement, row.span, given["topics"], given["addressees"])
