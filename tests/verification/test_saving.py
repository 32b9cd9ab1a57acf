"""What a change of a statement, by an import or by raw SQL, means for what failed before."""

from pathlib import Path

import pytest

from statements.admin.carrying import carry_over
from statements.models import FailedCheck, Snapshot, Statement, VerificationRun
from statements.postings import current
from statements.verification import check_statements
from tests.loading.bundles import PAPER, WHOLE, WORDS, imported
from tests.statements.makers import copy_of, document, statement
from tests.verification.tampering import behind_the_triggers, sql

pytestmark = pytest.mark.django_db


def failed(of: Statement, reason: str = "not_quoted") -> FailedCheck:
    return FailedCheck.objects.create(statement=of, reason=reason, should="X", stands="Y")


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Other words."},
        {"quote_type": "readout"},
        {"editorial_status": "in_review"},
        {"override_reason": "Heard."},
    ],
)
def test_what_is_judged_anew_is_forgotten(change: dict[str, str]) -> None:
    words = statement(document())
    failed(words)
    Statement.objects.filter(pk=words.pk).update(**change)
    assert not FailedCheck.objects.exists()


@pytest.mark.parametrize("change", [{"date": "2022"}, {"text": "Words."}])
def test_what_changes_nothing_of_that_leaves_it(change: dict[str, str]) -> None:
    words = statement(document())
    failed(words)
    Statement.objects.filter(pk=words.pk).update(**change)
    assert FailedCheck.objects.exists()


def test_an_anchor_that_is_still_wrong_is_not_forgotten() -> None:
    kept = copy_of(document(), "No. Yes.")
    ends = {"snapshot": kept, "anchor_start": 0, "anchor_end": 3, "anchor_exact": "No."}
    words = statement(kept.document, text="No.", **ends)
    failed(words, "other_words")
    with behind_the_triggers():
        sql("UPDATE statements_statement SET anchor_start = 1, anchor_end = 4")
    Statement.objects.update(editorial_status="retracted", retraction_reason="Wrong.")
    assert FailedCheck.objects.exists()
    Statement.objects.update(anchor_start=0, anchor_end=3, anchor_exact="No.")
    assert not FailedCheck.objects.exists()


def test_what_failed_goes_with_its_statement() -> None:
    words = statement(document())
    failed(words)
    words.delete()
    assert not FailedCheck.objects.exists()


def test_lists_that_are_kept_are_told() -> None:
    words = statement(document(), editorial_status="published")
    kept = copy_of(words.document, "Words.")
    before = current.statements()
    failed(words)
    assert current.statements() is not before
    before = current.statements()
    FailedCheck.objects.all().delete()
    assert current.statements() is not before
    ends = {"snapshot": kept, "anchor_start": 0, "anchor_end": 6, "anchor_exact": "Words."}
    Statement.objects.update(**ends)
    before = current.statements()
    FailedCheck.objects.create(snapshot=kept, reason="changed")
    assert current.statements() is not before
    before = current.statements()
    copy_of(words.document, "Other.")
    assert current.statements() is not before
    before = current.statements()
    copy_of(document(), "The first copy of another document.")
    assert current.statements() is before


def test_checking_asks_a_fixed_number_of_queries(
    django_assert_max_num_queries: object,
) -> None:
    kept = copy_of(document(), "No. " * 50)
    for at in range(0, 200, 4):
        ends = {"snapshot": kept, "anchor_start": at, "anchor_end": at + 3, "anchor_exact": "No."}
        statement(kept.document, text="No.", **ends)
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        check_statements(Statement.objects.values_list("pk", flat=True))


def test_an_import_does_not_lose_an_anchor_and_takes_along_what_it_can(tmp_path: Path) -> None:
    imported(tmp_path / "a", **WHOLE)
    paper = Snapshot.objects.get()
    more = statement(
        paper.document, text="We do not.", editorial_status="published", quote_type="direct",
        snapshot=paper, anchor_start=paper.text.index("We do not."),
        anchor_end=paper.text.index("We do not.") + 10, anchor_exact="We do not.",
    )  # fmt: skip
    failed(more, "other_words")
    text = "Ben Roy: “We do not.” Ann Lee has taken it back."
    imported(tmp_path / "b", **{**WHOLE, "documents": [{**PAPER, "text": text}]})
    latest = Snapshot.objects.first()
    words = Statement.objects.get(import_id="words")
    more.refresh_from_db()
    assert (words.snapshot, words.anchor_exact) == (paper, "We agree.")
    assert (more.snapshot, more.anchor_start) == (latest, 10)
    assert list(Statement.objects.all().gone_from_source()) == [words]
    assert not FailedCheck.objects.exists(), "its place was found anew"


def test_an_import_anchors_new_words_in_the_latest_copy_that_has_them(tmp_path: Path) -> None:
    imported(tmp_path / "a", **WHOLE)
    paper = Snapshot.objects.get()
    later = copy_of(paper.document, "Later. “We agree.” Ben Roy said: “No comment.”")
    both = [
        {**WORDS, "id": "gone", "text": "We do not."},
        {**WORDS, "id": "there", "text": "We agree."},
    ]
    imported(tmp_path / "b", **{**WHOLE, "statements": [WORDS, *both]})
    placed = {one.import_id: one.snapshot for one in Statement.objects.exclude(import_id=None)}
    assert placed["gone"] == paper
    assert placed["there"] == later


def test_an_import_prefers_the_place_with_the_same_surroundings(tmp_path: Path) -> None:
    text = "Q: Sign? A: Yes. Q: Pay? A: Yes."
    yes = [{**WORDS, "id": "pay", "text": "Yes."}]
    files = {**WHOLE, "documents": [{**PAPER, "text": text}], "statements": yes}
    imported(tmp_path / "a", **files)
    second = text.rindex("Yes.")
    Statement.objects.update(anchor_start=second, anchor_end=second + 4)
    longer = f"Q: Ready? A: Yes. {text}"
    imported(tmp_path / "b", **{**files, "documents": [{**PAPER, "text": longer}]})
    assert Statement.objects.get().anchor_start == longer.rindex("Yes.")


def test_a_run_is_kept_when_what_it_found_is_mended() -> None:
    run = VerificationRun.objects.create(failures=1)
    words = statement(document())
    FailedCheck.objects.create(statement=words, reason="not_quoted", run=run)
    check_statements([words.pk])
    assert list(VerificationRun.objects.all()) == [run]


def test_what_failed_is_carried_over_by_its_words() -> None:
    kept = copy_of(document(), "They said: No. Yes.")
    ends = {"snapshot": kept, "anchor_start": 11, "anchor_end": 14, "anchor_exact": "No."}
    words = statement(kept.document, text="No.", **ends)
    with behind_the_triggers():
        sql("UPDATE statements_statement SET anchor_start = 15, anchor_end = 18")
    check_statements([words.pk])
    later = copy_of(kept.document, "Later. They said: No. Yes.")
    carried = carry_over(kept.document)
    words.refresh_from_db()
    assert (carried.carried, carried.flagged) == ([words.pk], [])
    assert (words.snapshot, words.anchor_start) == (later, 18)
    assert not FailedCheck.objects.exists()


def test_a_new_copy_without_words_in_quotation_marks_fails_who_quotes_them() -> None:
    fields = {"quote_type": "mixed", "editorial_status": "published"}
    words = statement(
        copy_of(document(), "Of a “push”.").document, text="It said “push”.", **fields
    )
    check_statements([words.pk])
    assert not FailedCheck.objects.exists()
    copy_of(words.document, "Of a “shove”.")
    carry_over(words.document)
    assert FailedCheck.objects.get().should == "push"
    copy_of(words.document, "Of a “push” again.")
    carry_over(words.document)
    assert not FailedCheck.objects.exists()
