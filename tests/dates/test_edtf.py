"""What is read as a date, which days it covers, and what is refused with which words."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dates.edtf import MAX_LENGTH, EDTFError, ImpreciseDate, Precision, parse
from tests.dates.texts import points, valid_texts

EXAMPLES = "Write 2022-02-20, 2022-02, 2022, 2022-02-20?, 2022-02-07/2022-02-08 or 1999~."

READ = [
    ("2022-02-20", date(2022, 2, 20), date(2022, 2, 20), "day"),
    ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29), "day"),
    ("2000-02-29", date(2000, 2, 29), date(2000, 2, 29), "day"),
    ("0001-01-01", date(1, 1, 1), date(1, 1, 1), "day"),
    ("9999-12-31", date(9999, 12, 31), date(9999, 12, 31), "day"),
    ("2022-02", date(2022, 2, 1), date(2022, 2, 28), "month"),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
    ("1900-02", date(1900, 2, 1), date(1900, 2, 28), "month"),
    ("2022-04", date(2022, 4, 1), date(2022, 4, 30), "month"),
    ("9999-12", date(9999, 12, 1), date(9999, 12, 31), "month"),
    ("2022-02-XX", date(2022, 2, 1), date(2022, 2, 28), "month"),
    ("2022", date(2022, 1, 1), date(2022, 12, 31), "year"),
    ("0001", date(1, 1, 1), date(1, 12, 31), "year"),
    ("9999", date(9999, 1, 1), date(9999, 12, 31), "year"),
    ("2022-XX", date(2022, 1, 1), date(2022, 12, 31), "year"),
    ("2022-XX-XX", date(2022, 1, 1), date(2022, 12, 31), "year"),
    ("2022-21", date(2022, 3, 1), date(2022, 5, 31), "season"),
    ("2022-22", date(2022, 6, 1), date(2022, 8, 31), "season"),
    ("2022-23", date(2022, 9, 1), date(2022, 11, 30), "season"),
    ("2022-24", date(2022, 12, 1), date(2023, 2, 28), "season"),
    ("2023-24", date(2023, 12, 1), date(2024, 2, 29), "season"),
    ("199X", date(1990, 1, 1), date(1999, 12, 31), "decade"),
    ("001X", date(10, 1, 1), date(19, 12, 31), "decade"),
    ("999X", date(9990, 1, 1), date(9999, 12, 31), "decade"),
    ("19XX", date(1900, 1, 1), date(1999, 12, 31), "century"),
    ("01XX", date(100, 1, 1), date(199, 12, 31), "century"),
    ("2022-02-20?", date(2022, 2, 20), date(2022, 2, 20), "day"),
    ("2022-02~", date(2022, 2, 1), date(2022, 2, 28), "month"),
    ("199X%", date(1990, 1, 1), date(1999, 12, 31), "decade"),
    ("2022-02-07/2022-02-08", date(2022, 2, 7), date(2022, 2, 8), "interval"),
    ("2022-02-07/2022-02-07", date(2022, 2, 7), date(2022, 2, 7), "interval"),
    ("2021-12/2022-01", date(2021, 12, 1), date(2022, 1, 31), "interval"),
    ("2022-02/2022-02-28", date(2022, 2, 1), date(2022, 2, 28), "interval"),
    ("2022-02-01/2022-02", date(2022, 2, 1), date(2022, 2, 28), "interval"),
    ("199X~/2022-24?", date(1990, 1, 1), date(2023, 2, 28), "interval"),
]


@pytest.mark.parametrize(("text", "earliest", "latest", "precision"), READ)
def test_reads_the_days_that_a_text_covers(
    text: str, earliest: date, latest: date, precision: str
) -> None:
    assert parse(text) == ImpreciseDate(text, earliest, latest, Precision(precision))


REFUSED = [
    ("", "“” is not a date: nothing is written."),
    ("  ", "“” is not a date: nothing is written."),
    ("2022-02-30", "“2022-02-30” is not a date: February 2022 has 28 days."),
    ("2023-02-29?", "“2023-02-29?” is not a date: February 2023 has 28 days."),
    ("1900-02-29", "“1900-02-29” is not a date: February 1900 has 28 days."),
    ("2022-04-31", "“2022-04-31” is not a date: April 2022 has 30 days."),
    ("2022-01-32", "“2022-01-32” is not a date: January 2022 has 31 days."),
    ("2022-01-00", "“2022-01-00” is not a date: January 2022 has 31 days."),
    ("2022-00", "“2022-00” is not a date: there is no month 00."),
    ("2022-13-01", "“2022-13-01” is not a date: there is no month 13."),
    ("2022-20", "“2022-20” is not a date: there is no month 20."),
    ("2022-25", "“2022-25” is not a date: there is no month 25."),
    ("2022-21-01", "“2022-21-01” is not a date: there is no month 21."),
    ("2022-21-XX", "“2022-21-XX” is not a date: there is no month 21."),
    ("9999-24", "“9999-24” is not a date: that winter ends after the year 9999."),
    ("0000", "“0000” is not a date: there is no year 0."),
    ("0000-01-01", "“0000-01-01” is not a date: there is no year 0."),
    ("000X", "“000X” is not a date: there is no year 0."),
    ("00XX", "“00XX” is not a date: there is no year 0."),
    ("-0044", "“-0044” is not a date: years before the year 1 cannot be kept."),
    ("Y17000", "“Y17000” is not a date: a year has four digits, and hyphens"),
    ("20220220", "“20220220” is not a date: a year has four digits, and hyphens"),
    ("20.02.2022", "“20.02.2022” is not a date: a year has four digits, and hyphens"),
    ("2022-2-20", "“2022-2-20” is not a date: the month and the day have two digits each."),
    ("2022-02-5", "“2022-02-5” is not a date: the month and the day have two digits each."),
    ("2022\N{EN DASH}02", "“2022–02” is not a date: its dash is not a hyphen."),
    ("199x", "“199x” is not a date: an unknown digit is a capital X."),
    ("2022?-02", "“2022?-02” is not a date: ?, ~ or % stands once, at the end."),
    ("2022?~", "“2022?~” is not a date: ?, ~ or % stands once, at the end."),
    ("2022-02-20T10:00", "“2022-02-20T10:00” is not a date: a time of day is no part of a date."),
    ("20 February 2022", "“20 February 2022” is not a date: a date is written in figures,"),
    ("2022-02- 20", "“2022-02- 20” is not a date: a date is written in figures,"),
    ("2022\n2023", "“2022\N{REPLACEMENT CHARACTER}2023” is not a date: a date is written in"),
    ("[2021,2022]", "“[2021,2022]” is not a date: a set of dates cannot be kept."),
    ("{2021..2022}", "“{2021..2022}” is not a date: a set of dates cannot be kept."),
    ("2022/..", "“..” is not a date: an interval needs both a first and a last date."),
    ("../2022", "“..” is not a date: an interval needs both a first and a last date."),
    ("2022/", "“2022/” is not a date: an interval needs both a first and a last date."),
    ("/2022", "“/2022” is not a date: an interval needs both a first and a last date."),
    ("/", "“/” is not a date: an interval needs both a first and a last date."),
    ("20/02/2022", "“20/02/2022” is not a date: an interval is two dates with one slash"),
    ("2022-02-08/2022-02-07", "“2022-02-08/2022-02-07” is not a date: its end is before its st"),
    ("2022-02/2022-02-27", "“2022-02/2022-02-27” is not a date: its end is before its start."),
    ("2022-02-02/2022-02", "“2022-02-02/2022-02” is not a date: its end is before its start."),
    ("2022/2022-02-30", "“2022-02-30” is not a date: February 2022 has 28 days."),
    ("٢٠٢٢", "“٢٠٢٢” is not a date: its digits have to be 0 to 9."),
    ("2022-02-2\u0660", "“2022-02-2\u0660” is not a date: its digits have to be 0 to 9."),
    ("\uff12022", "“\uff12022” is not a date: its digits have to be 0 to 9."),
    ("2022\0", "“2022\N{REPLACEMENT CHARACTER}” is not a date: it has a character that cannot"),
    ("2022\ud800", "“2022\N{REPLACEMENT CHARACTER}” is not a date: it has a character that"),
    ("yesterday", "“yesterday” is not a date: its form is not one of those that are accepted."),
    ("20XX-02", "“20XX-02” is not a date: its form is not one of those that are accepted."),
    ("XXXX", "“XXXX” is not a date: its form is not one of those that are accepted."),
    ("2022-XX-XX-XX", "“2022-XX-XX-XX” is not a date: its form is not one of those that are"),
    ("2022-XX-15", "“2022-XX-15” is not a date: its form is not one of those that are accepted."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sentence"), REFUSED)
def test_refuses_with_the_reason_and_with_examples(text: str, sentence: str) -> None:
    with pytest.raises(EDTFError) as refusal:
        parse(text)
    assert str(refusal.value).startswith(sentence)
    assert str(refusal.value).endswith(EXAMPLES)


def test_the_whole_sentence_for_a_journalist() -> None:
    with pytest.raises(EDTFError) as refusal:
        parse("2022-02-30")
    assert str(refusal.value) == (
        f"“2022-02-30” is not a date: February 2022 has 28 days. {EXAMPLES}"
    )


def test_forty_characters_are_read_through_and_one_more_is_too_long() -> None:
    with pytest.raises(EDTFError, match="a year has four digits"):
        parse("1" * 40)
    with pytest.raises(EDTFError, match=f"“{'1' * 40}…” is not a date: it has more than 40"):
        parse("1" * 41)
    with pytest.raises(EDTFError, match="it has more than 40"):
        parse("2022/" + "1" * 36)


def test_white_space_around_a_date_is_dropped_and_does_not_count() -> None:
    assert parse(f"{' ' * 41}2022-02\u00a0\n").text == "2022-02"


def test_the_examples_of_every_refusal_are_dates() -> None:
    for text in EXAMPLES.removeprefix("Write ").removesuffix(".").replace(" or ", ", ").split(", "):
        parse(text)


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("1999", False, False),
        ("1999?", True, False),
        ("1999~", False, True),
        ("1999%", True, True),
        ("1998/1999?", True, False),
        ("1998~/1999", False, True),
    ],
)
def test_tells_doubt_from_approximation(text: str, uncertain: bool, approximate: bool) -> None:
    assert (parse(text).uncertain, parse(text).approximate) == (uncertain, approximate)


@given(valid_texts)
def test_a_date_reads_back_from_its_text(text: str) -> None:
    read = parse(text)
    assert str(read) == text
    assert parse(str(read)) == read
    assert hash(parse(str(read))) == hash(read)


@given(valid_texts)
def test_a_date_is_in_order_and_fits_its_column(text: str) -> None:
    assert parse(text).earliest <= parse(text).latest
    assert len(text) <= MAX_LENGTH


@given(points)
def test_the_day_after_the_last_begins_another_month_unless_one_day_is_meant(text: str) -> None:
    read = parse(text)
    if read.precision != "day" and read.latest < date.max:
        assert read.earliest.day == (read.latest + timedelta(days=1)).day == 1


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_in_a_sentence_that_can_be_stored(text: str) -> None:
    with suppress(EDTFError):
        assert parse(text).text == text.strip()
        return
    with pytest.raises(EDTFError, match=r"^[^\0]+$") as refusal:
        parse(text)
    str(refusal.value).encode()
