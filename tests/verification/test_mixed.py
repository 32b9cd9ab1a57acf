"""Of a statement with words in quotation marks, these have to stand in the latest copy."""

import pytest

from statements.models import FailedCheck
from statements.verification.quoted import quoted_passages
from tests.cast import Cast, document, statement, the_cast
from tests.statements.makers import copy_of
from tests.verification.tampering import verify_quotes


@pytest.fixture
def cast(db: None) -> Cast:
    return the_cast()


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("He spoke of “serious concern” and “the line”.", ["serious concern", "the line"]),
        ('He "agrees," she "does not."', ["agrees", "does not"]),
        ("« Non », dit-il, et „Nein“ oder „nie”.", ["Non", "Nein", "nie"]),
        ("Он сказал «да».", ["да"]),
        ("He's ‘not sure’, the ministers' man said.", ["not sure"]),
        ("The EU’s view, and theirs’ too.", []),
        ("“…” and “ ”, “open", []),
        ("「はい」と言った", ["はい"]),
    ],
)
def test_what_stands_in_quotation_marks(text: str, passages: list[str]) -> None:
    assert quoted_passages(text) == passages


def test_passages_that_stand_in_the_copy(cast: Cast) -> None:
    statement(
        cast.kremlin_readout,
        'There was “serious  concern”, and "provocations," it said.',
        quote_type="mixed",
    )
    statement(cast.kremlin_readout, "“deterioration on the line” was seen.", quote_type="mixed")
    assert verify_quotes().status == 1  # “serious” has a capital in the copy.
    assert FailedCheck.objects.get().should == "serious  concern"


def test_a_passage_that_does_not_is_named(cast: Cast) -> None:
    words = statement(
        cast.kremlin_readout, "“provocations” and “a push for war”.", quote_type="mixed"
    )
    seen = verify_quotes()
    assert seen.status == 1
    assert "words in quotation marks do not stand in the kept copy\n" in seen.out
    assert "should be: “a push for war”\n" in seen.out
    copy_of(cast.kremlin_readout, "Provocations, and “a push for war”. No more provocations.")
    assert verify_quotes().status == 0, "the latest copy has both"
    assert not FailedCheck.objects.filter(statement=words).exists()


@pytest.mark.parametrize(
    "fields",
    [
        {"override_reason": "Heard on the radio."},
        {"editorial_status": "draft"},
        {"editorial_status": "retracted", "retraction_reason": "Wrong."},
        {"quote_type": "indirect"},
    ],
)
def test_what_is_not_claimed_is_not_looked_for(cast: Cast, fields: dict[str, str]) -> None:
    statement(cast.kremlin_readout, "“a push for war”.", **{"quote_type": "mixed"} | fields)
    assert verify_quotes().status == 0


def test_where_no_copy_is_kept_there_is_nothing_to_compare(cast: Cast) -> None:
    statement(document(), "“a push for war”.", quote_type="mixed")
    assert verify_quotes().status == 0
