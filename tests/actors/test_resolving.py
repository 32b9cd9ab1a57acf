"""Who is meant by a printed name, and when nobody is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from actors.models import Actor, ActorName
from actors.resolving import resolve
from tests.statements.makers import actor

pytestmark = pytest.mark.django_db

PERSONS = [
    "Vladimir Putin", "Emmanuel Macron", "Sergei Lavrov", "Sergei Shoigu", "Yury Ushakov",
    "Dmitry Peskov", "Denis Manturov", "Recep Tayyip Erdogan", "Tayyip Erdogan", "Sauli Niinistö",
    "Bashar al-Assad", "He Jiankui",
]  # fmt: skip


@pytest.fixture(autouse=True)
def _known() -> None:
    for name in PERSONS:
        actor(name)
    for name, kind in (("Élysée Palace", "office"), ("The Kremlin", "office"), ("Peru", "state")):
        actor(name, slug=name[:3], kind=kind)
    for one, name in (("Vladimir Putin", "Путин"), ("Emmanuel Macron", "Micron")):
        ActorName.objects.create(actor=Actor.objects.get(name=one), name=name)


def meant(name: str) -> str | None:
    found = resolve([name]).get(name)
    return Actor.objects.get(pk=found).name if found else None


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Vladimir Putin", "Vladimir Putin"),
        ("  VLADIMIR\u00a0 putin ", "Vladimir Putin"),
        ("Владимир Путин", "Vladimir Putin"),
        ("путин", "Vladimir Putin"),
        ("Micron", "Emmanuel Macron"),
        ("Sauli Niinisto", "Sauli Niinistö"),
        ("Bashar Al Assad", "Bashar al-Assad"),
        ("Mr Lavrov", None),
        ("Mr Vladimir Putin", "Vladimir Putin"),
        ("H.E. Mr. Vladimir Putin", "Vladimir Putin"),
        ("His Excellency Emmanuel Macron", "Emmanuel Macron"),
        ("He Jiankui", "He Jiankui"),
        ("Elysee Palace", "Élysée Palace"),
        ("the Élysée Palace", "Élysée Palace"),
        ("Kremlin", "The Kremlin"),
        ("the kremlin", "The Kremlin"),
        ("Peru", "Peru"),
    ],
)
def test_a_whole_name(printed: str, name: str | None) -> None:
    assert meant(printed) == name


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("President of Russia Vladimir Putin", "Vladimir Putin"),
        ("President of the French Republic Emmanuel Macron", "Emmanuel Macron"),
        ("French President Emmanuel Macron", "Emmanuel Macron"),
        ("Prime Minister Mr Denis Manturov", "Denis Manturov"),
        ("Aide to the President Yury Ushakov", "Yury Ushakov"),
        ("Presidential Press Secretary Dmitry Peskov", "Dmitry Peskov"),
        ("President-elect of South Ossetia Sergei Lavrov", "Sergei Lavrov"),
        ("Minister of Industry and Trade Denis Manturov", "Denis Manturov"),
        ("Minister of Construction, Housing and Utilities Denis Manturov", "Denis Manturov"),
        ("Head of ABC (France) Denis Manturov", "Denis Manturov"),
        ("President of Turkey Recep Tayyip Erdogan", "Recep Tayyip Erdogan"),
        ("President of Finland Sauli Niinisto", "Sauli Niinistö"),
    ],
)
def test_a_name_behind_a_title(printed: str, name: str) -> None:
    assert meant(printed) == name


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "—",
        "Question",
        "Lavrov",
        "President Putin",
        "Nobody Known",
        "President of Nowhere Nobody Known",
        "young Vladimir Putin",
        "opponents of Vladimir Putin",
        "President of Vladimir Putin",
        "message to the President Vladimir Putin",
        "message for President of Russia Vladimir Putin",
        "spokesman for President Vladimir Putin",
        "spokesman for Mr Denis Manturov",
        "wife of President Emmanuel Macron",
        "Spokesman for French President Emmanuel Macron",
        "Widow of former President Vladimir Putin",
        "Special representative of Russian President Vladimir Putin",
        "Aide to Russian President Vladimir Putin",
        "Son of the late King Vladimir Putin",
        "Lawyer of ex-President Vladimir Putin",
        "Foreign Minister under Vladimir Putin",
        "wife of the President Emmanuel Macron",
        "wife of the President of France Emmanuel Macron",
        "Minister Ivan Petrov and Vladimir Putin",
        "Minister Ivan Petrov, Vladimir Putin",
        "Minister Ivan Petrov / Vladimir Putin",
        "Sergei Lavrov and Sergei Shoigu",
        "Minister Sergei Lavrov and friend Sergei Shoigu",
        "Minister Ivan Petrov and his guest Sergei Shoigu",
        "Presidents of France and Russia Vladimir Putin",
        "President of Iran Hassan Rouhani and President of Turkey Recep Tayyip Erdogan",
        "President of Iran Hassan Rouhani, President of Turkey Recep Tayyip Erdogan",
        "President of Armenia Vladimir Putin on Independence Day",
        "Minister for the Kremlin",
        "President of Peru",
        "Governor of the Élysée Palace",
        "Spokesman Élysée Palace",
    ],
)
def test_what_is_not_surely_one_person_is_nobody(printed: str) -> None:
    assert meant(printed) is None


def test_a_name_of_several_actors_is_nobodys() -> None:
    actor("Vladimir Putin", slug="namesake")
    actor("Kremlin", slug="kremlin-2", kind="organisation")
    assert meant("Vladimir Putin") is None
    assert meant("President of Russia Vladimir Putin") is None
    assert meant("Kremlin") is None
    ActorName.objects.create(actor=Actor.objects.get(name="Sergei Lavrov"), name="Lavrov Sergei")
    ActorName.objects.create(actor=Actor.objects.get(name="Sergei Lavrov"), name="Lavrov, Sergei")
    assert meant("Lavrov Sergei") == "Sergei Lavrov"


def test_any_number_of_names_takes_two_queries() -> None:
    with CaptureQueriesContext(connection) as queries:
        found = resolve(["Vladimir Putin", "Lavrov", "Minister Sergei Lavrov", "Vladimir Putin"])
    assert len(found) == 2
    assert len(queries) == 2
    assert resolve([]) == {}
