"""The item of a statement in CSL-JSON."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dates.edtf import parse
from statements.citing.csl import as_csl, item
from statements.citing.csl_dates import csl_date
from statements.citing.kinds import TYPES, type_of
from statements.models import Document
from tests.citing.cited import ADDRESS, HOSTILE, SHA, cited

# Of the types and the variables of CSL 1.0.2 those that are used here, by what they hold.
OF_CSL = {"webpage", "document", "speech", "interview", "article-newspaper", "post"}
STRINGS = {
    "id", "type", "title", "original-title", "language", "archive", "archive_location", "URL",
    "container-title", "publisher", "genre", "note",
}  # fmt: skip
DATES = {"issued", "event-date", "accessed"}
NAMES = {"author"}
IN_DATES = {"date-parts", "season", "circa", "literal"}


def check(found: dict[str, Any]) -> None:
    """Fail where the item has what the schema of CSL-JSON does not."""
    assert set(found) <= STRINGS | DATES | NAMES
    assert {"id", "type"} <= set(found)
    assert found["type"] in OF_CSL
    assert all(isinstance(found[name], str) for name in STRINGS & set(found))
    for name in DATES & set(found):
        assert set(found[name]) <= IN_DATES
        assert 1 <= len(found[name].get("date-parts", [[1]])) <= 2
    assert all(set(name) == {"literal"} for name in found["author"])


def test_it_has_everything_that_is_known() -> None:
    found = item(cited())
    check(found)
    assert found == {
        "id": "verbatim-abc123def456",
        "type": "webpage",
        "title": "“It can only be held at the condition that Russia does not invade Ukraine.”",
        "author": [{"literal": "Emmanuel Macron"}],
        "language": "en",
        "event-date": {"date-parts": [[2022, 2, 21]]},
        "archive": "Verbatim",
        "archive_location": ADDRESS,
        "URL": "https://www.elysee.fr/call",
        "container-title": "Readout of the call",
        "publisher": "Élysée Palace",
        "genre": "readout",
        "issued": {"date-parts": [[2022, 2, 22]]},
        "accessed": {"date-parts": [[2022, 3, 1]]},
        "note": "Said as President of France. Copy kept on 1 March 2022, characters 1203 to 1310,"
        f" SHA-256 of its text: {SHA}.",
    }


def test_the_file_is_a_list_of_one_item_in_letters_of_all_scripts() -> None:
    written = as_csl(cited(speaker="Владимир Путин"))
    assert "Владимир Путин" in written
    assert json.loads(written) == [item(cited(speaker="Владимир Путин"))]


@given(text=st.text())
def test_any_text_is_read_back(text: str) -> None:
    given_one = cited(text=f"x{text}", speaker=f"x{text}", source={"title": f"x{text}"})
    [found] = json.loads(as_csl(given_one))
    assert found["container-title"] == " ".join(f"x{text}".split())
    check(found)


def test_hostile_words_are_words() -> None:
    [found] = json.loads(as_csl(cited(text=HOSTILE)))
    assert found["title"] == f"“{' '.join(HOSTILE.split())}”"


@pytest.mark.parametrize("kind", Document.Kind.values)
def test_every_kind_of_source_has_a_type(kind: str) -> None:
    assert kind in TYPES
    assert type_of(kind) in OF_CSL
    assert item(cited(source={"kind": kind}))["genre"] == kind.replace("_", " ")


def test_a_kind_that_is_not_known_is_a_document() -> None:
    assert type_of("scroll") == "document"


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2022-02-21", {"date-parts": [[2022, 2, 21]]}),
        ("2022-02", {"date-parts": [[2022, 2]]}),
        ("2022-02-XX", {"date-parts": [[2022, 2]]}),
        ("2022", {"date-parts": [[2022]]}),
        ("2022-02-21~", {"date-parts": [[2022, 2, 21]], "circa": True}),
        ("1999?", {"date-parts": [[1999]], "circa": True}),
        ("2022-21", {"date-parts": [[2022]], "season": 1}),
        ("2022-22", {"date-parts": [[2022]], "season": 2}),
        ("2022-23", {"date-parts": [[2022]], "season": 3}),
        ("2022-24", {"date-parts": [[2022]], "season": 4}),
        ("199X", {"literal": "1990s"}),
        ("19XX", {"literal": "1900–1999"}),
        ("2022-02-07/2022-02-08", {"date-parts": [[2022, 2, 7], [2022, 2, 8]]}),
        ("2021/2022-02~", {"date-parts": [[2021], [2022, 2]], "circa": True}),
        ("2022-21/2022-23", {"literal": "spring–autumn 2022"}),
        ("199X/2004", {"literal": "1990s–2004"}),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(date: str, told: dict[str, Any]) -> None:
    assert csl_date(parse(date)) == told


def test_what_is_undated_has_no_date() -> None:
    found = item(cited(date=None, source={"date": None}))
    check(found)
    assert not {"issued", "event-date"} & set(found)


def test_the_day_of_the_words_stands_in_for_that_of_the_source() -> None:
    assert item(cited(source={"date": None}))["issued"] == {"date-parts": [[2022, 2, 21]]}


def test_without_a_source_it_is_a_document_of_the_archive() -> None:
    found = item(cited(source=None, copy=None, is_direct=False))
    check(found)
    assert (found["type"], found["URL"]) == ("document", ADDRESS)
    assert found["author"] == [{"literal": "Emmanuel Macron"}]
    assert found["issued"] == {"date-parts": [[2022, 2, 21]]}
    assert not {"container-title", "publisher", "genre", "accessed"} & set(found)
    assert "SHA-256" not in found["note"]


def test_other_words_are_the_publishers() -> None:
    found = item(cited(is_direct=False))
    assert found["author"] == [{"literal": "Élysée Palace"}]
    assert found["note"].startswith("Attributed to Emmanuel Macron, President of France, in other")
    assert found["title"].startswith("It can")


def test_a_translation_names_its_original_and_a_retraction_comes_first() -> None:
    found = item(
        cited(
            is_translated=True,
            original="Seulement si\nla Russie…",
            original_language="French",
            retracted="A forgery.",
            doubt="The source has been changed since",
        )
    )
    check(found)
    assert found["original-title"] == "Seulement si la Russie…"
    assert found["note"].startswith(
        "RETRACTED: A forgery. The source has been changed since. Translated from French. Said as"
    )
