"""No value of any filter of any list brings the server down, or is passed over in silence."""

import pytest
from django.test import Client
from django.utils.http import urlencode

from tests.cast import Cast
from tests.pages.conftest import listing, problems

FILTERS = {
    "/statements/": "q from to speaker counterpart topic kind type language publisher country "
    "sort after before",
    "/exchanges/": "q from to actor topic kind status country sort after before",
    "/actors/": "q kind country sort after before",
    "/documents/": "q from to kind publisher language sort after before",
    "/calendar/": "actor topic kind",
    "/calendar/2022/": "actor topic kind",
    "/calendar/2022/2/": "actor topic kind",
    "/who-talks-to-whom/": "from to kind topic country actor",
    "/find-quote/": "quote",
}
# What is no list: it has neither an order nor pages.
NO_LISTS = (
    "/find-quote/",
    "/calendar/",
    "/calendar/2022/",
    "/calendar/2022/2/",
    "/who-talks-to-whom/",
)
EVERY = [(path, name) for path, names in FILTERS.items() for name in names.split()]
HOSTILE = {
    "NUL": "%00",
    "NUL in a word": "pu%00tin",
    "lone surrogates": "%ED%A0%80",
    "bytes that are no UTF-8": "%FF%FE",
    "a huge number": "9" * 400,
    "a negative number": "-1",
    "an opening bracket": "(",
    "a list": "1%2Cabc",
    "10,000 characters": "a" * 10_000,
    "10,000 words": "a%20" * 5_000,
    "operators": "%22%20%21%26%7C%3C-%3E%20%3A%2A",
    "a percent sign": "%25s%25(value)s",
    "quotes": "%27%22%3B--",
    "a backslash": "%5C",
    "markup": "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    "right to left": "%E2%80%AEabc",
    "a line": "%0D%0A",
}
# What can be words to search for, and no filter has to refuse.
WORDS = {
    "a huge number", "a negative number", "a list", "a percent sign", "markup", "right to left",
}  # fmt: skip
NOTHING = {"a line"}


def test_the_table_names_every_filter(reader: Client, cast: Cast) -> None:
    for path, names in FILTERS.items():
        if path not in NO_LISTS:
            known = [control.name for control in listing(reader.get(path)).controls]
            assert [*known, "sort", "after", "before"] == names.split()


@pytest.mark.parametrize(("path", "name"), EVERY)
def test_a_hostile_value_is_an_error_beside_its_field(
    reader: Client, cast: Cast, path: str, name: str
) -> None:
    for value, written in HOSTILE.items():
        response = reader.get(f"{path}?{name}={written}")
        assert response.status_code == 200, value
        page = response.content.decode()
        assert "<script>" not in page, value
        if is_understood(name, value):
            assert "This search cannot be understood" not in page, value
        else:
            assert "This search cannot be understood" in page, value
            assert name in {"sort", "after", "before"} or f'id="error-{name}"' in page, value


def is_understood(name: str, value: str) -> bool:
    """Tell whether the filter has nothing to refuse in the value."""
    if value in NOTHING:
        return name != "sort"
    return name in {"q", "quote"} and value in WORDS


@pytest.mark.parametrize(("path", "name"), EVERY)
def test_a_value_given_twice_is_taken_twice_or_refused(
    reader: Client, cast: Cast, path: str, name: str
) -> None:
    page = reader.get(f"{path}?{name}=2022&{name}=2022").content.decode()
    assert "This search cannot be understood" in page


@pytest.mark.parametrize("path", FILTERS)
def test_too_many_values_are_an_error(reader: Client, cast: Cast, path: str) -> None:
    name = FILTERS[path].split()[-3 if path not in NO_LISTS else 0]
    page = reader.get(f"{path}?{urlencode([(name, 'x')] * 500)}")
    assert page.status_code == 200
    assert "This search cannot be understood" in page.content.decode()


@pytest.mark.parametrize("path", FILTERS)
@pytest.mark.parametrize("name", ["%00", "%ED%A0%80", "a" * 10_000, "%25s", "<b>", "Q"])
def test_a_hostile_name_is_an_error_too(reader: Client, cast: Cast, path: str, name: str) -> None:
    response = reader.get(f"{path}?{name}=x")
    assert response.status_code == 200
    page = response.content.decode()
    assert "is no filter of this list." in page
    assert "<b>" not in page


LISTS = [path for path in FILTERS if path not in NO_LISTS]


@pytest.mark.parametrize("path", LISTS)
def test_of_a_long_value_a_message_shows_the_beginning(
    reader: Client, cast: Cast, path: str
) -> None:
    long = "x" * 290
    for name in {*FILTERS[path].split(), long} - {"q"}:
        [message] = problems(reader.get(f"{path}?{name}={long}")).values()
        assert len(message) < 200, name


@pytest.mark.parametrize("path", LISTS)
def test_of_many_unknown_names_the_first_are_told(reader: Client, cast: Cast, path: str) -> None:
    names = "&".join(f"n{number}=x" for number in range(9))
    assert len(listing(reader.get(f"{path}?{names}")).problems) == 5


@pytest.mark.parametrize("path", FILTERS)
def test_thousands_of_parameters_are_refused_whole(reader: Client, cast: Cast, path: str) -> None:
    names = "&".join(f"n{number}=x" for number in range(2000))
    assert reader.get(f"{path}?{names}").status_code == 400


@pytest.mark.parametrize(
    "path",
    [
        "/actors/%00/",
        "/statements/%ED%A0%80/",
        "/topics/%FF/",
        "/actors/a/with/%00/",
        "/calendar/%00/",
        "/calendar/-1/",
        "/calendar/0/",
        "/calendar/10000/",
        "/calendar/2022/0/",
        "/calendar/2022/13/",
        "/calendar/0/1/",
        f"/calendar/{'9' * 5000}/",
        f"/calendar/2022/{'9' * 5000}/",
        "/calendar/2022/2/1/",
    ],
)
def test_a_hostile_address_is_not_found(reader: Client, cast: Cast, path: str) -> None:
    assert reader.get(path).status_code == 404
