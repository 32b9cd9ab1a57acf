"""A bundle that comes again: what it changes, and what it leaves as editors made it."""

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.db import transaction

from actors.models import Actor, ActorName
from statements.models import (
    Addressee,
    Attribution,
    Correction,
    Document,
    Exchange,
    Participation,
    Readout,
    Snapshot,
    Statement,
    Topic,
    Translation,
)
from tests.loading.bundles import ANN, BEN, CALL, PAPER, WHOLE, WORDS, Record, imported, row

pytestmark = pytest.mark.django_db


def again(at: Path, **files: list[Record]) -> None:
    """Import the whole bundle with other records in some of its files."""
    imported(at, **{**WHOLE, **files})


@pytest.fixture(autouse=True)
def _imported_before(tmp_path: Path) -> None:
    again(tmp_path / "b")


def test_an_unchanged_record_is_left_as_an_editor_made_it(tmp_path: Path) -> None:
    Actor.objects.filter(import_id="ann").update(name="Ann B. Lee", country="FR")
    Statement.objects.update(text="We agree!", editorial_status="draft")
    again(tmp_path / "b")
    ann, words = Actor.objects.get(import_id="ann"), Statement.objects.get()
    assert (ann.name, ann.country) == ("Ann B. Lee", "FR")
    assert (words.text, words.editorial_status) == ("We agree!", "draft")


def test_a_changed_record_changes_its_row_and_nothing_else(tmp_path: Path) -> None:
    before = Actor.objects.get(import_id="ann")
    Actor.objects.filter(import_id="ben").update(name="Benjamin")
    changed = {**ANN, "name": "Anna Lee", "aliases": ["A. Lee"], "country": "FR"}
    seen = imported(tmp_path / "b", **{**WHOLE, "actors": [changed, BEN]})
    after = Actor.objects.get(import_id="ann")
    assert (after.pk, after.slug, after.name, after.country) == (
        before.pk, "ann-lee", "Anna Lee", "FR",
    )  # fmt: skip
    assert [name.name for name in after.names.all()] == ["A. Lee"]
    assert Actor.objects.get(import_id="ben").name == "Benjamin"
    assert row(seen, "actors") == (0, 1, 1, 0)


def test_names_are_added_and_never_taken_away(tmp_path: Path) -> None:
    ann = Actor.objects.get(import_id="ann")
    ActorName.objects.create(actor=ann, name="Lee of A", kind="alias")
    again(tmp_path / "b", actors=[{**ANN, "aliases": ["LEE OF A", "Ms A"]}, *WHOLE["actors"][1:]])
    assert set(ann.names.values_list("name", flat=True)) == {"Lee of A", "Ms A"}


def test_a_link_that_an_editor_made_is_kept_where_the_name_is_the_same(tmp_path: Path) -> None:
    somebody = Actor.objects.create(name="Somebody", slug="somebody", kind="person")
    call = {**CALL, "id": "other", "date": "2020", "participants": [{"name": "The Guest"}]}
    words = {**WORDS, "id": "w", "speaker": "The Guest", "addressees": ["The Guest"]}
    words["attribution"] = [{"role": "speaker", "name": "The Guest"}]
    paper = {**PAPER, "id": "p", "publisher": "The Guest"}
    files = {"exchanges": [CALL, call], "documents": [PAPER, paper], "statements": [words]}
    again(tmp_path / "b", **files)
    Participation.objects.filter(name_as_printed="The Guest").update(actor=somebody)
    Statement.objects.filter(import_id="w").update(speaker=somebody)
    Document.objects.filter(import_id="p").update(publisher=somebody)
    Addressee.objects.update(actor=somebody)
    Attribution.objects.update(actor=somebody)
    for record in (call, words, paper):
        record["date"] = "2021"
    again(tmp_path / "b", **files)
    assert str(Exchange.objects.get(import_id="other").date) == "2021"
    assert Participation.objects.get(name_as_printed="The Guest").actor == somebody
    assert Statement.objects.get(import_id="w").speaker == somebody
    assert Document.objects.get(import_id="p").publisher == somebody
    assert Addressee.objects.get().actor == somebody
    assert Attribution.objects.get().actor == somebody
    words["speaker"] = "Another"
    again(tmp_path / "b", **files)
    assert Statement.objects.get(import_id="w").speaker is None


def test_participants_follow_the_record_and_an_editors_own_stay(tmp_path: Path) -> None:
    exchange = Exchange.objects.get()
    extra = Actor.objects.create(name="Extra", slug="extra", kind="person")
    Participation.objects.create(exchange=exchange, actor=extra)
    kept = Participation.objects.get(actor__import_id="ann").pk
    people = [{"name": "A. Lee", "actor": "ann", "role": "host"}, {"name": "Cy"}]
    again(tmp_path / "b", exchanges=[{**CALL, "participants": people}])
    assert list(exchange.participations.values_list("name_as_printed", "actor", "role")) == [
        ("A. Lee", Actor.objects.get(import_id="ann").pk, "host"),
        ("", extra.pk, "participant"),
        ("Cy", None, "participant"),
    ]
    assert Participation.objects.get(actor__import_id="ann").pk == kept


def test_whoever_is_taken_out_is_named(tmp_path: Path) -> None:
    chain = {"attribution": [{"role": "speaker", "name": "Ann Lee"}], "addressees": ["Cy Day"]}
    again(tmp_path / "b", statements=[{**WORDS, **chain}])
    Participation.objects.create(exchange=Exchange.objects.get(), name_as_printed="Added by editor")
    words = {**WORDS, "attribution": [{"role": "agency", "name": "Wire"}]}
    files = {"exchanges": [{**CALL, "title": "T"}], "statements": [words]}
    seen = imported(tmp_path / "b", **{**WHOLE, **files})
    gone = "is no longer among them and was taken out"
    assert seen.problems == [
        f"warning: exchanges.jsonl:1: participants: “Added by editor” {gone}",
        f"warning: statements.jsonl:1: addressees: “Cy Day” {gone}",
        f"warning: statements.jsonl:1: attribution: “Ann Lee” {gone}",
    ]
    words["attribution"] = [{"role": "speaker", "name": "B"}, {"role": "outlet", "name": "Wire"}]
    assert imported(tmp_path / "b", **{**WHOLE, **files}).problems == []
    Attribution.objects.create(
        statement=Statement.objects.get(),
        position=3,
        role="office",
        actor=Actor.objects.get(import_id="office"),
    )
    words["date"] = "2022"
    assert imported(tmp_path / "b", **{**WHOLE, **files}).problems == [
        f"warning: statements.jsonl:1: attribution: “The Office” {gone}"
    ]


def test_an_actor_of_quite_another_name_is_doubted(tmp_path: Path) -> None:
    other = {**ANN, "name": "Zed One", "aliases": ["Z. One"]}
    seen = imported(tmp_path / "c", actors=[other])
    assert seen.problems == [
        "warning: actors.jsonl:1: id: was “Ann Lee” until now; is it the same actor?"
    ]
    known = {**ANN, "name": "Zed Two", "aliases": ["Z. ONE"]}
    assert imported(tmp_path / "c", actors=[known]).problems == []
    named = {**ANN, "name": "Zed", "names": [{"name": "zed two", "kind": "alias"}]}
    assert imported(tmp_path / "c", actors=[named]).problems == []


def test_what_the_newsroom_adds_to_a_statement_stays(tmp_path: Path) -> None:
    words = Statement.objects.get()
    words.topics.add(Topic.objects.create(name="Own", slug="own"))
    Translation.objects.create(statement=words, language="de", text="Ja.", translator="newsroom")
    french = {"language": "fr", "text": "Oui.", "translator": "official"}
    again(tmp_path / "b", statements=[{**WORDS, "topics": ["Peace"], "translations": [french]}])
    again(
        tmp_path / "b",
        statements=[{**WORDS, "translations": [{**french, "text": "D’accord."}]}],
    )
    assert set(words.topics.values_list("name", flat=True)) == {"Own", "Peace"}
    assert dict(words.translations.values_list("language", "text")) == {
        "de": "Ja.", "fr": "D’accord.",
    }  # fmt: skip


def shown() -> tuple[str, bool]:
    """Give what readers see of the copies of the bundle's document, and whether it was chosen."""
    paper = Document.objects.get(import_id="paper")
    return paper.copy_shown, paper.copy_shown_is_chosen


def test_what_is_shown_of_a_copy_follows_the_rights(tmp_path: Path) -> None:
    assert shown() == ("quotations", False)
    again(tmp_path / "open", documents=[{**PAPER, "rights": "a.example, CC BY 4.0"}])
    assert shown() == ("whole", False)
    again(tmp_path / "closed", documents=[{**PAPER, "rights": "All rights reserved"}])
    assert shown() == ("quotations", False)


@pytest.mark.parametrize(
    ("rights", "chosen"), [("CC BY 4.0", "quotations"), ("All rights reserved", "whole")]
)
def test_what_an_editor_chose_to_show_stays(tmp_path: Path, rights: str, chosen: str) -> None:
    # Changed twice, so that what is chosen is also what stands there first.
    for value in ("whole", "quotations", chosen):
        Document.objects.filter(import_id="paper").update(copy_shown=value)
    again(tmp_path / "c", documents=[{**PAPER, "rights": rights}])
    assert Document.objects.get(import_id="paper").rights == rights
    assert shown() == (chosen, True)


def test_a_new_text_of_a_document_is_another_copy(tmp_path: Path) -> None:
    first = Snapshot.objects.get()
    new_text = "In full. Ann Lee said: “We  agree.”"
    again(tmp_path / "b", documents=[{**PAPER, "text": new_text}])
    second = Snapshot.objects.exclude(pk=first.pk).get()
    words = Statement.objects.get()
    assert (words.snapshot, words.anchor_exact) == (second, "We  agree.")
    assert words.editorial_status == "published"
    again(tmp_path / "b", statements=[WORDS, {**WORDS, "id": "more", "text": "We do not."}])
    assert Snapshot.objects.count() == 2
    assert Statement.objects.get(import_id="more").snapshot == first


def test_a_text_alone_that_is_another_is_another_copy(tmp_path: Path) -> None:
    [paper] = WHOLE["documents"]
    again(tmp_path / "b", documents=[{**paper, "text": "Ann Lee said: “We agree.”"}])
    assert Snapshot.objects.count() == 2


def test_words_that_a_new_text_no_longer_has_stay_anchored_in_the_old(tmp_path: Path) -> None:
    first = Snapshot.objects.get()
    documents = [{**PAPER, "text": "All different."}]
    again(tmp_path / "b", documents=documents)
    assert Statement.objects.get().snapshot == first
    again(tmp_path / "b", documents=documents, statements=[{**WORDS, "date": "2022"}])
    words = Statement.objects.get()
    assert (words.snapshot, words.anchor_exact) == (first, "We agree.")
    assert words.editorial_status == "published"


def test_other_words_are_looked_for_and_reviewed_anew(tmp_path: Path) -> None:
    again(tmp_path / "b", statements=[{**WORDS, "text": "Never said."}])
    words = Statement.objects.get()
    assert (words.snapshot, words.anchor_exact, words.editorial_status) == (None, "", "in_review")
    Statement.objects.update(editorial_status="published", override_reason="Heard it.")
    again(tmp_path / "b", statements=[{**WORDS, "text": "Never said.", "date": "2022"}])
    assert Statement.objects.get().editorial_status == "published"
    again(tmp_path / "b", statements=[{**WORDS, "text": "Not said either."}])
    assert Statement.objects.get().editorial_status == "in_review"


def test_a_statement_that_gets_its_words_is_published(tmp_path: Path) -> None:
    late = {**WORDS, "id": "late"}
    again(tmp_path / "b", statements=[{**late, "text": ""}])
    assert Statement.objects.get(import_id="late").editorial_status == "draft"
    again(tmp_path / "b", statements=[late])
    assert Statement.objects.get(import_id="late").editorial_status == "published"


@pytest.mark.parametrize("status", ["published", "retracted", "in_review"])
def test_words_are_not_taken_away_by_a_record_without_any(tmp_path: Path, status: str) -> None:
    Statement.objects.update(editorial_status=status, retraction_reason="Wrong.")
    wordless = {**WORDS, "text": "", "date": "2022"}
    seen = imported(tmp_path / "b", **{**WHOLE, "statements": [wordless]})
    words = Statement.objects.get()
    assert (words.text, words.anchor_exact, str(words.date)) == ("We agree.", "We agree.", "2022")
    assert (words.editorial_status, words.snapshot) == (status, Snapshot.objects.get())
    assert seen.problems == [
        "warning: statements.jsonl:1: text: has no words; those of the archive stay"
    ]


def test_words_kept_for_another_document_are_looked_for_there(tmp_path: Path) -> None:
    other = {**PAPER, "id": "other", "text": "Nothing of it."}
    moved = {**WORDS, "text": "", "document": "other"}
    again(tmp_path / "b", documents=[*WHOLE["documents"], other], statements=[moved])
    words = Statement.objects.get()
    assert (words.text, words.snapshot, words.editorial_status) == ("We agree.", None, "in_review")


def test_what_was_corrected_stays_as_readers_were_told(
    tmp_path: Path, django_user_model: type[User]
) -> None:
    said = Statement.objects.get()
    chief = django_user_model.objects.create_user("chief")
    with transaction.atomic():
        Statement.objects.update(text="We agree!", speaker_as_printed="Ann of A")
        Correction.objects.create(
            statement=said, note="She was loud.", text_before=said.text, editor=chief
        )
    changed = {**WORDS, "speaker": "A. Lee", "addressees": ["Somebody new"], "date": "2021"}
    seen = imported(tmp_path / "b", **{**WHOLE, "statements": [changed]})
    after = Statement.objects.get()
    assert (after.text, after.speaker_as_printed, after.date) == (
        "We agree!", "Ann of A", said.date,
    )  # fmt: skip
    assert not Addressee.objects.filter(name_as_printed="Somebody new").exists()
    assert row(seen, "statements")[:3] == (0, 0, 1)
    assert "statements.jsonl:1: id: was corrected at the desk" in seen.err


def test_what_was_retracted_stays_retracted(tmp_path: Path) -> None:
    retracted = {"editorial_status": "retracted", "retraction_reason": "Wrong."}
    for model in (Statement, Exchange, Document):
        model._default_manager.update(**retracted)
    again(
        tmp_path / "b",
        statements=[{**WORDS, "text": "We do not."}],
        exchanges=[{**CALL, "title": "T"}],
        documents=[{**PAPER, "title": "T"}],
    )
    for model in (Statement, Exchange, Document):
        assert model._default_manager.get().editorial_status == "retracted"


def test_a_documents_readout_moves_with_its_record(tmp_path: Path) -> None:
    other = {**CALL, "id": "other", "date": "2023"}
    both = [CALL, other]
    again(
        tmp_path / "b",
        exchanges=both,
        documents=[{**PAPER, "exchange": "other", "side": "office"}],
    )
    readout = Readout.objects.get(none_found_on=None)
    assert (readout.exchange.import_id, readout.side_id) == (
        "other",
        Actor.objects.get(import_id="office").pk,
    )


def test_a_documents_readout_goes_when_its_record_names_no_exchange(tmp_path: Path) -> None:
    again(tmp_path / "b", documents=[PAPER])
    assert not Readout.objects.filter(none_found_on=None).exists()


def test_a_readout_that_an_editor_entered_stays(tmp_path: Path) -> None:
    ben, paper = Actor.objects.get(import_id="ben"), Document.objects.get()
    own = Readout.objects.create(exchange=Exchange.objects.get(), side=ben, document=paper)
    for at, record in enumerate(WHOLE["documents"] + [PAPER]):
        again(tmp_path / "b", documents=[{**record, "title": f"Title {at}"}])
        assert Readout.objects.filter(pk=own.pk).exists()


def test_a_readout_that_an_editor_added_to_becomes_the_editors(tmp_path: Path) -> None:
    noted = Readout.objects.get(none_found_on=None)
    Readout.objects.filter(pk=noted.pk).update(note="Of the palace.")
    for side in ("ben", "ann"):
        again(tmp_path / "b", documents=[{**PAPER, "exchange": "call", "side": side}])
    noted.refresh_from_db()
    assert (noted.note, noted.import_id) == ("Of the palace.", None)
    made = Readout.objects.get(import_id__startswith="document:")
    assert made.side == Actor.objects.get(import_id="ann")
    assert Readout.objects.count() == 3


def test_a_readouts_record_takes_over_what_a_document_stood_for(tmp_path: Path) -> None:
    short = Readout.objects.get(none_found_on=None)
    claim = {"id": "r", "exchange": "call", "side": "office", "document": "paper"}
    again(tmp_path / "b", readouts=[{**claim, "note": "Long."}])
    taken = Readout.objects.get(note="Long.")
    assert (taken.pk, taken.import_id) == (short.pk, "r")
    assert Readout.objects.count() == 2


def test_names_that_waited_are_linked_once_somebody_has_them(tmp_path: Path) -> None:
    again(tmp_path / "b", statements=[{**WORDS, "speaker": "President of B Cy Day"}])
    assert Statement.objects.get().speaker is None
    seen = imported(tmp_path / "c", actors=[{"id": "cy", "name": "Cy Day", "kind": "person"}])
    speaker = Statement.objects.get().speaker
    assert speaker is not None
    assert speaker.name == "Cy Day"
    assert "Places where a name waited and is linked now: 1\n" in seen.out


def test_who_was_set_aside_by_an_editor_stays_unknown_when_nothing_new_comes(
    tmp_path: Path,
) -> None:
    Statement.objects.update(speaker=None)
    again(tmp_path / "b")
    assert Statement.objects.get().speaker is None
