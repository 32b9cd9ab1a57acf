"""Every address answers every role as the plan says.

An address that is added and stands in no row of the table makes a test fail.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.cast import Cast, person_with, the_cast

WHO = ("anonymous", "no role", "reader", "editor", "chief", "administrator")

# To the sign-in page, refused, shown; in the order of WHO.
READING = (302, 403, 200, 200, 200, 200)
# An administrator keeps accounts, and edits nothing.
DRAFT = (302, 403, 404, 200, 200, 404)
# Who enters and keeps accounts.
STAFF = (302, 403, 403, 200, 200, 200)
OPEN = (200, 200, 200, 200, 200, 200)
# Who is signed in is led on from the sign-in page; signing out takes a form.
SIGN_IN = (200, 302, 302, 302, 302, 302)
SIGN_OUT = (302, 405, 405, 405, 405, 405)

TABLE = {
    "home": READING,
    "statements": READING,
    "statement": READING,
    "citation-text": READING,
    "citation-bibtex": READING,
    "citation-csl": READING,
    "exchanges": READING,
    "exchange": READING,
    "actors": READING,
    "actor": READING,
    "pair": READING,
    "topics": READING,
    "topic": READING,
    "documents": READING,
    "document": READING,
    "calendar": READING,
    "calendar-year": READING,
    "calendar-month": READING,
    "matrix": READING,
    "document-apart": READING,
    "document-changes": READING,
    "copy-text": READING,
    "copy-original": READING,
    "corrections": READING,
    "find-quote": READING,
    "search-help": READING,
    "suggest-actors": READING,
    "suggest-topics": READING,
    "styleguide": STAFF,
    "sign-in": SIGN_IN,
    "sign-out": SIGN_OUT,
    "healthz": OPEN,
}
DRAFTS = ("statement", "exchange", "document")
OF_A_DOCUMENT = ("document-apart", "document-changes", "copy-text", "copy-original")
DESK = "admin/"

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Address:
    """A pattern of the URLconf with the name that it is known by."""

    route: str
    name: str | None


@cache
def addresses() -> tuple[Address, ...]:
    """Give every address of the project."""
    return tuple(_walk(get_resolver(), ""))


def _walk(resolver: URLResolver, before: str) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield Address(route, pattern.name)
        else:
            yield from _walk(pattern, route)


def ours() -> list[Address]:
    """Give the addresses outside the admin."""
    return [address for address in addresses() if not address.route.startswith(DESK)]


def client_of(who: str) -> Client:
    """Give the browser of somebody."""
    client = Client()
    if who != "anonymous":
        client.force_login(person_with(None if who == "no role" else who))
    return client


def places(cast: Cast) -> dict[str, str]:
    """Give an address of each name that there is something at."""
    return {
        "home": "/",
        "statement": cast.escalation.get_absolute_url(),
        "citation-text": f"{cast.escalation.get_absolute_url()}citation.txt",
        "citation-bibtex": f"{cast.escalation.get_absolute_url()}citation.bib",
        "citation-csl": f"{cast.escalation.get_absolute_url()}citation.json",
        "exchange": cast.monday_call.get_absolute_url(),
        "actor": cast.putin.get_absolute_url(),
        "pair": "/actors/vladimir-putin/with/emmanuel-macron/",
        "topic": cast.donbass.get_absolute_url(),
        "document": cast.kremlin_readout.get_absolute_url(),
        "calendar-year": "/calendar/2022/",
        "calendar-month": "/calendar/2022/2/",
        "matrix": "/who-talks-to-whom/",
        **_of_a_document(cast),
        "healthz": "/healthz",
        "suggest-actors": "/suggest/actors/",
        "suggest-topics": "/suggest/topics/",
        "styleguide": "/styleguide/",
    }


def _of_a_document(cast: Cast) -> dict[str, str]:
    """Give the addresses below a document that shows its whole copy, kept as retrieved."""
    source = cast.kremlin_readout
    type(source).objects.filter(pk=source.pk).update(copy_shown="whole")
    if not source.snapshots.filter(original__isnull=False):
        source.snapshots.create(text="As retrieved.", original=b"As retrieved.")
    address, last = source.get_absolute_url(), source.snapshots.count()
    return {
        "document-apart": f"{address}apart/",
        "document-changes": f"{address}changes/",
        "copy-text": f"{address}copies/{last}/text",
        "copy-original": f"{address}copies/{last}/original",
    }


def test_every_address_stands_in_the_table() -> None:
    assert {address.name for address in ours()} == set(TABLE)


def test_every_name_has_one_address() -> None:
    names = [address.name for address in ours()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("who", WHO)
def test_an_address_answers_the_role_as_the_table_says(who: str) -> None:
    known = places(the_cast())
    client, column = client_of(who), WHO.index(who)
    for name, row in TABLE.items():
        # Signing out would end the walk: it is asked for, not done.
        response = client.get(known.get(name, f"/{name}/"))
        assert response.status_code == row[column], name
        if row is READING and who == "anonymous":
            assert response["Location"].startswith("/sign-in/?next=/"), name


@pytest.mark.parametrize("who", WHO)
def test_a_draft_answers_those_alone_who_may_edit_it(who: str) -> None:
    cast = the_cast()
    for record in (cast.escalation, cast.monday_call, cast.kremlin_readout):
        type(record)._default_manager.filter(pk=record.pk).update(editorial_status="draft")
    client, known = client_of(who), places(cast)
    for name in (*DRAFTS, *OF_A_DOCUMENT):
        assert client.get(known[name]).status_code == DRAFT[WHO.index(who)], name


def test_the_table_of_drafts_names_every_record_that_can_be_one() -> None:
    names = {
        model._meta.model_name
        for model in apps.get_app_config("statements").get_models()
        if hasattr(model, "editorial_status")
        and not model._meta.proxy
        and hasattr(model, "get_absolute_url")
    }
    assert names == set(DRAFTS)


def desk_places() -> list[str]:
    """Give an address for each pattern of the admin, with a record where it takes one."""
    cast = the_cast()
    records: dict[str, Model] = {
        "actor": cast.putin,
        "leader": cast.putin,
        "tenure": cast.putin.tenures.get(),
        "topic": cast.donbass,
        "exchange": cast.monday_call,
        "call": cast.monday_call,
        "meeting": cast.visit,
        "document": cast.kremlin_readout,
        "statement": cast.escalation,
        "user": User.objects.create_user("somebody"),
    }
    routes = [address.route for address in addresses() if address.route.startswith(DESK)]
    return [_filled(route, records) for route in routes]


def _filled(route: str, records: dict[str, Model]) -> str:
    model = route.split("/")[2] if route.count("/") > 2 else ""
    key = str(records[model].pk) if model in records else "1"
    for part, value in {
        "<path:object_id>": key,
        "<path:content_type_id>": "1",
        "<id>": key,
        "<int:document>": key,
        "<int:copy>": "1",
        "<int:key>": key,
        "waiting/<slug:slug>": "waiting/happened",
        "^(?P<app_label>actors|auth|statements)/$": "statements/",
        "(?P<url>.*)$": "nothing/",
    }.items():
        route = route.replace(part, value)
    assert not set("<>^$?") & set(route), f"{route}: say above what stands for its parts"
    return f"/{route}"


# Both only lead to the pages of the same purpose outside the admin.
LEADING = ("/admin/login/", "/admin/logout/")


@pytest.mark.parametrize("who", WHO)
def test_the_desk_is_open_to_its_roles_alone(who: str) -> None:
    client = client_of(who)
    for place in desk_places():
        if who == "anonymous":
            asked = client.get(place, follow=True)
            assert asked.redirect_chain[-1][0].startswith("/sign-in/"), place
            continue
        response = client.get(place)
        if who in {"no role", "reader"} and place not in LEADING:
            assert response.status_code == 403, place
        else:
            assert response.status_code < 500, place
            assert not response.get("Location", "").startswith("/sign-in/"), place


@pytest.mark.parametrize("who", ["editor", "chief", "administrator"])
def test_the_desk_has_a_front_page_for_each_of_its_roles(who: str) -> None:
    assert client_of(who).get("/admin/").status_code == 200
