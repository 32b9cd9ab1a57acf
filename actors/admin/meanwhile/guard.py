"""Change forms on which nobody overwrites what another editor saved meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import BaseInlineFormSet, BaseModelForm
from django.http import HttpRequest, HttpResponse

from actors.admin.keys import key_of
from actors.admin.meanwhile.lost import lost_page
from actors.admin.meanwhile.merging import CHOICE, MINE, THEIRS, Merger
from actors.admin.meanwhile.places import Place, places
from actors.admin.meanwhile.report import Report
from actors.admin.meanwhile.seen import FIELD, NoNoteError, Seen, lock, read, state, written
from actors.admin.meanwhile.since import NOTHING, Since, since
from actors.chronicle.tables import table_of

# Where a request keeps the note for its form, and what is told of others' changes.
NOTE: Final = "verbatim.note"
REPORT: Final = "verbatim.meanwhile"
# Where it keeps why its first attempt to save was refused: then it only shows the form again.
REFUSAL: Final = "verbatim.refusal"

NO_NOTE: Final = (
    "This form does not say which version of the record it was opened on, so nothing was saved. "
    "Compare it with what is stored now, then save again."
)
UNSURE: Final = (
    "Something was saved just when this form was opened. Look through all of it, then save again."
)
CHOOSE: Final = "Choose one of the two values of each field below, then save again."


class WatchfulAdmin(admin.ModelAdmin):
    """Pages that tell the second of two editors what the first one saved."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Note what a form shows; before it is saved, compare that with what is there."""
        answer = super().changeform_view
        key = key_of(unquote(object_id)) if object_id else None
        watched = self._places(request) if key else []
        if key and watched:
            if request.method != "POST":
                # Before the record is read: what is saved in between is told too often, not lost.
                self._note(request, key, Seen(state(watched, key)))
            elif REFUSAL not in request.META and (lost := self._compare(request, key, watched)):
                return lost
        return answer(request, object_id, form_url, extra_context)

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,  # noqa: ANN401, Django's to name
    ) -> HttpResponse:
        """Put the note into the form, and above it what others saved."""
        context["seen_note"] = request.META.get(NOTE, "")
        report: Report | None = request.META.get(REPORT)
        if report:
            told, lines = report.in_words()
            context["meanwhile"] = {"report": report, "told": told, "lines": lines}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Ask again where others changed the record after somebody was asked."""
        key, watched = key_of(unquote(object_id)), self._places(request)
        answer = super().delete_view
        if not key or not watched:
            return answer(request, object_id, extra_context)
        if request.method == "POST":
            self._refuse_unseen(request, key, watched)
            return answer(request, object_id, extra_context)
        note = written(Seen(state(watched, key)), self.opts.label_lower, key)
        return answer(request, object_id, {"seen_note": note, **(extra_context or {})})

    def _refuse_unseen(self, request: HttpRequest, key: int, watched: Sequence[Place]) -> None:
        """Raise ValidationError where the record is not as it was when the question was asked."""
        if FIELD not in request.POST or not lock(watched, key):
            return
        now, seen = state(watched, key), self._seen(request, key, watched)
        if seen is None:
            raise ValidationError("Nothing is deleted: look at the record, and say so again.")
        if seen.marks != now:
            savings = since(watched, key, seen.marks, now).savings()
            who = Report(savings, request.user.pk).who or "somebody"
            raise ValidationError(
                f"Nothing is deleted: {who} saved this record after you were asked. "
                "Look at its history, and say so again if it is to go."
            )

    def _places(self, request: HttpRequest) -> list[Place]:
        """Give the places of any record of this page: which parts are shown may depend on it."""
        return places(self.model, self.get_inlines(request, None))

    def _note(self, request: HttpRequest, key: int, seen: Seen) -> None:
        request.META[NOTE] = written(seen, self.opts.label_lower, key)

    def _compare(
        self, request: HttpRequest, key: int, watched: Sequence[Place]
    ) -> HttpResponse | None:
        """Lock the record; go on where it is as the form showed it.

        Raises ValidationError where it is not, with the form merged. Gives a page with what was
        typed where the record is gone, or is not the editor's to change any more.
        """
        there = lock(watched, key)
        record = self.get_object(request, str(key)) if there else None
        if record is None:
            return lost_page(self, request, key, None)
        now = state(watched, key)
        seen = self._seen(request, key, watched)
        if not self.has_change_permission(request, record):
            # Whoever was never shown a form to change is refused as ever.
            changed = seen is not None and seen.marks != now
            return lost_page(self, request, key, record) if changed else None
        if seen and seen.marks == now and not seen.asked:
            self._note(request, key, Seen(now))
            return None
        happened = since(watched, key, seen.marks, now) if seen else NOTHING
        report = self._merge(request, record, watched, seen, Seen(now), happened)
        self._note(request, key, Seen(now, report.questions))
        if report.why or report.met or report.lines or report.savings:
            request.META[REPORT] = report
            raise ValidationError(_refusal(report))
        return None

    def _seen(self, request: HttpRequest, key: int, watched: Sequence[Place]) -> Seen | None:
        """Read the note that the form brought; None where it brought none that is ours."""
        try:
            return read(request.POST.get(FIELD, ""), self.opts.label_lower, key, watched)
        except NoNoteError:
            return None

    def _merge(
        self,
        request: HttpRequest,
        record: models.Model,
        watched: Sequence[Place],
        seen: Seen | None,
        now: Seen,
        happened: Since,
    ) -> Report:
        """Merge what was typed with what is stored, and let the request go on with that."""
        answers = _answers(request, seen.asked if seen else ())
        marks = (seen or now).marks
        reader = request.user.pk
        merger = Merger(request.POST.copy(), happened, marks, now.marks, answers, reader)
        merger.tells_all = seen is None or happened.is_unsure
        form, formsets = self._bound(request, record)
        merger.record(form, watched[0], record.pk)
        merger.links(form, watched)
        for formset, place in _placed(formsets, watched):
            merger.rows(formset, place, record.pk)
        request.POST = merger.data  # type: ignore[assignment]  # Django lets it be set
        why = NO_NOTE if seen is None else UNSURE if happened.is_unsure else ""
        if not why and not happened.savings() and None in answers.values():
            why = CHOOSE
        return Report(happened.savings(), reader, why, merger.met, merger.lines)

    def _bound(
        self, request: HttpRequest, record: models.Model
    ) -> tuple[BaseModelForm, list[BaseInlineFormSet]]:
        """Give the form and its parts with what was sent, as they are about to be saved."""
        form = self.get_form(request, record, change=True)(
            request.POST, request.FILES, instance=record
        )
        formsets, _ = self._create_formsets(  # type: ignore[attr-defined]
            request, form.instance, change=True
        )
        return form, formsets


def _answers(request: HttpRequest, asked: Sequence[str]) -> dict[str, str | None]:
    """Give what was chosen of each field that was asked about; None where nothing was."""
    given = {name: request.POST.get(f"{CHOICE}{name}") for name in asked}
    return {name: value if value in (MINE, THEIRS) else None for name, value in given.items()}


def _placed(
    formsets: Sequence[BaseInlineFormSet], watched: Sequence[Place]
) -> list[tuple[BaseInlineFormSet, Place]]:
    """Give the parts whose history is kept, with their places."""
    by_name = {(place.table, place.column): place for place in watched if place.shown}
    keys = [(one.model and table_of(one.model), one.fk.attname) for one in formsets]
    pairs = zip(formsets, keys, strict=True)
    return [(formset, by_name[key]) for formset, key in pairs if key in by_name]


def _refusal(report: Report) -> str:
    if report.savings:
        saved = f"{report.who} saved this record while you had it open."
        return f"{saved[:1].upper()}{saved[1:]} Nothing of yours is saved yet: see above."
    return report.why or "This record changed while you had it open. Nothing of yours is saved yet."
