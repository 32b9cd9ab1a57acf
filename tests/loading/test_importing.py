"""What a bundle becomes in the archive, the first time and when it comes again."""

from pathlib import Path
from typing import Any

import pghistory.models
import pytest
from django.apps import apps
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from actors.models import Actor, ActorName, Tenure
from statements.loading import load
from statements.models import (
    Addressee,
    Attribution,
    Document,
    Exchange,
    Participation,
    Readout,
    Snapshot,
    Statement,
    Topic,
    Translation,
)
from tests.loading.bundles import (
    ANN,
    BEN,
    CALL,
    OFFICE,
    PAPER,
    WHOLE,
    WORDS,
    Record,
    folder,
    imported,
    row,
    run,
    somebody_else,
)

pytestmark = pytest.mark.django_db

FULL: dict[str, list[Record]] = {
    **WHOLE,
    "actors": [
        {
            **ANN,
            "country": "FR",
            "wikidata": "Q11",
            "description": "Head of A.",
            "aliases": ["Lee Ann"],
            "names": [{"name": "Анна Ли", "kind": "transliteration", "language": "ru"}],
        },
        BEN,
        OFFICE,
    ],
    "topics": [
        {"id": "war", "name": "War", "parent": "peace"},
        {"id": "peace", "name": "Peace", "aliases": ["Calm"]},
    ],
    "exchanges": [
        {
            **CALL,
            "status": "planned",
            "time": "09:30",
            "timezone": "Europe/Paris",
            "summary": "They speak.",
            "condition": "If they may.",
            "place": "Paris",
            "countries": ["FR", "DE"],
            "topics": ["calm", "Trade", "trade"],
            "part_of": "summit",
            "source_url": "https://a.example/call",
        },
        {"id": "summit", "kind": "summit", "title": "Summit", "date": "2022-02"},
    ],
    "documents": [
        {
            **PAPER,
            "date": "2022-02-20",
            "time": "12:00",
            "timezone": "UTC",
            "url": "https://a.example/",
            "summary": "Of the call.",
            "rights": "CC0",
            "exchange": "call",
            "side": "office",
        }
    ],
    "readouts": [
        {
            "id": "theirs",
            "exchange": "call",
            "side": "office",
            "document": "paper",
            "claimed_date": "2022-02-21",
            "claimed_minutes": 90,
            "claimed_initiator": "ben",
            "note": "By phone.",
        }
    ],
    "statements": [
        {
            **WORDS,
            "actor": "ben",
            "translated": True,
            "translation_of": "first",
            "date": "2022-02-20",
            "addressees": ["Ben Roy", "Nobody Known", {"name": "A.", "actor": "ann"}],
            "topics": ["War"],
            "attribution_as_printed": "the office said",
            "attribution": [
                {"role": "speaker", "name": "Ann Lee"},
                {"role": "office", "name": "they", "actor": "office"},
                {"role": "outlet", "name": "The Paper"},
            ],
            "translations": [{"language": "fr", "text": "D’accord.", "translator": "newsroom"}],
        },
        {**WORDS, "id": "first", "quote_type": "mixed"},
    ],
}


def test_every_field_finds_its_place(tmp_path: Path) -> None:
    imported(tmp_path / "b", **FULL)
    ann, ben, office = (Actor.objects.get(import_id=name) for name in ("ann", "ben", "office"))
    assert (ann.slug, ann.country, ann.wikidata) == ("ann-lee", "FR", "Q11")
    assert ann.description == "Head of A."
    assert set(ActorName.objects.values_list("actor", "name", "kind", "language")) == {
        (ann.pk, "Lee Ann", "alias", ""),
        (ann.pk, "Анна Ли", "transliteration", "ru"),
    }
    post = Tenure.objects.get()
    assert (post.person, post.title, str(post.start), post.end) == (ann, "Head of A", "2020", None)
    war, peace = Topic.objects.get(name="War"), Topic.objects.get(name="Peace")
    assert (war.parent, war.slug, peace.aliases) == (peace, "war", ["Calm"])
    check_exchange(peace)
    check_document(office, ben)
    check_statement(ann, ben, office, war)


def check_exchange(peace: Topic) -> None:
    call = Exchange.objects.get(import_id="call")
    assert (call.kind, call.status, call.place, call.countries) == (
        "call", "planned", "Paris", ["FR", "DE"],
    )  # fmt: skip
    assert (call.summary, call.condition) == ("They speak.", "If they may.")
    assert call.part_of == Exchange.objects.get(import_id="summit")
    assert call.source_url == "https://a.example/call"
    assert f"{call.starts_at:%Y-%m-%d %H:%M %Z}" == "2022-02-20 08:30 UTC"
    assert call.editorial_status == "published"
    assert set(call.topics.values_list("name", flat=True)) == {"Peace", "Trade"}
    assert set(call.participations.values_list("name_as_printed", "actor__name", "role")) == {
        ("Ann Lee", "Ann Lee", "participant"),
        ("Ben Roy", "Ben Roy", "participant"),
    }
    assert peace.import_id == "peace"


def check_document(office: Actor, ben: Actor) -> None:
    paper = Document.objects.get()
    assert (paper.publisher, paper.url, paper.rights) == (office, "https://a.example/", "CC0")
    assert paper.shows_whole_copy
    assert not paper.copy_shown_is_chosen
    assert (paper.summary, paper.editorial_status) == ("Of the call.", "published")
    assert f"{paper.published_at:%Y-%m-%d %H:%M}" == "2022-02-20 12:00"
    assert Snapshot.objects.get(document=paper).text == PAPER["text"]
    readout = Readout.objects.get()
    assert (readout.side, readout.document, readout.import_id) == (office, paper, "theirs")
    assert (str(readout.claimed_date), readout.claimed_minutes) == ("2022-02-21", 90)
    assert (readout.claimed_initiator, readout.note) == (ben, "By phone.")


def check_statement(ann: Actor, ben: Actor, office: Actor, war: Topic) -> None:
    words = Statement.objects.get(import_id="words")
    assert (words.speaker_as_printed, words.speaker) == ("Ann Lee", ben)
    assert (words.translated, words.attribution_as_printed) == (True, "the office said")
    assert words.translation_of == Statement.objects.get(import_id="first")
    assert words.exchange == Exchange.objects.get(import_id="call")
    assert list(words.topics.all()) == [war]
    assert list(words.addressed.values_list("name_as_printed", "actor")) == [
        ("Ben Roy", ben.pk), ("Nobody Known", None), ("A.", ann.pk),
    ]  # fmt: skip
    assert list(words.attributions.values_list("position", "role", "name_as_printed", "actor")) == [
        (1, "speaker", "Ann Lee", ann.pk), (2, "office", "they", office.pk),
        (3, "outlet", "The Paper", None),
    ]  # fmt: skip
    french = Translation.objects.get()
    assert (french.language, french.text, french.translator) == ("fr", "D’accord.", "newsroom")


def test_what_is_printed_at_the_end(tmp_path: Path) -> None:
    assert imported(tmp_path / "b", **FULL).out == (
        "            made  changed  unchanged  unresolved\n"
        "actors         3        0          0           0\n"
        "tenures        1        0          0           0\n"
        "topics         2        0          0           0\n"
        "exchanges      2        0          0           0\n"
        "documents      1        0          0           0\n"
        "readouts       1        0          0           0\n"
        "statements     2        0          0           2\n"
        "\n"
        "Statements anchored in their source: 2\n"
        "Statements not found in their source, unverified: 0\n"
        "Statements without text, kept as drafts: 0\n"
        "Names waiting in the archive: 2, in 2 places\n"
        "Topics made because they were named: 1\n"
    )


def test_a_file_without_records_has_no_line(tmp_path: Path) -> None:
    said = imported(tmp_path / "b", actors=[ANN]).out
    assert "actors  " in said
    assert "readouts" not in said


def everything() -> dict[str, list[tuple[Any, ...]]]:
    """Give all rows of the archive and of its history."""
    found = [
        *apps.get_app_config("actors").get_models(),
        *apps.get_app_config("statements").get_models(),
    ]
    return {
        model.__name__: sorted(model._default_manager.values_list(), key=repr) for model in found
    }


def test_the_same_again_changes_nothing(tmp_path: Path) -> None:
    imported(tmp_path / "b", **FULL)
    before = everything()
    seen = imported(tmp_path / "b", **FULL)
    assert everything() == before
    assert [row(seen, name) for name in ("actors", "topics", "statements")] == [
        (0, 0, 3, 0), (0, 0, 2, 0), (0, 0, 2, 2),
    ]  # fmt: skip
    assert "Statements anchored in their source: 2" in seen.out


def test_a_dry_run_says_the_same_and_writes_nothing(tmp_path: Path) -> None:
    at = folder(tmp_path / "b", **FULL)
    before = everything()
    dry = run(at, "--dry-run")
    assert everything() == before
    assert dry.status == 0
    assert dry.out == run(at).out + "This was a dry run: nothing was written.\n"


def test_a_first_load_leaves_no_history_of_its_own(tmp_path: Path) -> None:
    imported(tmp_path / "b", **FULL)
    assert not pghistory.models.Events.objects.exists()
    Actor.objects.create(name="New", slug="new", kind="person")
    assert pghistory.models.Events.objects.get().pgh_label == "insert"


def test_history_says_which_bundle_changed_a_record(tmp_path: Path) -> None:
    imported(tmp_path / "kremlin", **WHOLE)
    imported(tmp_path / "kremlin", actors=[{**ANN, "description": "New."}])
    event = pghistory.models.Events.objects.tracks(Actor.objects.get(import_id="ann")).get()
    assert event.pgh_label == "update"
    noted = {"command": "import_bundle", "source": "import", "bundle": "kremlin"}
    assert event.pgh_context == noted


def test_direct_words_that_are_not_in_the_source_wait_in_review(tmp_path: Path) -> None:
    absent = {**WORDS, "text": "Never said."}
    records = [
        {**WORDS, "id": "found"},
        {**absent, "id": "direct"},
        {**absent, "id": "indirect", "quote_type": "indirect"},
        {**absent, "id": "without", "text": " "},
    ]
    seen = imported(tmp_path / "b", **{**WHOLE, "statements": records})
    assert dict(Statement.objects.values_list("import_id", "editorial_status")) == {
        "found": "published", "direct": "in_review", "indirect": "published", "without": "draft",
    }  # fmt: skip
    assert "anchored in their source: 1\n" in seen.out
    assert "unverified: 2\n" in seen.out
    assert "kept as drafts: 1\n" in seen.out


def test_words_with_ellipses_and_brackets_are_anchored(tmp_path: Path) -> None:
    texts = ("[She] said: “We …”", "[b]en Roy said … not.", "“We … said” … [never]")
    words = [WORDS | {"id": f"w{at}", "text": text} for at, text in enumerate(texts)]
    assert imported(tmp_path, **WHOLE | {"statements": words}).status == 0
    anchors = Statement.objects.order_by("pk").values_list("anchor_exact", flat=True)
    assert list(anchors) == ["said: “We", "Ben Roy said: “We do not.", "“We agree.” Ben Roy said"]


def test_equal_sentences_are_anchored_one_after_the_other(tmp_path: Path) -> None:
    text = "Thank you. I mean it. Thank you.\n\nThank\u00a0you."
    thanks = [{**WORDS, "id": str(at), "text": "Thank you."} for at in range(4)]
    documents = [{**PAPER, "text": text}]
    imported(tmp_path / "b", **{**WHOLE, "documents": documents, "statements": thanks})
    anchors = Statement.objects.order_by("pk").values_list("anchor_start", "anchor_exact")
    assert list(anchors) == [
        (0, "Thank you."), (22, "Thank you."), (34, "Thank\u00a0you."), (0, "Thank you."),
    ]  # fmt: skip


def test_slugs_are_ascii_and_given_once(tmp_path: Path) -> None:
    Actor.objects.create(name="X", slug="ann-lee", kind="person")
    old = Actor.objects.create(name="Y", slug="ann-lee-2", kind="person")
    old.slug = "y"
    old.save()
    names = ["Ann Lee", "Ánn Lée", "Анна Ли", "李安", "王安"]
    actors = [{"id": n, "name": n, "kind": "person"} for n in names]
    imported(tmp_path / "b", actors=actors)
    slugs = Actor.objects.filter(import_id__in=names).order_by("pk").values_list("slug", flat=True)
    assert list(slugs) == ["ann-lee-3", "ann-lee-4", "anna-li", "actor", "actor-2"]


def test_queries_do_not_grow_with_the_rows(tmp_path: Path) -> None:
    def count(name: str, many: int) -> int:
        records = [{**WORDS, "id": f"{name}{at}", "speaker": f"S{at}"} for at in range(many)]
        calls = [{**CALL, "id": f"{name}{at}", "date": f"{1000 + at}"} for at in range(many)]
        named = {
            "actors": [{**ANN, "id": f"{name}{at}", "name": f"{name}{at}"} for at in range(many)]
        }
        at = folder(tmp_path / name, statements=records, exchanges=calls, **named)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            load(at)
        return len(queries)

    imported(tmp_path / "b", **WHOLE)
    assert count("few", 2) == count("many", 60)


def test_a_second_import_at_the_same_time_is_turned_away(tmp_path: Path) -> None:
    at = folder(tmp_path / "b", **WHOLE)
    with somebody_else() as other:
        other.execute("SELECT pg_advisory_xact_lock(20220220)")
        seen = run(at)
    assert seen.status == 1
    assert seen.err == (
        "another import is running: try again when it has ended\nNothing was imported.\n"
    )
    assert run(at).status == 0


def test_what_only_the_database_knows_is_said_in_one_line(tmp_path: Path) -> None:
    imported(tmp_path / "b", topics=[{"id": "a", "name": "A"}, {"id": "b", "name": "B"}])
    Topic.objects.filter(import_id="b").update(parent=Topic.objects.get(import_id="a"))
    seen = run(folder(tmp_path / "c", topics=[{"id": "a", "name": "A", "parent": "b"}]))
    assert seen.status == 1
    assert seen.problems == ["the archive refused the bundle: A topic cannot stand below itself."]
    assert Topic.objects.get(import_id="a").parent is None


def test_rows_are_counted_once(tmp_path: Path) -> None:
    imported(tmp_path / "b", **FULL)
    counted: dict[type[models.Model], int] = {
        Actor: 3, ActorName: 2, Tenure: 1, Topic: 3, Exchange: 2, Participation: 2, Document: 1,
        Snapshot: 1, Readout: 1, Statement: 2, Addressee: 3, Attribution: 3, Translation: 1,
    }  # fmt: skip
    assert {model: model._default_manager.count() for model in counted} == counted
