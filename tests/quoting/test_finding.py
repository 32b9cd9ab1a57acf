"""Which public texts carry a quotation."""

import pytest

from statements.models import Document, Snapshot, Statement
from statements.quoting import candidates, finding
from statements.quoting.answers import answers
from statements.quoting.finding import Findings, _fewest, find
from statements.quoting.plans import Plan
from statements.quoting.terms import known_of
from statements.quoting.verdicts import Match, Piece, Verdict, Where
from statements.quoting.words import quotation_of
from tests.cast import anchored, document, statement

FIRST = "We expressed serious concern over the deterioration on the line of contact."
SECOND = "Both sides agreed to resume consultations within the Normandy format."
BETWEEN = "Journalists were then asked to leave the marble hall quickly."
TEXT = f"{FIRST} {SECOND}\n\n{BETWEEN}\n\nGoodbye."

pytestmark = pytest.mark.django_db


def found(quotation: str) -> Findings:
    return find(quotation_of(quotation))


def best(quotation: str) -> Match:
    return found(quotation).found[0]


def statements_of(match: Match) -> list[int]:
    return [piece.statement for piece in match.pieces]


@pytest.fixture
def copy() -> Snapshot:
    return Snapshot.objects.create(document=document(), text=TEXT)


@pytest.fixture
def first(copy: Snapshot) -> Statement:
    return anchored(copy, FIRST)


@pytest.fixture
def second(copy: Snapshot) -> Statement:
    return anchored(copy, SECOND)


@pytest.mark.parametrize(
    ("quotation", "verdict"),
    [
        (FIRST, Verdict.EXACT),
        ("«Serious CONCERN … on the line of contact»", Verdict.EXACT),
        ("expressed serious concern on the deterioration of the line of contact", Verdict.ALTERED),
        ("concern expressed over the serious deterioration on the contact line", Verdict.ALTERED),
        ("we expresed serious concern over the deterioration of contact", Verdict.ALTERED),
    ],
)
def test_a_statement_is_found_as_it_is_remembered(
    first: Statement, second: Statement, quotation: str, verdict: Verdict
) -> None:
    match = best(quotation)
    assert (match.verdict, match.where) == (verdict, Where.STATEMENT)
    assert statements_of(match) == [first.pk]


def test_the_most_alike_comes_first(first: Statement) -> None:
    near = statement(document(), FIRST.replace("serious concern", "grave worries"))
    assert [statements_of(match) for match in found(FIRST).found] == [[first.pk], [near.pk]]


def test_of_what_is_as_much_alike_a_statement_comes_first_and_the_newest() -> None:
    said = [statement(document(), FIRST) for _ in range(3)]
    said[2].translations.create(language="fr", translator="official", text=SECOND)
    said.append(statement(document(), SECOND))
    other = statement(document(), "Autre chose.", language="fr")
    other.translations.create(language="en", translator="official", text=SECOND)
    assert [statements_of(match) for match in found(FIRST).found] == [
        [one.pk] for one in said[2::-1]
    ]
    assert [statements_of(match) for match in found(SECOND).found] == [
        [said[3].pk], [other.pk], [said[2].pk]
    ]  # fmt: skip


def test_what_is_much_less_alike_is_shown_only_where_it_is_the_best(first: Statement) -> None:
    less = statement(document(), "We expressed serious concern over the deterioration in trade.")
    assert [statements_of(match) for match in found(FIRST).found] == [[first.pk]]
    Statement.objects.filter(pk=first.pk).update(editorial_status="draft")
    Document.objects.filter(pk=first.document_id).update(editorial_status="draft")
    assert statements_of(best(FIRST)) == [less.pk]


def test_a_quotation_runs_across_two_statements(first: Statement, second: Statement) -> None:
    match = best("deterioration on the line of contact. Both sides agreed to resume talks")
    assert statements_of(match) == [first.pk, second.pk]
    assert (match.verdict, match.where) == (Verdict.ALTERED, Where.STATEMENT)


def test_a_translation_is_found_as_one(first: Statement) -> None:
    made = first.translations.create(
        language="fr", translator="official", text="Une vive inquiétude devant la situation."
    )
    match = best("une vive inquietude devant cette situation")
    assert (match.where, match.translation) == (Where.TRANSLATION, made.pk)
    assert statements_of(match) == [first.pk]


def test_a_passage_that_no_statement_holds_is_found_in_its_source(first: Statement) -> None:
    match = best("then asked to leave the marble hall quickly")
    assert (match.where, match.pieces) == (Where.SOURCE, ())
    assert match.document == first.document_id
    assert match.verdict is Verdict.EXACT


def test_a_passage_that_goes_on_beyond_a_statement_is_of_the_statement(
    second: Statement,
) -> None:
    match = best("within the Normandy format. Journalists were then asked to leave")
    assert statements_of(match) == [second.pk]
    assert match.document == second.document_id
    assert match.verdict is Verdict.EXACT


def test_statements_within_others_are_told_once() -> None:
    long, short = Piece(1, 0, 99), Piece(2, 0, 50)
    inner, next_one = Piece(3, 9, 20), Piece(4, 50, 90)
    assert _fewest([long, short, inner], (5, 40)) == [short]
    assert _fewest([short, inner, next_one], (5, 80)) == [short, next_one]


def test_words_that_too_many_copies_have_are_not_looked_for_in_copies(
    first: Statement, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(BETWEEN).found
    monkeypatch.setattr(finding, "MOST_EXPECTED", -1)
    assert not found(BETWEEN).found


def test_a_newer_copy_of_the_same_source_is_no_second_answer(first: Statement) -> None:
    Snapshot.objects.create(document=first.document, text=f"Updated. {TEXT}")
    assert len(found("then asked to leave the marble hall").found) == 1
    crossing = found("the line of contact. Both sides agreed to resume consultations").found
    assert [statements_of(match) for match in crossing] == [[first.pk]]


@pytest.mark.parametrize("status", ["draft", "in_review"])
def test_drafts_are_not_found(first: Statement, second: Statement, status: str) -> None:
    first.translations.create(language="fr", translator="official", text="Une vive inquiétude.")
    Statement.objects.update(editorial_status=status)
    first.document.editorial_status = status
    first.document.save()
    for quotation in (FIRST, f"{FIRST} {SECOND}", BETWEEN, "Une vive inquiétude"):
        assert found(quotation) == Findings([], [])


def test_nothing_around_a_statement_of_a_draft_document_is_shown(
    first: Statement, second: Statement
) -> None:
    type(first.document).objects.update(editorial_status="draft")
    match = best("the line of contact. Both sides agreed to resume consultations")
    assert match.document is None
    assert match.words.text in {FIRST, SECOND}
    assert not found(BETWEEN).found


def test_a_draft_in_a_public_source_is_no_statement(first: Statement, second: Statement) -> None:
    Statement.objects.filter(pk=second.pk).update(editorial_status="draft")
    match = best(SECOND)
    assert (match.where, match.pieces) == (Where.SOURCE, ())
    across = best("the deterioration on the line of contact. Both sides agreed to resume")
    assert statements_of(across) == [first.pk]


def test_very_common_words_are_looked_for_too() -> None:
    made = statement(document(), "Over to you, he said.")
    answer = found("over to you")
    assert [statements_of(match) for match in answer.found] == [[made.pk]]
    assert answer.newest_only
    Statement.objects.update(editorial_status="draft")
    assert found("over to you") == Findings([], [], newest_only=True)


def test_words_without_a_place_in_an_index_are_looked_for_in_the_newest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(candidates, "MOST_NEWEST", 1)
    for day in (None, "2022-02-21", "2022-02-20", None):
        statement(document(), f"Over to you, he said: {day}.", date=day)
    [match] = found("over to you").found
    assert match.words.text.endswith("2022-02-21.")


@pytest.mark.parametrize("quotation", [FIRST, BETWEEN, "une vive inquiétude"])
def test_what_is_taken_back_meanwhile_is_not_shown(first: Statement, quotation: str) -> None:
    first.translations.create(language="fr", translator="official", text="Une vive inquiétude.")
    quoted = quotation_of(quotation)
    matches = find(quoted).found
    assert len(answers(quoted.words, matches)) == len(matches) == 1
    Statement.objects.update(editorial_status="draft")
    Document.objects.update(editorial_status="draft")
    assert answers(quoted.words, matches) == []


def any_of(quotation: str) -> Plan:
    """Give the plan that takes whatever has a word of the quotation."""
    return Plan(tuple(known_of(quotation_of(quotation).words).terms), 1)


def test_where_too_many_texts_answer_more_words_have_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "MOST_COUNTED", 2)
    for number in range(5):
        statement(document(), f"Serious matter {number}.")
    wanted = statement(document(), "Serious provocations at the border.")
    plan, words = any_of("serious provocations border"), quotation_of("serious border").words
    held = candidates.texts_by(plan, words, plan.terms)
    assert wanted.pk in {text.statement for text in held}


def test_where_too_many_copies_answer_more_words_have_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "MOST_COPIES", 2)
    for number in range(5):
        Snapshot.objects.create(document=document(), text=f"Serious matter {number}.")
    wanted = Snapshot.objects.create(document=document(), text="Serious provocations, border.")
    copies = candidates.copies_by(any_of("serious provocations border"))
    assert [copy.snapshot for copy in copies] == [wanted.pk]


def test_of_many_long_copies_no_more_is_read_than_has_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "INDEXED", 30)
    monkeypatch.setattr(candidates, "MOST_CHARACTERS", 70)
    for number in range(4):
        Snapshot.objects.create(document=document(), text=f"Serious matter {number}." * 9)
    copies = candidates.copies_by(any_of("serious matter"))
    assert [len(copy.text) for copy in copies] == [30, 30]


@pytest.mark.parametrize(
    ("language", "text", "quotation"),
    [
        ("zh", "我们说中国走和平发展道路，不会改变。", "中国要走和平发展的道路"),
        ("ja", "両国の関係は新しい段階に入りました。", "両国の関係が新しい段階に入りました"),
        ("th", "เราต้องการสันติภาพที่ยั่งยืน", "เราต้องการสันติภาพ"),
        ("ru", "Ещё раз подчеркну: решение принято.", "еще раз подчеркну решение принято"),
        ("ar", "نحن نريد السلام الدائم في المنطقة", "نريد السلام في المنطقة"),
        ("uk", "Ми хочемо миру й безпеки для всіх.", "ми хочемо безпеки й миру для всіх"),
        ("el", "Θέλουμε ειρήνη και ασφάλεια.", "θελουμε ειρηνη και ασφαλεια"),
    ],
)
def test_every_script_is_found(language: str, text: str, quotation: str) -> None:
    made = statement(document(language=language), text, language=language)
    assert statements_of(best(quotation)) == [made.pk]


@pytest.mark.parametrize("quotation", ["the U.S.", "an I.T. plan", "AK-47", "2.5", "e-mails"])
def test_words_with_signs_in_them_are_found(quotation: str) -> None:
    text = "In the U.S. an I.T. plan for AK-47 rifles cost 2.5 billion e-mails."
    made = statement(document(), text)
    assert statements_of(best(quotation)) == [made.pk]


def test_what_is_far_from_everything_is_only_near(first: Statement) -> None:
    answer = found("serious concern of zebras grazing peacefully in Kenya")
    assert answer.found == []
    assert [statements_of(match) for match in answer.near] == [[first.pk]]
    assert found("leave the marble zebras grazing peacefully in Kenya") == Findings([], [])


def test_in_a_long_statement_the_place_is_found() -> None:
    made = statement(document(), "gas coal " * 4000 + FIRST + " gas coal" * 4000)
    match = best("expressed serious concern over the line of contact")
    assert statements_of(match) == [made.pk]
    assert match.similarity > 0.7
