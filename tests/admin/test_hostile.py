"""Nothing that is typed, sent or put into an address ends in an error of the server."""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from actors.models import Merge
from tests.admin.conftest import Archive
from tests.admin.forms import errors, send, shown

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Page

HUGE = "9" * 40
LISTS = [
    reverse(f"admin:{model._meta.label_lower.replace('.', '_')}_changelist")
    for model in admin.site._registry
    # The log of merges is a chief's, and has no search.
    if model._meta.app_label != "auth" and model is not Merge
]
QUERIES = [
    *("q=%00", "q=(", "q=%ED%A0%80", "q='\"%25_", "q=" + "a%20" * 5000, "q=" + "x" * 10_000),
    *(
        "p=abc",
        "p=-1",
        f"p={HUGE}",
        "p=0",
        "e=1",
        "e=1&kind__exact=%00",
        "e=1&year=abc",
        "o=abc",
        f"o={HUGE}.-3",
    ),
    *(
        "kind__exact=zzz",
        "kind__exact=%00",
        "kind__regex=(",
        "year=abc",
        f"year={HUGE}",
        "year=%00",
    ),
    *(
        "id__exact=abc",
        f"id__exact={HUGE}",
        "pk__in=1,abc",
        "nothing=1",
        "verified=maybe",
        "known=(",
    ),
    *("speaker__id__exact=abc", f"speaker__id__exact={HUGE}", "speaker__isnull=maybe", "all=1"),
    *("_to_field=password", "_popup=1", "_facets=1", "date_earliest__year=99999999", "text=a"),
    *(
        "editorial_status__exact=a&editorial_status__exact=b",
        "countries__len=(",
        "%00=1",
        "a" * 999,
    ),
]


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query[:30])
def test_every_list_takes_any_address(editor: Client, archive: Archive, query: str) -> None:
    for address in LISTS:
        answer = editor.get(f"{address}?{query}", follow=True)
        assert answer.status_code in (200, 400), (address, query)


def test_a_pasted_page_makes_no_query_as_long(editor: Client, archive: Archive) -> None:
    for address in LISTS:
        page = editor.get(address, {"q": "word " * 5000})
        assert len(str(page.context["cl"].queryset.query)) < 20_000, address


def test_a_filter_that_is_not_understood_is_said_so(editor: Client, archive: Archive) -> None:
    answer = editor.get("/admin/statements/call/?year=soon", follow=True)
    assert "That filter could not be understood" in answer.content.decode()


@pytest.mark.parametrize("key", ["0", HUGE, "abc", "-1", "%00", "1%2F2", "..", "_5F", "'\"<"])
def test_every_record_page_takes_any_key(chief: Client, archive: Archive, key: str) -> None:
    for address in LISTS:
        for page in ("change", "delete", "history"):
            answer = chief.get(f"{address}{key}/{page}/", follow=True)
            assert answer.status_code in (200, 400, 403, 404), (address, page)


@pytest.mark.parametrize(
    "typed",
    [
        {"term": "%00"},
        {"term": "("},
        {"term": "a " * 5000},
        {"term": "x", "page": "abc"},
        {"term": "x", "page": HUGE},
        {"term": "x", "page": "-1"},
        {"field_name": "nothing"},
        {"field_name": "text"},
        {"model_name": "nothing"},
        {"app_label": "auth", "model_name": "permission", "field_name": "content_type"},
        {"app_label": "admin", "model_name": "logentry", "field_name": "user"},
    ],
)
def test_the_choices_take_any_question(
    editor: Client, archive: Archive, typed: dict[str, str]
) -> None:
    asked = {"app_label": "statements", "model_name": "statement", "field_name": "speaker"} | typed
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    answer = editor.get(f"/admin/autocomplete/?{query}")
    assert answer.status_code in (200, 400, 403, 404)


def _change_pages(archive: Archive) -> list[str]:
    return [
        reverse("admin:actors_actor_change", args=[archive.putin.pk]),
        reverse("admin:actors_leader_change", args=[archive.putin.pk]),
        reverse("admin:actors_tenure_change", args=[archive.macron.tenures.get().pk]),
        reverse("admin:statements_topic_change", args=[archive.topic.pk]),
        reverse("admin:statements_call_change", args=[archive.call.pk]),
        reverse("admin:statements_document_change", args=[archive.document.pk]),
        reverse("admin:statements_statement_change", args=[archive.draft.pk]),
    ]


VALUES = ["\x00", "a\x00b", HUGE, "-1", "(", "1,abc", "<script>", "x" * 10_000, "🙈" * 400, ""]


def fields_of(page: Page) -> list[str]:
    """Give the names of all fields of a page, those of a first new row of each part too."""
    rows = [inline.formset.empty_form for inline in page.context["inline_admin_formsets"]]
    names = [field.html_name for form in (page.context["adminform"].form, *rows) for field in form]
    return [name.replace("__prefix__", "0") for name in names]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value[:8]))
def test_every_field_takes_anything(editor: Client, archive: Archive, value: str) -> None:
    for address in _change_pages(archive):
        page = editor.get(address)
        counts = {name: "1" for name in shown(page) if name.endswith("TOTAL_FORMS")}
        answer = editor.post(address, {**counts, **dict.fromkeys(fields_of(page), value)})
        assert answer.status_code in (200, 302), address


@pytest.mark.parametrize("at", range(7))
def test_each_field_takes_anything_where_all_others_are_right(
    editor: Client, archive: Archive, at: int
) -> None:
    address = _change_pages(archive)[at]
    form = shown(editor.get(address))
    for name, value in zip(form, cycle([HUGE, "\x00", "1,abc", "("]), strict=False):
        answer = editor.post(address, {**form, name: value})
        assert answer.status_code in (200, 302), name


def test_a_nul_is_explained_beside_its_field(editor: Client, archive: Archive) -> None:
    address = reverse("admin:statements_statement_change", args=[archive.draft.pk])
    assert "Null characters are not allowed" in errors(send(editor, address, text="a\x00b"))


@pytest.mark.parametrize("charset", ["utf-7", "unicode_escape"])
def test_letters_that_no_text_can_hold(editor: Client, archive: Archive, charset: str) -> None:
    """A lone surrogate can only come in a charset that no browser sends."""
    address = reverse("admin:statements_topic_change", args=[archive.topic.pk])
    surrogate = {"utf-7": "+2AA-", "unicode_escape": r"\ud800"}[charset]
    body = "".join(
        f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in {**shown(editor.get(address)), "name": surrogate}.items()
    )
    kind = f"multipart/form-data; boundary=b; charset={charset}"
    answer = editor.generic("POST", address, f"{body}--b--\r\n".encode("ascii", "ignore"), kind)

    assert answer.status_code == 400


def test_what_is_typed_is_shown_as_text(editor: Client, archive: Archive) -> None:
    evil = "<script>alert(1)</script>"
    archive.call.title = evil
    archive.call.save()
    archive.putin.name = evil
    archive.putin.save()
    archive.draft.exchange = archive.call
    archive.draft.text = archive.draft.speaker_as_printed = evil
    archive.draft.speaker = None
    archive.draft.save()
    pages = [*LISTS, *_change_pages(archive), f"/admin/statements/unresolvedname/who/?name={evil}"]
    pages += ["/admin/", "/admin/statements/call/add/?title=" + evil]
    for address in pages:
        answer = editor.get(address, follow=True)
        assert answer.status_code == 200, address
        assert evil not in answer.content.decode(), address


@pytest.mark.parametrize(
    "sent",
    [
        {"action": "delete_selected", "_selected_action": "abc"},
        {"action": "delete_selected", "_selected_action": HUGE},
        {"action": "delete_selected", "_selected_action": "\x00", "post": "yes"},
        {"action": "nothing", "_selected_action": "1"},
        {
            "action": "delete_selected",
            "_selected_action": "1",
            "index": "abc",
            "select_across": "x",
        },
    ],
)
def test_the_actions_take_anything(chief: Client, archive: Archive, sent: dict[str, str]) -> None:
    for address in LISTS:
        for posted in (sent, {"index": "0", **sent}):
            answer = chief.post(address, posted, follow=True)
            assert answer.status_code in (200, 400), address


@pytest.mark.parametrize(
    "query",
    [
        *("document=abc", f"document={HUGE}", "topics=abc", f"topics={HUGE},1", "date=nonsense"),
        *(
            "document=%00",
            "exchange=(",
            "text=%3Cscript%3E",
            "time=x",
            "countries=1,abc",
            "aliases=(",
        ),
    ],
)
def test_the_pages_to_add_take_any_suggestion(editor: Client, archive: Archive, query: str) -> None:
    for address in LISTS:
        answer = editor.get(f"{address}add/?{query}")
        assert answer.status_code in (200, 400, 403), address
