"""What was corrected and retracted, the latest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from reading.access import reading_page
from reading.cursors import Order, a_moment
from reading.differences import Piece, differences, shortened
from reading.paging import page_at
from statements.models import Document, Exchange, Notice, Statement

LATEST = Order("latest", "Latest first", "made_at", a_moment, descending=True)
PAGE = 25


@dataclass(frozen=True)
class Entry:
    """A notice as the page shows it; `pieces` are what differs, where words were corrected."""

    made_at: datetime
    what: str
    record: Statement | Exchange | Document
    note: str
    editor: AbstractBaseUser | None
    pieces: list[Piece]


@reading_page
def corrections(request: HttpRequest) -> HttpResponse:
    """Show what readers are told of changes in what they have seen."""
    at = page_at(request.GET, Notice.objects.for_page(), LATEST, PAGE)
    entries = [entry for notice in at.page.rows if (entry := entry_of(notice))]
    return render(request, "statements/corrections.html", {"at": at, "entries": entries})


def entry_of(notice: Notice) -> Entry | None:
    """Give a notice as it is shown; None where its record is gone."""
    record = notice.record
    if record is None:
        return None
    if notice.correction is None:
        return Entry(notice.made_at, _what(record), record, "", None, [])
    correction, pieces = notice.correction, _pieces(notice)
    note, editor = correction.note, correction.editor
    return Entry(notice.made_at, "statement", record, note, editor, pieces)


def _what(record: Statement | Exchange | Document) -> str:
    return "statement" if isinstance(record, Statement) else record.get_kind_display()


def _pieces(notice: Notice) -> list[Piece]:
    """Give what differs between the words before a correction and those after it.

    After it they stood as the next correction found them, or as they stand now.
    """
    if notice.correction is None or not notice.correction.text_before or notice.statement is None:
        return []
    later: str | None = notice.next_before  # type: ignore[attr-defined]  # by `for_page`
    after = notice.statement.text if later is None else later
    return shortened(differences(notice.correction.text_before, after))
