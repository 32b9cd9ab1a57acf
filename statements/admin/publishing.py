"""Sending to review, publishing and retracting many records at once."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse

from actors.admin.attempts import attempt
from actors.admin.desk import DeskAdmin
from actors.admin.keys import key_of
from reading.counting import counted
from statements import standing
from statements.admin.batch import BatchForm, PublishForm, RetractForm
from statements.admin.rights import may_publish
from statements.admin.steps import buttons_for
from statements.models.editorial import EditorialRecord
from statements.querysets.editorial import record_name
from statements.standing import Key, fetched, goes_with
from statements.verification import check_statements

# An address names them.
MOST = 300
TOO_MANY = f"At most {MOST} can be taken on at once: narrow the list by its filters."

# What keeps, in an address, the search and the page of the list to go back to.
BACK = "_changelist_filters"

# The button of a form that goes on to the page where it is published with what belongs to it.
TOGETHER = "_together"


class PublishingAdmin(DeskAdmin):
    """The pages of records that go to readers: what is done with many of them."""

    actions: tuple[str, ...] = ("send_to_review", "back_to_draft", "publish", "retract")

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """Tell whether the person publishes and retracts these records."""
        return may_publish(request) and self.has_change_permission(request)

    def get_urls(self) -> list[URLPattern]:
        """Add the pages that ask before something is published or retracted."""
        views = {"publish": self.publish_view, "retract": self.retract_view}
        return [
            *(
                path(f"{name}/", self.admin_site.admin_view(view), name=self._named(name))
                for name, view in views.items()
            ),
            *super().get_urls(),
        ]

    @admin.action(description="Send to review", permissions=["change"])
    def send_to_review(self, request: HttpRequest, chosen: QuerySet[Any]) -> None:
        """Say that drafts are ready for a chief to look at."""
        self._take(request, chosen, standing.send_to_review, "sent to review")

    @admin.action(description="Back to draft", permissions=["change"])
    def back_to_draft(self, request: HttpRequest, chosen: QuerySet[Any]) -> None:
        """Take back what was sent to review."""
        self._take(request, chosen, standing.back_to_draft, "made a draft again")

    @admin.action(description="Publish …", permissions=["publish"])
    def publish(self, request: HttpRequest, chosen: QuerySet[Any]) -> HttpResponse:
        """Lead to the page that says what stands against it."""
        return self._lead(request, "publish", chosen)

    @admin.action(description="Retract …", permissions=["publish"])
    def retract(self, request: HttpRequest, chosen: QuerySet[Any]) -> HttpResponse:
        """Lead to the page that asks for the reason."""
        return self._lead(request, "retract", chosen)

    def publish_view(self, request: HttpRequest) -> HttpResponse:
        """Show what is chosen and what stands against each; publish what is ticked."""
        return self._ask(request, "publish", PublishForm)

    def retract_view(self, request: HttpRequest) -> HttpResponse:
        """Show what is chosen, ask for the reason, and retract what is ticked."""
        return self._ask(request, "retract", RetractForm)

    def step_buttons(
        self, request: HttpRequest, record: EditorialRecord | None
    ) -> list[tuple[str, str]]:
        """Give name and label of each button of the form that takes the record a step on."""
        return buttons_for(record, publishes=may_publish(request))

    def _named(self, name: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{name}"

    def _key(self, pk: int) -> Key:
        return record_name(self.model), pk

    def _take(
        self,
        request: HttpRequest,
        chosen: QuerySet[Any],
        act: Callable[[Collection[Key]], None],
        done: str,
    ) -> None:
        """Do it with all that are chosen, or say why with none."""
        keys = [self._key(pk) for pk in chosen.values_list("pk", flat=True)[: MOST + 1]]
        if len(keys) > MOST:
            raise ValidationError(TOO_MANY)
        act(keys)
        self.message_user(request, said(keys, done), messages.SUCCESS)

    def _lead(
        self, request: HttpRequest, name: str, chosen: QuerySet[Any], **more: str
    ) -> HttpResponse:
        keys = list(chosen.order_by("pk").values_list("pk", flat=True)[: MOST + 1])
        if len(keys) > MOST:
            raise ValidationError(TOO_MANY)
        return redirect(self.step_address(name, keys, back=request.GET.urlencode(), **more))

    def step_address(self, name: str, keys: Iterable[int], back: str = "", **more: str) -> str:
        """Give the page that publishes or retracts the records, and leads back to the list."""
        query = QueryDict(mutable=True)
        query.update({"ids": ",".join(map(str, keys)), **more})
        if back:
            query[BACK] = back
        return f"{reverse(f'admin:{self._named(name)}')}?{query.urlencode()}"

    def _ask(self, request: HttpRequest, name: str, form_class: type[BatchForm]) -> HttpResponse:
        if not self.has_publish_permission(request):
            raise PermissionDenied("Your role does not publish.")
        records = self._asked_for(request)
        if not records:
            return self._back(request)
        form = form_class(records, request.POST if request.method == "POST" else None)
        if form.is_valid():
            refusal, _ = attempt(partial(self._act, request, form))
            if not refusal:
                return self._back(request)
            form.add_error(None, refusal)
        return self._page(request, name, form)

    def _asked_for(self, request: HttpRequest) -> list[Any]:
        """Give the records that the address names, in its order; of a wrong one none."""
        keys = self._keys(request.GET)
        if len(keys) > MOST:
            self.message_user(request, TOO_MANY, messages.ERROR)
            return []
        records = fetched(keys)
        if not keys or len(records) < len(keys):
            message = "That is no list of records, or some are gone: choose them again."
            self.message_user(request, message, messages.ERROR)
            return []
        return [records[key] for key in keys]

    def _keys(self, asked: QueryDict) -> list[Key]:
        ids = ids_of(asked.get("ids", ""))
        known = self.model._default_manager.filter(pk__in=ids).values_list("pk", flat=True)
        return [self._key(pk) for pk in ids] if {*known} == {*ids} else []

    def _act(self, request: HttpRequest, form: BatchForm) -> None:
        """Publish or retract what is ticked, and say how many; the database has the last word."""
        if isinstance(form, PublishForm):
            standing.publish(form.reasons)
        else:
            standing.retract(form.picked, form.cleaned_data["reason"])
        connection.check_constraints()
        check_statements(pk for name, pk in form.picked if name == "statement")
        done = "published" if isinstance(form, PublishForm) else "retracted"
        self.message_user(request, said(form.picked, done), messages.SUCCESS)

    def _back(self, request: HttpRequest) -> HttpResponse:
        here = reverse(f"admin:{self._named('changelist')}")
        back = request.GET.get(BACK, "")
        return redirect(f"{here}?{back}" if back else here)

    def _page(self, request: HttpRequest, name: str, form: BatchForm) -> HttpResponse:
        number = len(form.records)
        what = f"{number} records" if number > 1 else "one record"
        title = f"{name.capitalize()} {what}"
        return self.desk_page(request, f"publishing/{name}", title, form=form, media=form.media)


class PublishingTogetherAdmin(PublishingAdmin):
    """The pages of exchanges, whose sources and statements are entered and published with them."""

    actions = (*PublishingAdmin.actions[:3], "publish_together", PublishingAdmin.actions[3])

    @admin.action(description="Publish with its sources and statements …", permissions=["publish"])
    def publish_together(self, request: HttpRequest, chosen: QuerySet[Any]) -> HttpResponse:
        """Lead to the page, with what readers have not seen of the exchanges."""
        return self._lead(request, "publish", chosen, together="yes")

    def step_buttons(
        self, request: HttpRequest, record: EditorialRecord | None
    ) -> list[tuple[str, str]]:
        """Offer to go on to the page where it is published with what belongs to it."""
        buttons = super().step_buttons(request, record)
        if record and not record.is_retracted and may_publish(request):
            buttons.append((TOGETHER, "Save, then publish with its sources and statements …"))
        return buttons

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:  # noqa: ANN401, Django's to name
        """Go on to the page where it is published with what belongs to it, if that was pressed."""
        response = super().response_change(request, obj)
        if TOGETHER in request.POST:
            return redirect(self.step_address("publish", [obj.pk], together="yes"))
        return response

    def _keys(self, asked: QueryDict) -> list[Key]:
        keys = super()._keys(asked)
        return goes_with(pk for _, pk in keys) if keys and asked.get("together") else keys


def ids_of(text: str) -> list[int]:
    """Read ids with commas between them; none of what is no such list, or a longer one."""
    parts = text.split(",")
    keys = dict.fromkeys(map(key_of, parts)) if len(parts) <= MOST else {}
    ids = [key for key in keys if key]
    return ids if len(ids) == len(parts) else []


def said(keys: Collection[Key], done: str) -> str:
    """Say how many records were taken on: "Published: 2 documents, 1 exchange."."""
    numbers = Counter(name for name, _ in keys)
    parts = [counted(numbers[name], name) for name in standing.MODELS if numbers[name]]
    return f"{done.capitalize()}: {', '.join(parts)}."
