"""Which rights let readers see the whole copy, as Python and the database read them."""

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from statements.licences import lets_whole_copies_be_shown, shown_by_rights

OPEN = [
    "CC BY 4.0",
    "cc-by-4.0",
    "CC BY-SA 3.0 Unported",
    "CC  BY",
    " CC BY 4.0. ",
    "kremlin.ru, CC BY 4.0",
    "en.kremlin.ru, CC BY 4.0 International",
    "Creative Commons Attribution 4.0 International License",
    "Creative Commons Attribution-ShareAlike 4.0 International Public Licence",
    "https://creativecommons.org/licenses/by/4.0/",
    "http://creativecommons.org/licenses/by-sa/3.0",
    "CC0",
    "CC0-1.0",
    "CC0 1.0 Universal",
    "https://creativecommons.org/publicdomain/zero/1.0/",
    "Public domain",
    "In the public domain.",
    "OGL-UK-3.0",
    "Open Government Licence v3.0",
    "Licence Ouverte / Open Licence 2.0",
    "etalab-2.0",
]
NOT_OPEN = [
    "",
    "All rights reserved",
    "CC BY-NC 4.0",
    "CC BY-ND 4.0",
    "CC-BY-NC-SA-4.0",
    "CC BY 4.0, except photographs",
    "not CC BY 4.0",
    "No, CC BY 4.0",
    "CC BY 4.00",
    "CC BY 5.0",
    "CC BYE",
    "ССО",
    "CC BY 4.0\n",
    "Kremlin, CC BY 4.0",
    "Quotations only, as the article of 21 February 2022 gives them in English.",
    "Not kept: only short quotations, with the source named.",
    "Not in the public domain",
    "https://creativecommons.org/licenses/by-nc/4.0/",
    "https://creativecommons.org.example/licenses/by/4.0/",
]


def in_database(rights: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {shown_by_rights('%s::text')}", [rights])
        [shown] = cursor.fetchone() or []
    return bool(shown == "whole")


@pytest.mark.django_db
@pytest.mark.parametrize("rights", OPEN)
def test_an_open_licence_lets_the_whole_copy_be_shown(rights: str) -> None:
    assert lets_whole_copies_be_shown(rights)
    assert in_database(rights)


@pytest.mark.django_db
@pytest.mark.parametrize("rights", NOT_OPEN)
def test_anything_else_decides_nothing(rights: str) -> None:
    assert not lets_whole_copies_be_shown(rights)
    assert not in_database(rights)


PARTS = st.sampled_from(
    [*OPEN, "CC", " ", "BY", "-", "4.0", ".", ", ", "kremlin.ru", "\n", "İ", "K", "\u00a0", "ſ"]
)
ANY = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)


@pytest.mark.django_db
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.lists(PARTS, max_size=5).map("".join), ANY))
def test_the_database_reads_rights_as_python_does(rights: str) -> None:
    assert in_database(rights) is lets_whole_copies_be_shown(rights)
