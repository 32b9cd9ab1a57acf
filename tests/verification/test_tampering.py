"""What was changed behind the triggers' back is found, said, and forgotten once it is mended."""

import pytest
from django.db import DatabaseError, transaction

from statements.models import (
    EditorialStatus,
    FailedCheck,
    Snapshot,
    SnapshotSeal,
    Statement,
    VerificationRun,
)
from tests.cast import Cast, anchored, statement, the_cast
from tests.statements.makers import copy_of, document
from tests.verification.tampering import behind_the_triggers, sql, verify_quotes, without_rules


@pytest.fixture
def cast(db: None) -> Cast:
    return the_cast()


def reasons() -> list[str]:
    return list(FailedCheck.objects.values_list("reason", flat=True))


def test_an_archive_in_which_all_is_right(cast: Cast) -> None:
    seen = verify_quotes()
    assert seen.status == 0
    assert "Compared: 3 statements and 2 kept copies in 0." in seen.out
    assert seen.out.endswith("s. Nothing failed.\n")
    run = VerificationRun.objects.get()
    assert (run.statements, run.snapshots, run.failures, run.interrupted) == (3, 2, 0, False)
    assert run.ended_at is not None
    assert not FailedCheck.objects.exists()


@pytest.mark.parametrize("status", EditorialStatus.values)
def test_a_changed_anchor_is_found_whatever_the_status(cast: Cast, status: str) -> None:
    words = cast.condition
    Statement.objects.update(editorial_status=status, retraction_reason="R.")
    with behind_the_triggers():
        sql(
            "UPDATE statements_statement SET text = 'It cannot be held.', anchor_exact = "
            "'It cannot be held.' WHERE id = %s",
            words.pk,
        )
    seen = verify_quotes()
    assert seen.status == 1
    assert f"{words.get_absolute_url()} {words.speaker_as_printed}\n" in seen.out
    assert "  other words stand at its place in the kept copy\n" in seen.out
    assert "  should be: “It cannot be held.”\n" in seen.out
    assert "  stands:    “It can only be held at the condition that" in seen.out
    assert seen.out.endswith("1 failure.\n")
    failed = FailedCheck.objects.get()
    assert (failed.statement, failed.reason) == (words, "other_words")


def test_a_moved_anchor_is_found(cast: Cast) -> None:
    with behind_the_triggers():
        sql("UPDATE statements_statement SET anchor_start = anchor_start + 1")
    assert verify_quotes().status == 1
    assert reasons() == ["other_words"] * 3


def test_an_anchor_beyond_the_end_is_found(cast: Cast) -> None:
    with behind_the_triggers():
        sql("UPDATE statements_statement SET anchor_start = 9000, anchor_end = 9010")
    seen = verify_quotes()
    assert reasons() == ["other_words"] * 3
    assert "stands:" not in seen.out


def test_words_that_are_not_those_of_the_anchor_are_found(cast: Cast) -> None:
    without_rules("statement_anchor_has_its_words")
    with behind_the_triggers():
        sql("UPDATE statements_statement SET text = 'Russia invades.' WHERE anchor_start = 0")
    assert verify_quotes().status == 1
    assert set(reasons()) == {"not_its_own"}


def test_an_anchor_in_another_documents_copy_is_found(cast: Cast) -> None:
    other = copy_of(document(), cast.condition.text)
    with behind_the_triggers():
        sql(
            "UPDATE statements_statement SET snapshot_id = %s WHERE id = %s",
            other.pk,
            cast.condition.pk,
        )
    assert verify_quotes().status == 1
    assert reasons() == ["not_its_copy"]
    seen = verify_quotes("--statement", cast.condition.public_id)
    assert "a copy that is not one of its document" in seen.out


def test_what_is_anchored_after_a_strange_copy_is_compared_too(cast: Cast) -> None:
    early = Snapshot.objects.order_by("pk")[0]
    late = copy_of(cast.elysee_readout, "Another text, with: No.")
    anchored(late, "No.")
    with behind_the_triggers():
        sql(
            "UPDATE statements_statement SET snapshot_id = %s WHERE id = %s",
            early.pk,
            cast.condition.pk,
        )
        sql("UPDATE statements_statement SET anchor_start = 1 WHERE text = 'No.'")
    assert verify_quotes().status == 1
    assert reasons() == ["not_its_copy", "other_words"]


def test_a_direct_quotation_without_an_anchor_is_found(cast: Cast) -> None:
    without_rules("statement_direct_is_verified")
    words = statement(cast.elysee_readout, "Never said.", quote_type="direct")
    seen = verify_quotes()
    assert seen.status == 1
    assert words.get_absolute_url() in seen.out
    assert reasons() == ["no_anchor"]
    Statement.objects.filter(pk=words.pk).update(override_reason="Heard by our reporter.")
    assert reasons() == []
    assert verify_quotes().status == 0


def test_a_copy_that_was_changed_is_found_although_its_hash_followed(cast: Cast) -> None:
    kept = cast.condition.snapshot
    assert kept is not None
    before = kept.sha256
    with behind_the_triggers():
        sql("UPDATE statements_snapshot SET text = text || ' Or so.' WHERE id = %s", kept.pk)
    kept.refresh_from_db()
    assert kept.sha256 != before
    seen = verify_quotes()
    assert seen.status == 1
    assert f"{kept.document.get_absolute_url()} copy of " in seen.out
    assert f"should be: “SHA-256 {before}”" in seen.out
    assert f"stands:    “SHA-256 {kept.sha256}”" in seen.out
    failed = FailedCheck.objects.get()
    assert (failed.snapshot, failed.statement, failed.reason) == (kept, None, "changed")
    assert list(Statement.objects.all().failing()) == [cast.condition]


@pytest.mark.parametrize("column", ["retrieved_at = '2001-01-01'", "document_id = %s"])
def test_a_copy_that_says_another_origin_is_found(cast: Cast, column: str) -> None:
    kept = copy_of(document(), "Nothing is quoted from it.")
    with behind_the_triggers():
        sql(
            f"UPDATE statements_snapshot SET {column} WHERE text LIKE 'Nothing%%'",  # noqa: S608
            *([cast.elysee_readout.pk] if "%" in column else []),
        )
    assert verify_quotes().status == 1
    assert FailedCheck.objects.get().snapshot == kept


@pytest.mark.parametrize(("again", "reason"), [(False, "changed"), (True, "damaged")])
def test_a_hash_that_is_not_that_of_the_text_is_found(cast: Cast, again: bool, reason: str) -> None:
    """As where the function behind the column is another one, before or after the copy came."""
    kept = copy_of(document(), "A text.")
    sql(
        "CREATE OR REPLACE FUNCTION sha256_hex(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT "
        "AS $$ SELECT repeat('0', 64) $$"
    )
    with behind_the_triggers():
        if again:
            sql("UPDATE statements_snapshot SET text = text WHERE id = %s", kept.pk)
    if not again:
        copy_of(document(), "Another text.")
    assert verify_quotes().status == 1
    assert reasons() == [reason]


def test_a_copy_that_is_gone_is_missed(cast: Cast) -> None:
    kept = copy_of(document(), "Nothing is quoted from it.")
    with behind_the_triggers():
        sql("DELETE FROM statements_snapshot WHERE id = %s", kept.pk)
    seen = verify_quotes()
    assert seen.status == 1
    assert f"copy {kept.pk}\n  the copy is gone\n" in seen.out
    assert verify_quotes("--document", cast.elysee_readout.public_id).status == 0


def test_a_copy_without_a_seal_is_found_until_it_is_sealed(cast: Cast) -> None:
    with behind_the_triggers():
        sql("DELETE FROM statements_snapshotseal")
    assert verify_quotes().status == 1
    assert verify_quotes().status == 1
    assert set(reasons()) == {"unsealed"}
    seen = verify_quotes("--seal")
    assert seen.status == 0
    assert seen.out.startswith("Sealed: 2.\n")
    assert reasons() == []


def test_a_seal_is_neither_changed_nor_taken_away(cast: Cast) -> None:
    for query in ("UPDATE statements_snapshotseal SET sha256 = ''", "DELETE FROM {0}"):
        with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
            sql(query.format("statements_snapshotseal"))


def test_a_copy_is_sealed_as_it_comes(cast: Cast) -> None:
    kept = copy_of(document(), "Naïve text.")
    seal = SnapshotSeal.objects.get(pk=kept.pk)
    assert (seal.sha256, seal.retrieved_at) == (kept.sha256, kept.retrieved_at)
    assert seal.document_id == kept.document_id


def test_what_is_mended_is_forgotten(cast: Cast) -> None:
    for query in (
        "UPDATE statements_statement SET anchor_start = anchor_start + 1",
        "UPDATE statements_snapshot SET text = text || '!'",
    ):
        with behind_the_triggers():
            sql(query)
    assert verify_quotes().status == 1
    assert len(reasons()) == 5
    with behind_the_triggers():
        sql("UPDATE statements_statement SET anchor_start = anchor_start - 1")
        sql("UPDATE statements_snapshot SET text = left(text, -1)")
    assert reasons(), "until it is looked at once more"
    assert verify_quotes().status == 0
    assert reasons() == []


def test_hostile_words_are_said_on_one_line_without_what_moves_a_cursor(cast: Cast) -> None:
    hostile = "\x1b[2J<script>alert(1)</script>\n\u202e%s {} \\"
    words = cast.condition
    with behind_the_triggers():
        sql(
            "UPDATE statements_statement SET text = %s, anchor_exact = %s, "
            "speaker_as_printed = %s WHERE id = %s",
            hostile,
            hostile,
            hostile,
            words.pk,
        )
    seen = verify_quotes()
    assert seen.status == 1
    assert "\x1b" not in seen.out
    assert "\u202e" not in seen.out
    assert "should be: “\ufffd[2J<script>alert(1)</script> \ufffd%s {} \\”\n" in seen.out


def test_of_a_long_text_the_place_where_it_differs_is_said(cast: Cast) -> None:
    text = "word " * 5000 + "and so on"
    kept = copy_of(document(), text)
    words = anchored(kept, text)
    changed = text[:20_000] + "X" + text[20_001:]
    with behind_the_triggers():
        sql(
            "UPDATE statements_statement SET text = %s, anchor_exact = %s WHERE id = %s",
            changed,
            changed,
            words.pk,
        )
    verify_quotes()
    failed = FailedCheck.objects.get()
    assert failed.should.startswith("…")
    assert "Xord" in failed.should
    assert "Xord" not in failed.stands
    assert len(failed.should) < 500
