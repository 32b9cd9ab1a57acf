"""Days in a running text are found in the languages of readouts, and never guessed."""

import pytest

from dates.finding import days_named_in


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Moscow, February 20, 2022 – the President", "2022-02-20"),
        ("on the 1st of May: 1st May 2016", "2016-05-01"),
        ("le 20 février 2022 à Paris", "2022-02-20"),
        ("Le 1er août 2016", "2016-08-01"),
        ("20 февраля 2022 года, 14:00", "2022-02-20"),
        ("20 лютого 2022 року", "2022-02-20"),
        ("am 20. Februar 2022", "2022-02-20"),
        ("3. MÄRZ 2022", "2022-03-03"),
        ("el 20 de febrero de 2022", "2022-02-20"),
        ("20 febbraio 2022", "2022-02-20"),
        ("20 de fevereiro de 2022", "2022-02-20"),
        ("2022-02-20T12:00", "2022-02-20"),
        ("20.02.2022, 10:15", "2022-02-20"),
        ("2022年2月20日", "2022-02-20"),
    ],
)
def test_a_day_is_found(text: str, day: str) -> None:
    found = next(days_named_in(text))
    assert found.edtf == day
    assert found.printed in " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        *("", "no day", "February 2022", "20 February", "31 February 2022", "32.01.2022"),
        *("03/04/2022", "2022-13-01", "1.2.20222", "x20 February 2022", "may 2022", "99 мая 2022"),
        *("February 0, 2022", "0.0.0000", "20 февраль", "1234-56-78"),
    ],
)
def test_what_is_no_day_is_left_out(text: str) -> None:
    assert list(days_named_in(text)) == []


def test_days_come_in_the_order_of_the_text() -> None:
    text = "On 21 February 2022, after 20.02.2022 and February 19, 2022."
    assert [one.edtf for one in days_named_in(text)] == ["2022-02-21", "2022-02-20", "2022-02-19"]
