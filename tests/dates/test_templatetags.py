"""`{{ value|edtf_date }}`."""

from datetime import date

import pytest
from django.template import Context, Template

from dates.edtf import ImpreciseDate, Precision, parse


def rendered(value: object) -> str:
    return Template("{% load dates %}{{ value|edtf_date }}").render(Context({"value": value}))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            "2022-02-20?",
            '<time datetime="2022-02-20" title="2022-02-20?">20 February 2022 (uncertain)</time>',
        ),
        ("2022-02-XX", '<time datetime="2022-02" title="2022-02-XX">February 2022</time>'),
        ("0987", '<time datetime="0987" title="0987">987</time>'),
        ("2022-24", '<span title="2022-24">winter 2022–23</span>'),
        ("199X", '<span title="199X">1990s</span>'),
        ("19XX", '<span title="19XX">1900–1999</span>'),
        ("2021/2022", '<span title="2021/2022">2021–2022</span>'),
    ],
)
def test_gives_an_element(text: str, html: str) -> None:
    assert rendered(parse(text)) == html


def test_gives_nothing_without_a_date() -> None:
    assert rendered(None) == ""
    assert Template("{% load dates %}{{ missing|edtf_date }}").render(Context()) == ""


def test_escapes_whatever_the_value_holds() -> None:
    forged = ImpreciseDate('"><script>', date(2022, 1, 1), date(2022, 1, 1), Precision.DAY)
    assert "<script>" not in rendered(forged)
