"""Title, date and kinds are suggested by what the text says, and each says from what."""

import pytest

from statements.entering.headings import exchange_kind_of, heading_of, is_labelled

READOUT = "Telephone conversation with Emmanuel Macron\n\nFebruary 20, 2022\n\nThey spoke.\n"


def suggested(text: str) -> dict[str, str]:
    return {one.field: one.value for one in heading_of(text)}


def test_a_readout() -> None:
    assert suggested(READOUT) == {
        "title": "Telephone conversation with Emmanuel Macron",
        "date": "2022-02-20",
        "kind": "readout",
    }
    why = {one.field: one.why for one in heading_of(READOUT)}
    assert why["date"] == "“February 20, 2022” in the text"


def test_a_day_alone_is_no_title_and_a_paragraph_is_none() -> None:
    assert suggested("20 février 2022\n\nEntretien\n")["title"] == "Entretien"
    assert "title" not in suggested("word " * 100)
    assert suggested("") == suggested("\n \n") == suggested("🙈") == {}


def test_the_kind_is_told_by_the_title_too() -> None:
    kinds = [one.value for one in heading_of("They agreed.", "Meeting with Romano Prodi")]
    assert kinds == ["They agreed.", "readout"]


def test_a_transcript_is_told_by_its_speakers() -> None:
    turns = "Vladimir Putin: Good day.\n\nEmmanuel Macron: Good day.\n\nVladimir Putin: So.\n"
    assert is_labelled(turns)
    assert suggested(turns) == {"kind": "transcript"}
    assert not is_labelled(READOUT)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They spoke by phone after the meeting.", "call"),
        ("After the meeting they spoke by phone.", "meeting"),
        ("Состоялся телефонный разговор", "call"),
        ("s’est entretenu par visioconférence", "video_call"),
        ("Joint press conference", "press_conference"),
        ("telefonierte heute mit", "call"),
        ("", None),
        ("Nothing of the kind", None),
    ],
)
def test_the_kind_of_exchange_is_what_is_named_first(text: str, kind: str | None) -> None:
    assert [one.value for one in exchange_kind_of(text)] == ([kind] if kind else [])
