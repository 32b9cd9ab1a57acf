"""What a citation takes from a record."""

import pytest

from actors.models import Tenure
from statements.citing.record import title_that_day
from tests.cast import actor, document, statement

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2012-05-14", "Mayor"),
        ("2012-05-15", "Mayor and President"),
        ("2012-05-16", "President"),
        ("2012-05", "Mayor and President"),
        ("2012", "Mayor and President"),
        ("2016-01-01", ""),
        (None, ""),
    ],
)
def test_the_title_is_that_of_every_day_that_is_possible(date: str | None, expected: str) -> None:
    ann = actor("Ann Lee", "ann-lee")
    Tenure.objects.create(person=ann, title="Mayor", start="2008", end="2012-05-15")
    Tenure.objects.create(person=ann, title="President", start="2012-05-15", end="2015")
    said = statement(document(), speaker=ann, date=date)
    assert title_that_day(said) == expected


def test_of_who_is_not_known_there_is_no_title() -> None:
    assert title_that_day(statement(document(), speaker=None, date="2012")) == ""
