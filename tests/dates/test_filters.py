"""Filters by date: what may have happened within the range, both ends included."""

from datetime import date

import django_filters
import pytest
from django.db.models import Q

from dates.filters import FromFilter, ToFilter, overlaps
from tests.dates.sightings import Sighting

TEXTS = ["2021", "2022-02-19", "2022-02-20", "2022-02-21", "2022-02", "2022", "2023", None]


class SightingFilters(django_filters.FilterSet):  # type: ignore[misc]
    since = FromFilter(field_name="start")
    until = ToFilter(field_name="start")
    not_since = FromFilter(field_name="start", exclude=True)

    class Meta:
        model = Sighting
        fields = ()


@pytest.fixture
def stored(sightings: type[Sighting]) -> type[Sighting]:
    """Give the model, with a row for each of TEXTS."""
    sightings.objects.bulk_create([sightings(seen="2022", start=text) for text in TEXTS])
    return sightings


def kept(stored: type[Sighting], **query: str) -> list[str]:
    found = SightingFilters(query, queryset=stored.objects.order_by("pk"))
    assert found.is_valid()
    return [str(row.start) for row in found.qs]


EVERY_ROW = [str(text) for text in TEXTS]
BETWEEN = [
    ("2022-02-20", "2022-02-20", ["2022-02-20", "2022-02", "2022"]),
    ("2022-02-19", "2022-02-20", ["2022-02-19", "2022-02-20", "2022-02", "2022"]),
    ("2022-02-28", "2022-12-30", ["2022-02", "2022"]),
    ("2022-03-01", "2022-12-31", ["2022"]),
    ("2022-12-31", "2023-01-01", ["2022", "2023"]),
    ("2021-12-31", "2022-01-01", ["2021", "2022"]),
    ("2022-02", "2022-02", ["2022-02-19", "2022-02-20", "2022-02-21", "2022-02", "2022"]),
    ("2022-02-07/2022-02-19", "2022-02-19~", ["2022-02-19", "2022-02", "2022"]),
    ("199X", "2021", ["2021"]),
    ("2024", "", []),
    ("", "2020", []),
]


@pytest.mark.parametrize(("since", "until", "rows"), BETWEEN)
def test_keeps_what_overlaps_the_range(
    stored: type[Sighting], since: str, until: str, rows: list[str]
) -> None:
    assert kept(stored, since=since, until=until) == rows


def test_from_begins_with_the_first_day_of_what_is_given(stored: type[Sighting]) -> None:
    assert kept(stored, since="2022-02-21/2022-12-31") == ["2022-02-21", "2022-02", "2022", "2023"]


def test_to_ends_with_the_last_day_of_what_is_given(stored: type[Sighting]) -> None:
    assert kept(stored, until="2022-01/2022-02-19") == ["2021", "2022-02-19", "2022-02", "2022"]


def test_rows_without_a_date_are_kept_only_where_no_bound_is_given(
    stored: type[Sighting],
) -> None:
    assert kept(stored) == kept(stored, since="", until=" ") == EVERY_ROW
    assert kept(stored, since="0001") == kept(stored, until="9999") == EVERY_ROW[:-1]


def test_a_filter_that_excludes_keeps_the_others(stored: type[Sighting]) -> None:
    assert kept(stored, not_since="2022-02-20") == ["2021", "2022-02-19", "None"]


def test_a_date_that_cannot_be_understood_is_an_error(stored: type[Sighting]) -> None:
    found = SightingFilters({"since": "2022-02-30"}, queryset=stored.objects.all())
    assert not found.is_valid()
    assert "February 2022 has 28 days" in found.errors["since"][0]


def test_overlaps_with_days(stored: type[Sighting]) -> None:
    condition = overlaps("start", date(2022, 12, 31), date(2023, 1, 1))
    assert [str(row.start) for row in stored.objects.filter(condition)] == ["2022", "2023"]
    assert overlaps("start", None, None) == overlaps("start") == Q()
