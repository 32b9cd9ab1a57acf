"""Snippets mark what answers, and carry no markup of anybody else's."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from statements.highlighting import START, STOP, exchange_snippets, snippets
from tests.cast import document, exchange, statement

pytestmark = pytest.mark.django_db

LONG = "Words without meaning stand here. " * 60


def snippet(text: str, words: str, language: str = "en") -> str:
    made = statement(document(), text, language=language)
    return snippets([made.pk], words)[made.pk]


@pytest.mark.parametrize(
    ("text", "words", "language", "marked"),
    [
        ("The negotiations go on.", "negotiation", "en", "The <mark>negotiations</mark> go on."),
        ("Les négociations.", "negociation", "fr", "Les <mark>négociations</mark>."),
        ("Гарантии безопасности", "гарантия", "ru", "<mark>Гарантии</mark> безопасности"),
        ("أكد أهمية المفاوضات", "المفاوضات", "ar", "أكد أهمية <mark>المفاوضات</mark>"),
        ("乌克兰总统克兰表示", "乌克兰", "zh", "<mark>乌克兰</mark>总统克兰表示"),
        ("乌克兰与WTO组织", "WTO组织", "zh", "乌克兰与<mark>WTO</mark><mark>组织</mark>"),
        ("ประธานาธิบดีที่นี่", "ที่นี่", "th", "ประธานาธิบดี<mark>ที่นี่</mark>"),
        ("乌克兰总统", "乌克兰 -总统", "zh", "<mark>乌克兰</mark>总统"),
        ("乌克兰总统", "乌 乌克兰", "zh", "<mark>乌克兰</mark>总统"),
        ("Gas and coal.", "gas -oil", "en", "<mark>Gas</mark> and coal."),
        ("Nothing.", "gas", "en", "Nothing."),
        ("We agree on what we do.", '"we do"', "en", "We agree on what <mark>we do</mark>."),
        (
            "No deal. A «Gas\nDeal», agreed.",
            '"gas deal"',
            "en",
            "No deal. A «<mark>Gas\nDeal</mark>», agreed.",
        ),
        (
            "Gas deals. A deal on gas deals.",
            '"gas deals" deal',
            "en",
            "<mark>Gas</mark> <mark>deals</mark>. "
            "A <mark>deal</mark> on <mark>gas</mark> <mark>deals</mark>.",
        ),
        ("a b a b a", '"a b a" or "b a b"', "de", "<mark>a b a</mark> b a"),
        ("总统，表示。总统", '"总统表示"', "zh", "<mark>总统，表示</mark>。总统"),
        (
            "a < b & \"gas\" 'x'",
            "gas",
            "en",
            "a &lt; b &amp; &quot;<mark>gas</mark>&quot; &#x27;x&#x27;",
        ),
    ],
)
def test_what_answers_is_marked(text: str, words: str, language: str, marked: str) -> None:
    assert snippet(text, words, language) == marked


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(gas)</script> gas",
        "<mark>gas</mark> </mark><b>gas",
        f"{START}<b>{STOP} gas {STOP}{START}",
        f"<{START}script>gas</{STOP}script> gas\x1f<i>",
        "&lt;script&gt; gas",
        '<img src=x onerror="gas"> gas',
        "乌克兰<b>gas</b>",
    ],
)
@pytest.mark.parametrize("words", ["gas", "script", "mark", "b", START, "<b>", "乌克兰"])
def test_no_markup_gets_through(text: str, words: str) -> None:
    for long in ("", LONG):
        made = snippet(long + text + long, words)
        assert "<" not in re.sub(r"<mark>[^<>]*</mark>", "", made)
        assert START not in made
        assert STOP not in made
        assert "\x1f" not in made


def test_a_text_is_not_changed_but_for_its_marks() -> None:
    text = "The  “line” of\ncontact,\t乌克兰 — ไทย\u202eabc is\u00a0here: https://a.b/c?d=e e-mail"
    made = snippet(text, "line 乌克兰")
    assert made.replace("<mark>", "").replace("</mark>", "") == text


def test_of_a_long_text_the_pieces_around_the_words_are_given() -> None:
    made = snippet(f"{LONG}A ceasefire was agreed. {LONG}", "ceasefire")
    assert made.startswith("… ")
    assert made.endswith(" …")
    assert "<mark>ceasefire</mark>" in made
    assert len(made) < 700


def test_where_nothing_is_marked_a_long_text_gives_its_beginning() -> None:
    text = f"It began here. {LONG}"
    made = snippet(text, "spokesman")
    assert made.startswith("It began here. Words")
    assert made.endswith(" …")
    assert 400 < len(made) < 700
    assert text.startswith(made.removesuffix("…"))
    assert "\x1f" not in snippet(f"It be\x1fgan here. {LONG}", "spokesman")


def test_of_letters_without_spaces_more_are_given_than_of_words() -> None:
    made = snippet("说" * 900 + "乌克兰" + "话" * 900, "乌克兰", "zh")
    assert "<mark>乌克兰</mark>" in made
    assert 40 < len(made) < 300


def test_words_beyond_what_is_looked_at_cost_nothing() -> None:
    made = snippet("word " * 15_000 + "ceasefire", "ceasefire")
    assert made.startswith("word word")
    assert "ceasefire" not in made


def test_a_page_asks_once() -> None:
    source = document()
    ids = [statement(source, f"Gas {number}").pk for number in range(20)]
    with CaptureQueriesContext(connection) as queries:
        made = snippets(ids, "gas")
    assert len(queries) == 1
    assert made[ids[3]] == "<mark>Gas</mark> 3"
    assert snippets([], "gas") == {}


@pytest.mark.parametrize("words", ["", '"', "\x00gas\x00", "a" * 500, "\ud800", "& | ! <-> ( :*"])
def test_any_words_give_a_snippet(words: str) -> None:
    assert "Gas" in snippet("Gas", words)


def test_of_an_exchange_title_and_summary_are_marked() -> None:
    made = exchange(title="A call on gas, <b>", summary="They spoke of gas & oil.")
    found = exchange_snippets([made.pk], "gas")[made.pk]
    assert found.title == "A call on <mark>gas</mark>, &lt;b&gt;"
    assert found.summary == "They spoke of <mark>gas</mark> &amp; oil."
