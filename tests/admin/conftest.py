"""People of every role, and a small archive for them to work on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from pytest_django import DjangoDbBlocker

from actors.models import Actor, ActorName, Tenure
from statements.models import Document, Exchange, Participation, Snapshot, Statement, Topic
from tests.standing import hold
from tests.web_role import SignIn, as_owner, as_web, owner_sign_in, web_sign_in, working_as

__all__ = ["as_owner", "as_web", "owner_sign_in", "web_sign_in"]

ROLES = ("reader", "editor", "chief", "administrator")

SOURCE = (
    "Telephone conversation with President of France\n\n"
    "“Taking into account the acuteness of the current state of affairs, the presidents "
    "considered it expedient to intensify the search for solutions.”\n"
)


@pytest.fixture(scope="module", autouse=True)
def step_by_step(
    request: pytest.FixtureRequest,
    as_web: None,
    owner_sign_in: SignIn,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    """At the desk, records go step by step; to switch triggers is the owner's.

    A file that says `ANY_STEP = True` puts records where it needs them, whatever led there.
    """
    if getattr(request.module, "ANY_STEP", False):
        yield
        return
    _hold("ENABLE", owner_sign_in, django_db_blocker)
    yield
    _hold("DISABLE", owner_sign_in, django_db_blocker)


def _hold(what: str, owner: SignIn, blocker: DjangoDbBlocker) -> None:
    with working_as(owner, blocker), blocker.unblock():
        hold(what)


@pytest.fixture
def person(db: None) -> Callable[[str], User]:
    """Make somebody with a role."""

    def make(role: str, name: str = "") -> User:
        user = User.objects.create_user(name or role, password="pw")
        user.groups.add(Group.objects.get(name=role))
        return user

    return make


@pytest.fixture
def signed_in(person: Callable[[str], User]) -> Callable[[str], Client]:
    """Sign somebody in with a role."""

    def sign_in(role: str) -> Client:
        client = Client()
        client.force_login(person(role))
        return client

    return sign_in


@pytest.fixture
def editor(signed_in: Callable[[str], Client]) -> Client:
    return signed_in("editor")


@pytest.fixture
def chief(signed_in: Callable[[str], Client]) -> Client:
    return signed_in("chief")


@dataclass(frozen=True)
class Archive:
    putin: Actor
    macron: Actor
    elysee: Actor
    topic: Topic
    call: Exchange
    document: Document
    snapshot: Snapshot
    draft: Statement
    published: Statement


@pytest.fixture
def archive(db: None) -> Archive:
    """Two presidents, their call on 20 February 2022, a readout and two statements.

    A bundle brought the statement that is published, which stands in a readout that is not.
    """
    putin, macron, elysee = _actors()
    topic = Topic.objects.create(name="Ukraine", slug="ukraine", aliases=["Украина"])
    call = Exchange.objects.create(
        kind="call", title="Call of Putin and Macron", date="2022-02-20", editorial_status="draft"
    )
    for actor in (putin, macron):
        Participation.objects.create(exchange=call, actor=actor)
    document = Document.objects.create(
        kind="readout",
        title="Telephone conversation with President of France",
        publisher_as_printed="Kremlin",
        language="en",
        date="2022-02-21",
    )
    snapshot = Snapshot.objects.create(document=document, text=SOURCE)
    draft, published = (_statement(document, putin, status) for status in ("draft", "published"))
    return Archive(putin, macron, elysee, topic, call, document, snapshot, draft, published)


def _actors() -> tuple[Actor, Actor, Actor]:
    make = Actor.objects.create
    putin = make(name="Vladimir Putin", slug="vladimir-putin", kind="person", country="RU")
    macron = make(name="Emmanuel Macron", slug="emmanuel-macron", kind="person", country="FR")
    elysee = make(name="Élysée Palace", slug="elysee-palace", kind="office", country="FR")
    ActorName.objects.create(actor=putin, name="Poutine", kind="alias", language="fr")
    Tenure.objects.create(
        person=macron, title="President of France", country="FR", start="2017-05-14"
    )
    return putin, macron, elysee


def _statement(document: Document, speaker: Actor, status: str) -> Statement:
    return Statement.objects.create(
        document=document,
        speaker=speaker,
        speaker_as_printed="Vladimir Putin",
        text=f"Words that are {status}.",
        language="en",
        quote_type="indirect",
        date="2022-02-21",
        editorial_status=status,
        import_id="bundle:1" if status == "published" else None,
    )
