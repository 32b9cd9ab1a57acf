"""The rows of a source's passages, before they are read as forms."""

import re
from collections.abc import Sequence
from functools import cached_property

from django.http import QueryDict

from actors.resolving import resolve
from statements.admin.sent import Row, first, is_empty, put_rows, rows_of
from statements.anchoring import Copy
from statements.cuts import Span
from statements.entering.headings import is_labelled
from statements.entering.passages import (
    labelled_speaker,
    place_of,
    quote_type_of,
    trimmed,
)
from statements.models.document import DocumentKind

# A place in a text, in code points.
PLACE = re.compile(r"[0-9]{1,9}")

PREFIX = "said"
# What a row takes over from the one above it.
TAKEN_OVER = ("speaker", "speaker_as_printed", "attribution_as_printed", "addressees")
PASSAGE = ("passage", "passage_start", "passage_end")


class PassageRows:
    """The rows, with the place of each in the text: what is changed here is sent on at the end."""

    def __init__(self, data: QueryDict, text: str) -> None:
        self.data, self.text = data, text
        self.rows = [row for row in rows_of(data, PREFIX) if not is_empty(row)]
        self.kind = data.get("source-kind", "")

    @cached_property
    def _copy(self) -> Copy:
        return Copy(self.text)

    def settle(self) -> list[Span | None]:
        """Find where the words of the rows stand, note it, and send the rows on in that state."""
        found = [self._place(row) for row in self.rows]
        for row, span in zip(self.rows, found, strict=True):
            row["start"], row["end"] = ([str(one)] for one in span or ("", ""))
        put_rows(self.data, PREFIX, self.rows)
        return found

    def suggest(self) -> None:
        """Suggest who speaks, and the type of quotation, where a row says neither."""
        unknown = [
            first(row, "speaker_as_printed") for row in self.rows if not first(row, "speaker")
        ]
        known = resolve(name for name in unknown if name and "\x00" not in name)
        for row in self.rows:
            if not first(row, "speaker") and (key := known.get(first(row, "speaker_as_printed"))):
                row["speaker"] = [str(key)]
            if not first(row, "quote_type") and (span := self._place(row)):
                row["quote_type"] = [quote_type_of(self.text, span, self.kind)]

    def add(self) -> None:
        """Make a row of the passage that was selected, typed or pasted."""
        sent = {name.removeprefix("passage_"): [self.data.get(name, "")] for name in PASSAGE}
        words = lines_of(first(sent, "passage")).strip()
        if not words:
            return
        place = self._place({**sent, "text": sent["passage"]})
        span = trimmed(self.text, *place) if place else None
        self.rows.append(self._row(span, self.text[slice(*span)] if span else words))
        for name in PASSAGE:
            self.data[name] = ""

    def drop(self, number: str) -> None:
        """Leave out a row, counted from 0."""
        self.rows = [row for index, row in enumerate(self.rows) if str(index) != number]

    def _place(self, row: Row) -> Span | None:
        words = lines_of(first(row, "text"))
        return place_of(self._copy, words, _number(row, "start"), _number(row, "end"))

    def _row(self, span: Span | None, words: str) -> Row:
        places = {"start": [str(span[0])], "end": [str(span[1])]} if span else {}
        return {"text": [words], **places, **self._speaker(span)}

    def _speaker(self, span: Span | None) -> Row:
        """Suggest who speaks: as the text has it, else as in the row above, else the publisher."""
        if span and is_labelled(self.text) and (name := labelled_speaker(self.text, span[0])):
            return {"speaker_as_printed": [name]}
        if self.rows:
            return {name: self.rows[-1][name] for name in TAKEN_OVER if name in self.rows[-1]}
        if self.kind != DocumentKind.READOUT:
            return {}
        sent: Sequence[str] = ("source-publisher", "source-publisher_as_printed")
        return {name: [self.data.get(one, "")] for name, one in zip(TAKEN_OVER, sent, strict=False)}


def lines_of(text: str) -> str:
    """Give a text as its field will, with LF at the end of lines; nothing where it is refused."""
    return "" if "\x00" in text else text.replace("\r\n", "\n").replace("\r", "\n")


def _number(row: Row, name: str) -> int | None:
    text = first(row, name)
    return int(text) if PLACE.fullmatch(text) else None
