"""The entry of a statement in BibTeX."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dates.edtf import parse
from statements.citing.bibtex import as_bibtex, escaped
from tests.citing.cited import ADDRESS, HOSTILE, SHA, cited

FIELD = re.compile(r"^  (\w+) = (.*?),?$", re.MULTILINE)
ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]))


def fields(entry: str) -> dict[str, str]:
    """Give the fields of an entry as they are written; no field may be given twice."""
    found = FIELD.findall(entry)
    assert len(dict(found)) == len(found)
    return dict(found)


def depths(text: str) -> list[int]:
    """Give how deep in braces each character stands, as BibTeX counts: behind `\\` too."""
    depth, found = 0, []
    for sign in text:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        found.append(depth)
    return found


def test_it_is_one_entry_with_everything_that_is_known() -> None:
    assert as_bibtex(cited()) == (
        "@misc{verbatim-abc123def456,\n"
        "  author = {{Emmanuel Macron}},\n"
        "  title = {{“It can only be held at the condition that Russia does not invade"
        " Ukraine.”}},\n"
        "  howpublished = {“Readout of the call”, Élysée Palace},\n"
        "  year = {2022},\n"
        "  month = feb,\n"
        "  day = {22},\n"
        "  eventdate = {2022-02-21},\n"
        "  language = {English},\n"
        "  url = {https://www.elysee.fr/call},\n"
        "  urldate = {2022-03-01},\n"
        f"  note = {{Verbatim: {ADDRESS} Copy kept on 1 March 2022, characters 1203 to 1310,"
        f" SHA-256 of its text: {SHA}.}}\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("\\", r"\textbackslash{}"),
        ("{x}", r"\textbraceleft{}x\textbraceright{}"),
        ("5 % & 6 # a_b $", r"5 \% \& 6 \# a\_b \$"),
        ("~^", r"\textasciitilde{}\textasciicircum{}"),
        ("\\%", r"\textbackslash{}\%"),
        ("a\r\n b\tc", "a b c"),
        ("Élysée — Кремль", "Élysée — Кремль"),
    ],
)
def test_what_tex_would_take_for_its_own_is_escaped(text: str, told: str) -> None:
    assert escaped(text) == told


@given(text=ANY_TEXT)
def test_no_text_ends_a_field_or_the_entry_before_its_end(text: str) -> None:
    entry = as_bibtex(
        cited(
            text=f"x{text}",
            speaker=f"x{text}",
            is_translated=True,
            original=text,
            doubt=text,
            source={"title": text, "publisher": text, "url": f"https://a.example/{text}"},
        )
    )
    found = depths(entry)
    assert min(found) == 0
    assert found.index(0, 6) == len(entry.rstrip()) - 1
    for name, value in fields(entry).items():
        assert name == "month" or depths(value).index(0) == len(value) - 1, name


def test_hostile_words_leave_the_fields_as_they_are() -> None:
    plain = fields(as_bibtex(cited()))
    entry = as_bibtex(cited(text=HOSTILE, speaker=HOSTILE, source={"title": HOSTILE}))
    assert list(fields(entry)) == list(plain)
    assert entry.count("@misc{verbatim-abc123def456,") == 1


def test_an_address_is_as_it_is_but_for_what_would_end_it() -> None:
    url = "https://a.example/x_y?a=1&b=%20#c~{d}\\ e"
    assert fields(as_bibtex(cited(source={"url": url})))["url"] == (
        "{https://a.example/x_y?a=1&b=%20#c~%7Bd%7D%5C%20e}"
    )


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2022-02", {"year": "{2022}", "month": "feb"}),
        ("2022", {"year": "{2022}"}),
        ("2022-09-05", {"year": "{2022}", "month": "sep", "day": "{5}"}),
        ("1999~", {"year": "{about 1999}"}),
        ("2022-02-21?", {"year": "{21 February 2022 (uncertain)}"}),
        ("199X", {"year": "{1990s}"}),
        ("2022-21", {"year": "{spring 2022}"}),
        ("2022-02-07/2022-02-08", {"year": "{7–8 February 2022}"}),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(date: str, told: dict[str, str]) -> None:
    found = fields(as_bibtex(cited(source={"date": parse(date)})))
    assert {name: found[name] for name in ("year", "month", "day") if name in found} == told


def test_the_day_of_the_words_stands_in_for_that_of_the_source() -> None:
    found = fields(as_bibtex(cited(source={"date": None})))
    assert (found["year"], found["month"], found["day"]) == ("{2022}", "feb", "{21}")


def test_what_is_undated_has_no_date() -> None:
    found = fields(as_bibtex(cited(date=None, source={"date": None})))
    assert not {"year", "month", "day", "eventdate"} & set(found)


def test_without_a_source_or_its_address_the_archive_is_where_it_is_read() -> None:
    assert fields(as_bibtex(cited(source={"url": ""})))["url"] == f"{{{ADDRESS}}}"
    found = fields(as_bibtex(cited(source=None, copy=None)))
    assert found["url"] == f"{{{ADDRESS}}}"
    assert not {"howpublished", "urldate"} & set(found)


def test_other_words_are_the_publishers() -> None:
    found = fields(as_bibtex(cited(is_direct=False)))
    assert found["author"] == "{{Élysée Palace}}"
    assert found["title"].startswith("{{It can")
    assert found["note"].startswith("{Attributed to Emmanuel Macron, President of France, in")


def test_long_words_are_given_by_their_beginning() -> None:
    found = fields(as_bibtex(cited(text="word " * 41)))
    assert found["title"] == f"{{{{“{'word ' * 40}…”}}}}"


def test_a_translation_and_a_retraction_say_so() -> None:
    found = fields(
        as_bibtex(
            cited(is_translated=True, original="Non.", original_language="French", retracted="No")
        )
    )
    assert found["origtitle"] == "{{Non.}}"
    assert found["note"].startswith("{RETRACTED: No. Translated from French. Verbatim: ")
