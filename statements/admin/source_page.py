"""The page of a source as far as it is filled in, with what its text suggests.

Nothing is in the database before all is kept: the page lives in what its form sends.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django.http import QueryDict

from actors.admin.forms import LANGUAGE
from actors.admin.keys import key_of
from actors.models import Actor
from actors.titles import titles_between
from dates.edtf import EDTFError, ImpreciseDate, for_people, parse
from statements.admin.sent import Row, fill, first, is_empty, put_rows, rows_of
from statements.admin.source_rows import PREFIX as SAID
from statements.admin.source_rows import PassageRows, lines_of
from statements.entering.exchanges import Candidate, candidates, title_of, twin_of, why
from statements.entering.passages import Piece, marked
from statements.entering.reading import SourceText
from statements.entering.suggesting import Suggestion
from statements.entering.twice import Known, known_source
from statements.models import Exchange
from statements.models.document import DocumentKind

WHO = "who"
TOOK_PART: Row = {"role": ["participant"]}
# What a side gives out itself.
OF_A_SIDE = (
    DocumentKind.READOUT,
    DocumentKind.TRANSCRIPT,
    DocumentKind.PRESS_RELEASE,
    DocumentKind.ANNOUNCEMENT,
    DocumentKind.MESSAGE,
)


class SourcePage:
    """What was typed, read leniently: what cannot be read is left to the forms to refuse."""

    def __init__(self, data: QueryDict) -> None:
        self.data = data
        self.text = lines_of(data.get("source-text", ""))
        self.passages = PassageRows(data, self.text)

    def value(self, name: str) -> str:
        """Give what a field holds, without white space around it."""
        text = str(self.data.get(name, "")).strip()
        return "" if "\x00" in text else text

    @cached_property
    def read(self) -> SourceText:
        """What the text says, as the title stands now."""
        return SourceText(self.value("source-title"), self.text)

    @cached_property
    def suggestions(self) -> dict[str, Suggestion]:
        """What the text suggests, by the names under which fields are sent."""
        if not self.text.strip():
            return {}
        of_source = {f"source-{one.field}": one for one in self.read.of_source}
        return of_source | {f"new-{one.field}": one for one in self.read.of_exchange}

    @cached_property
    def known(self) -> Known | None:
        """The document that this source was entered as already."""
        return known_source(self.text if self.text.strip() else "", self.value("source-url")[:2000])

    @cached_property
    def date(self) -> ImpreciseDate | None:
        """The day of the document."""
        return _read(self.value("source-date"))

    @property
    def language(self) -> str:
        """The language tag, where it has the form of one."""
        tag = self.value("source-language")
        return tag if LANGUAGE.fullmatch(tag) else ""

    @property
    def picked(self) -> str:
        """What was chosen of the exchanges: a key, or `new`, `other` or `none`."""
        return self.value("pick-exchange")

    @cached_property
    def candidates(self) -> list[Candidate]:
        """The exchanges that are offered, with the one that was chosen before."""
        actors = self.read.actors | self.participants
        found = candidates(self.date, actors)
        offered = {str(one.exchange.pk) for one in found}
        if key_of(self.picked) and self.picked not in offered:
            chosen = Exchange.objects.filter(pk=self.picked)
            chosen = chosen.prefetch_related("participations__actor")
            found += [Candidate(one, why(one, actors)) for one in chosen]
        return found

    @property
    def participants(self) -> set[int]:
        """The keys of the actors who are given as participants of the new exchange."""
        keys = (first(row, "actor") for row in rows_of(self.data, WHO))
        return {key for sent in keys if (key := key_of(sent))}

    @cached_property
    def exchange(self) -> Exchange | None:
        """The exchange of the archive that was chosen."""
        key = self.value("pick-other") if self.picked == "other" else self.picked
        if not key_of(key):
            return None
        offered = {str(one.exchange.pk): one.exchange for one in self.candidates}
        return offered.get(key) or Exchange.objects.filter(pk=key).first()

    @property
    def said_on(self) -> ImpreciseDate | None:
        """The day of statements that give none: that of the exchange, or else of the source."""
        new = _read(self.value("new-date")) if self.picked == "new" else None
        return new or (self.exchange.date if self.exchange else None) or self.date

    @cached_property
    def twin(self) -> Exchange | None:
        """The exchange that the new one would be entered for again."""
        if self.picked != "new" or self.value("new-another_that_day"):
            return None
        rows = rows_of(self.data, WHO)
        who = (first(row, "actor") or first(row, "name_as_printed").strip().lower() for row in rows)
        kind, date = self.value("new-kind"), _read(self.value("new-date"))
        return twin_of(kind, date, [name for name in who if name])

    def look(self) -> None:
        """Fill what is empty with what the text suggests."""
        self._fill_source()
        self._fill_exchange()
        self.passages.suggest()

    def settle(self) -> None:
        """Bring the rows into the state in which the forms read them."""
        self.spans = self.passages.settle()
        if f"{WHO}-TOTAL_FORMS" not in self.data:
            put_rows(self.data, WHO, [TOOK_PART, TOOK_PART])

    def add_participant(self) -> None:
        """Open another row for a participant."""
        put_rows(self.data, WHO, [*rows_of(self.data, WHO), TOOK_PART])

    @property
    def pieces(self) -> list[Piece]:
        """The text with the passages marked."""
        return marked(self.text, self.spans)

    def _fill_source(self) -> None:
        named = self.value("source-publisher") or self.value("source-publisher_as_printed")
        for name, one in self.suggestions.items():
            if not (named and one.field.startswith("publisher")):
                fill(self.data, name, one.value)
        if self.value("source-kind") in OF_A_SIDE:
            fill(self.data, "pick-side", self.value("source-publisher"))

    def _fill_exchange(self) -> None:
        fill(self.data, "new-status", Exchange.State.HELD)
        fill(self.data, "new-date", self.value("source-date"))
        rows = [row for row in rows_of(self.data, WHO) if not is_empty({**row, "role": []})]
        named: list[Row] = [{"actor": [str(one.pk)], **TOOK_PART} for one in self.read.people[:2]]
        put_rows(self.data, WHO, [*(rows or named), TOOK_PART])
        actors = list(Actor.objects.filter(pk__in=self.participants))
        fill(self.data, "new-title", title_of(self.value("new-kind"), actors))

    def offices(self) -> list[str]:
        """Say for each row which office its speaker held that day. Two queries."""
        rows = rows_of(self.data, SAID)
        keys = {key for row in rows if key_of(key := first(row, "speaker"))}
        people = Actor.objects.filter(pk__in=keys).prefetch_related("tenures") if keys else ()
        by_key = {str(one.pk): one for one in people}
        return [self._office(by_key, row) for row in rows]

    def _office(self, people: Mapping[str, Any], row: Row) -> str:
        person = people.get(first(row, "speaker"))
        if person is None or person.kind != Actor.Kind.PERSON:
            return ""
        date = _read(first(row, "date").strip()) or self.said_on
        if date is None:
            return "Office held: the day is not known yet."
        titles = titles_between(person.tenures.all(), date.earliest, date.latest)
        held = "; ".join(titles) or "none that the archive knows"
        return f"Office held on {for_people(date)}: {held}."

    def note(self, name: str) -> str:
        """Say beside a field what the text suggests for it, and from what."""
        one = self.suggestions.get(name)
        if one is None:
            return ""
        if self.value(name) == one.value:
            return f"From {one.why}."
        return f"The text suggests {one.shown}: {one.why}."


def _read(text: str) -> ImpreciseDate | None:
    try:
        return parse(text) if text else None
    except EDTFError:
        return None
