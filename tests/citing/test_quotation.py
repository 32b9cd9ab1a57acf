"""The quotation in the house style."""

from dates.edtf import parse
from statements.citing.quotation import as_quotation, reference
from tests.citing.cited import ADDRESS, HOSTILE, cited

WORDS = "“It can only be held at the condition that Russia does not invade Ukraine.”"
REST = f"""— Emmanuel Macron, President of France, 21 February 2022
Source: “Readout of the call”, Élysée Palace, 22 February 2022, https://www.elysee.fr/call \
(copy kept on 1 March 2022)
Verbatim: {ADDRESS}
"""


def test_it_gives_words_speaker_day_source_and_address() -> None:
    assert as_quotation(cited()) == f"{WORDS}\n{REST}"


def test_the_reference_goes_without_the_words() -> None:
    assert reference(cited()) == REST


def test_words_that_have_marks_keep_their_own() -> None:
    assert as_quotation(cited(text="« Non. »")).startswith("« Non. »\n—")


def test_other_words_have_no_marks_and_say_whose_they_are() -> None:
    lines = as_quotation(cited(text=" He was worried. ", is_direct=False)).splitlines()
    assert lines[0] == "He was worried."
    assert lines[-1] == (
        "Attributed to Emmanuel Macron, President of France, in other words than the speaker’s."
    )


def test_what_is_not_known_is_left_out_or_said() -> None:
    unknown = cited(
        title_that_day="", date=None, copy=None, source={"date": None, "url": "", "title": "A\n  b"}
    )
    assert as_quotation(unknown) == (
        f"{WORDS}\n— Emmanuel Macron, undated\nSource: “A b”, Élysée Palace, undated\n"
        f"Verbatim: {ADDRESS}\n"
    )


def test_without_a_source_the_archive_alone_is_named() -> None:
    lines = as_quotation(cited(source=None, copy=None)).splitlines()
    assert lines[1:] == [
        "— Emmanuel Macron, President of France, 21 February 2022",
        f"Verbatim: {ADDRESS}",
    ]


def test_an_imprecise_date_is_in_words() -> None:
    assert "— Emmanuel Macron, President of France, about 1999\n" in as_quotation(
        cited(date=parse("1999~"))
    )


def test_a_translation_gives_its_original() -> None:
    lines = as_quotation(
        cited(is_translated=True, original="Seulement si…", original_language="French")
    ).splitlines()
    assert lines[-2:] == ["Translated from French.", "Original: “Seulement si…”"]
    assert as_quotation(cited(is_translated=True)).endswith("\nTranslated.\n")


def test_what_was_taken_back_or_is_doubtful_says_so() -> None:
    told = as_quotation(cited(retracted="A forgery", doubt="Unverified: no copy")).splitlines()
    assert told[-2:] == ["RETRACTED: A forgery.", "Unverified: no copy."]


def test_the_words_stay_as_they_are() -> None:
    assert as_quotation(cited(text=HOSTILE.strip())).startswith(f"“{HOSTILE.strip()}”\n— ")
