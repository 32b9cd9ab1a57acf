"""Whether a statement stands in its source is said in words, on its page and in lists."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from statements.models import Document, FailedCheck, Snapshot, Statement, VerificationRun
from statements.verification.badge import FAILED, IN_PARTS, UNVERIFIED, doubt
from tests.cast import Cast, anchored, document, statement
from tests.verification.tampering import without_rules

# A run is noted by the owner alone.
pytestmark = pytest.mark.usefixtures("as_owner")

LIST = "/statements/"


def page_of(client: Client, of: Statement) -> str:
    return " ".join(client.get(of.get_absolute_url()).content.decode().split())


def newer(of: Statement, text: str) -> Snapshot:
    later = timezone.now() + datetime.timedelta(minutes=1)
    return Snapshot.objects.create(document=of.document, text=text, retrieved_at=later)


def run(day: int, **fields: object) -> VerificationRun:
    made = VerificationRun.objects.create(ended_at=timezone.now(), **fields)
    started = datetime.datetime(2099, 1, day, tzinfo=datetime.UTC)
    VerificationRun.objects.filter(pk=made.pk).update(started_at=started)
    return made


def test_words_that_stand_there_are_verified(reader: Client, cast: Cast) -> None:
    today = f"{timezone.now():%-d %B %Y}"
    page = page_of(reader, cast.condition)
    assert '<span class="verified">Verified</span>: these words stand in the copy' in page
    assert "last checked on <time datetime=" in page
    assert f">{today}</time>." in page


def test_the_last_whole_run_is_the_day_of_the_check(reader: Client, cast: Cast) -> None:
    run(3)
    run(4, interrupted=True)
    run(5, only=f"statement {cast.escalation.public_id}")
    VerificationRun.objects.create(started_at="2099-01-06T00:00Z")
    assert ">3 January 2099</time>." in page_of(reader, cast.condition)


def test_words_that_changed_later_were_checked_when_they_changed(
    reader: Client, cast: Cast
) -> None:
    run(3)
    VerificationRun.objects.update(started_at="2001-01-03T00:00Z")
    Statement.objects.update(created_at="2000-01-01T00:00Z")
    assert ">3 January 2001</time>." in page_of(reader, cast.condition)
    Statement.objects.filter(pk=cast.condition.pk).update(date="2022")
    assert ">3 January 2001</time>." in page_of(reader, cast.condition)
    Statement.objects.filter(pk=cast.condition.pk).update(
        text=cast.condition.text.removesuffix(".") + "!"
    )
    assert f">{timezone.now():%-d %B %Y}</time>." in page_of(reader, cast.condition)


def test_words_that_are_left_out_are_counted(reader: Client, cast: Cast) -> None:
    without_rules("statement_anchor_has_its_words")
    exact = cast.condition.anchor_exact
    text = exact.replace("at the condition that", "…")
    Statement.objects.filter(pk=cast.condition.pk).update(text=text)
    assert ">Verified with 4 words left out</span>" in page_of(reader, cast.condition)


def test_other_words_have_nothing_to_be_compared(reader: Client, cast: Cast) -> None:
    words = statement(cast.kremlin_readout, "He was worried.")
    page = page_of(reader, words)
    assert "In other words</span>: there is nothing to compare word for word." in page
    assert "Unverified" not in page


def test_without_a_copy_nothing_is_verified(reader: Client, cast: Cast) -> None:
    words = statement(document(), quote_type="direct", override_reason="Heard <b>it</b>.")
    page = page_of(reader, words)
    assert "Unverified</span>: no copy of the source is kept." in page
    assert "Published all the same, because: Heard &lt;b&gt;it&lt;/b&gt;." in page


def test_quotations_within_other_words_are_looked_for(reader: Client, cast: Cast) -> None:
    words = statement(cast.kremlin_readout, "It named “provocations”.", quote_type="mixed")
    assert "the words in quotation marks stand in the copy" in page_of(reader, words)
    Statement.objects.filter(pk=words.pk).update(text="“Peace”, “provocations”, “<b>”.")
    page = page_of(reader, words)
    assert ">Peace</q>, <q" in page
    assert ">&lt;b&gt;</q> were not found in the kept copy of the source." in page


@pytest.mark.parametrize("of_copy", [False, True])
def test_what_failed_its_check_is_not_called_verified(
    reader: Client, cast: Cast, of_copy: bool
) -> None:
    words = cast.condition
    Document.objects.update(copy_shown="whole")
    of = {"snapshot": words.snapshot} if of_copy else {"statement": words}
    FailedCheck.objects.create(
        **of, reason="changed" if of_copy else "other_words", should="<b>so</b>", stands="not so"
    )
    page = page_of(reader, words)
    assert "Failed its check</span> on <time" in page
    assert "copy was changed after it was kept." in page or "other words stand at its" in page
    assert ">&lt;b&gt;so&lt;/b&gt;</q>" in page
    assert ">not so</q>" in page
    assert 'class="verified"' not in page
    listed = reader.get(LIST).content.decode()
    assert listed.count("Failed its last check against the source") == 1
    passages = reader.get(cast.elysee_readout.get_absolute_url()).content.decode()
    assert "Failed its last check against the source" in passages


def test_what_stands_there_instead_is_not_shown_of_a_source_of_quotations(
    reader: Client, cast: Cast
) -> None:
    words = cast.condition
    FailedCheck.objects.create(statement=words, reason="other_words", should="so", stands="not so")
    assert words.document.copy_shown == "quotations"
    page = page_of(reader, words)
    assert ">so</q>" in page
    assert "not so" not in page


def test_a_source_that_was_changed_is_said(reader: Client, cast: Cast) -> None:
    newer(cast.condition, "It can be held at any time.")
    page = page_of(reader, cast.condition)
    assert ">Verified</span>" in page, "the words did stand there"
    assert "The source has been changed since.</strong> These words stood in the copy of" in page
    assert "does not have them any more." in page
    assert reader.get(LIST).content.decode().count("The source has been changed since") == 1


def test_a_copy_that_is_no_later_changes_nothing(reader: Client, cast: Cast) -> None:
    Snapshot.objects.create(
        document=cast.elysee_readout, text="An older one.", retrieved_at="2001-01-01T00:00Z"
    )
    assert "has been changed since" not in page_of(reader, cast.condition)


def test_drafts_of_the_desk_leak_nothing(reader: Client, cast: Cast) -> None:
    """Neither a failure nor a new copy makes a draft appear anywhere."""
    kept = cast.condition.snapshot
    assert kept is not None
    hidden = anchored(kept, "Russia", editorial_status="draft")
    FailedCheck.objects.create(statement=hidden, reason="other_words")
    newer(hidden, "All other.")
    assert reader.get(hidden.get_absolute_url()).status_code == 404
    assert "Failed" not in reader.get(LIST).content.decode()


def test_a_failure_costs_its_page_one_query(reader: Client, cast: Cast) -> None:
    def asked() -> int:
        reader.get(cast.condition.get_absolute_url())
        with CaptureQueriesContext(connection) as queries:
            page_of(reader, cast.condition)
        return len(queries)

    before = asked()
    FailedCheck.objects.create(statement=cast.condition, reason="other_words")
    newer(cast.condition, "All other.")
    assert asked() == before + 1


@pytest.mark.parametrize(
    ("quote_type", "words"),
    [("direct", UNVERIFIED), ("readout", UNVERIFIED), ("mixed", IN_PARTS), ("indirect", "")],
)
def test_a_list_says_what_stands_against_words_without_an_anchor(
    quote_type: str, words: str
) -> None:
    assert doubt(quote_type, None, failed=False, gone=False) == words
    assert doubt(quote_type, None, failed=True, gone=False) == FAILED
