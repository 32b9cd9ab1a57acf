"""Contacts by month, a year to a line."""

from datetime import date

from statements.figures.months import months_of

ASKED = [("actor", "a"), ("actor", "b")]


def known(first: str, last: str | None = None) -> tuple[date, date]:
    return date.fromisoformat(first), date.fromisoformat(last or first)


def test_each_month_and_each_year_has_what_is_certain_to_be_in_it() -> None:
    found = months_of(
        [
            known("2017-05-31"),
            known("2017-05-01"),
            known("2017-05-31", "2017-06-01"),
            known("2017-01-01", "2017-12-31"),
            known("2017-12-31", "2018-01-01"),
            known("2022-02-01", "2022-02-28"),
        ],
        ASKED,
    )
    assert found
    assert [year.whole.label for year in found.years] == ["2022", "2017"]
    latest, first = found.years
    assert [cell.count for cell in latest.months] == [0, 1, *[0] * 10]
    assert [cell.count for cell in first.months] == [0, 0, 0, 0, 2, *[0] * 7]
    assert (latest.whole.count, first.whole.count) == (1, 4)
    assert first.months[4].label == "May 2017"
    assert first.months[4].address == "/exchanges/?actor=a&actor=b&from=2017-05&to=2017-05"
    assert first.whole.address == "/exchanges/?actor=a&actor=b&from=2017&to=2017"
    assert [first.months[4].step, latest.months[1].step, latest.months[0].step] == [2, 1, 0]


def test_where_a_picture_goes_by_month_there_is_no_table() -> None:
    assert months_of([], ASKED) is None
    near, far = known("2018-01-31"), known("2021-12-01")
    assert months_of([near, far], ASKED) is None
    assert months_of([near, known("2022-01-01")], ASKED) is not None


def test_early_years_have_four_digits() -> None:
    found = months_of([known("0988-07-01"), known("1054-07-16")], ASKED)
    assert found
    assert found.years[1].months[6].address.endswith("from=0988-07&to=0988-07")
