"""Each kind of bad record is refused in words that say where and why."""

import json
from pathlib import Path
from typing import Any

import pytest

from actors.models import Actor
from statements.models import Document, Exchange, Statement, Topic
from tests.loading.bundles import (
    ANN,
    CALL,
    OFFICE,
    PAPER,
    WHOLE,
    WORDS,
    Record,
    folder,
    imported,
    run,
)

pytestmark = pytest.mark.django_db


def refused(at: Path, **files: list[Record] | str | bytes) -> list[str]:
    """Give what is said of a bundle that is not imported."""
    seen = run(folder(at, **files))
    assert seen.status == 1
    assert seen.out == ""
    assert not Actor.objects.exists()
    return seen.problems


UNSOUND = "has a character that cannot be kept (NUL, or half a surrogate pair)"
NO_COUNTRY = "is not an ISO 3166-1 alpha-2 code, such as FR"
NO_ADDRESS = "is not an address with http:// or https://"
NOWHERE = "in the bundle or the archive has the id"
EITHER = "give either the document or the day none_found_on"
WHOLE_NUMBER = "has to be a whole number, at least 1"

LINES: list[tuple[bytes, str]] = [
    (b"{", "is not JSON: Expecting property name enclosed in double quotes, at character 2"),
    (b"[1]", "is JSON, but not an object: a record is written {…}"),
    (b'"x"', "is JSON, but not an object: a record is written {…}"),
    (b'{"id": "\xff"}', "is not UTF-8: byte 9 of the line is wrong"),
    (
        b'\xef\xbb\xbf{"id": "a"}',
        "begins with a byte order mark: save the file as UTF-8 without one",
    ),
    (b'{"id": "a", "id": "b"}', "has the key “id” twice"),
    (b'{"id": NaN}', "has NaN, which is not JSON"),
    (b'{"id": -Infinity}', "has -Infinity, which is not JSON"),
    (b'{"id": ' + b"[" * 100_000, "is nested too deeply"),
    (b'{"id": ' + b"9" * 5000 + b"}", "has a number that is too long"),
    (b'{"id": "' + b"a" * (16 * 2**20) + b'"}', "is longer than 16 MB"),
]


@pytest.mark.parametrize(("line", "message"), LINES)
def test_a_line_that_is_no_record(tmp_path: Path, line: bytes, message: str) -> None:
    good = json.dumps(ANN).encode()
    content = b"\n".join([good, line, json.dumps({**ANN, "id": "z", "kind": "x"}).encode()])
    assert refused(tmp_path / "b", actors=content) == [
        f"actors.jsonl:2: {message}",
        "actors.jsonl:3: kind: “x” is none of: person, office, organisation, state",
    ]


FIELDS: list[tuple[str, Record, str]] = [
    ("actors", {"id": None}, "id: is empty"),
    ("actors", {"id": ...}, "id: is missing"),
    ("actors", {"id": 5}, "id: has to be a text, and is a number"),
    ("actors", {"id": "x" * 201}, "id: has 201 characters; 200 at most are kept"),
    ("actors", {"name": "  "}, "name: is empty"),
    ("actors", {"name": "a\x00b"}, f"name: {UNSOUND}"),
    ("actors", {"name": "\ud800"}, f"name: {UNSOUND}"),
    ("actors", {"name": "x" * 201}, "name: has 201 characters; 200 at most are kept"),
    ("actors", {"name": ["x"]}, "name: has to be a text, and is a list"),
    ("actors", {"kind": "man"}, "kind: “man” is none of: person, office, organisation, state"),
    ("actors", {"country": "France"}, f"country: “France” {NO_COUNTRY}"),
    ("actors", {"country": "fr"}, f"country: “fr” {NO_COUNTRY}"),
    ("actors", {"wikidata": "7747"}, "wikidata: “7747” is not a Wikidata item, such as Q7747"),
    ("actors", {"wikidata": "Q07"}, "wikidata: “Q07” is not a Wikidata item, such as Q7747"),
    ("actors", {"aliases": "A"}, "aliases: has to be a list, and is a text"),
    ("actors", {"aliases": ["A", ""]}, "aliases[1]: is empty"),
    ("actors", {"aliases": [None]}, "aliases[0]: has to be a text, and is null"),
    ("actors", {"aliases": ["a"] * 1001}, "aliases: has 1,001 entries; 1,000 at most are kept"),
    ("actors", {"names": ["A"]}, "names[0]: has to be an object, and is a text"),
    ("actors", {"names": [{"kind": "alias"}]}, "names[0].name: is missing"),
    (
        "actors",
        {"names": [{"name": "A", "kind": "nick"}]},
        "names[0].kind: “nick” is none of: alias, transliteration, metonym, misspelling, catalogue",
    ),
    (
        "actors",
        {"names": [{"name": "A", "kind": "alias", "language": "english language"}]},
        "names[0].language: “english language” is not a BCP 47 language tag, such as en or zh-Hant",
    ),
    ("tenures", {"title": ""}, "title: is empty"),
    (
        "readouts",
        {"id": "document:1"},
        "id: begins with document:, as the ids of documents’ own readouts do",
    ),
    ("tenures", {"person": "office"}, "person: “office” is not a person"),
    ("tenures", {"person": "zed"}, f"person: no actor {NOWHERE} “zed”"),
    ("tenures", {"end": "2019"}, "end: 2019 is before the start, 2020"),
    (
        "tenures",
        {"start": "2022-02-30"},
        "start: “2022-02-30” is not a date: February 2022 has 28 days. Write "
        "2022-02-20, 2022-02, 2022, 2022-02-20?, 2022-02-07/2022-02-08 or 1999~.",
    ),
    ("topics", {"parent": "peace"}, "parent: leads back to itself: “peace” → “peace”"),
    ("topics", {"parent": "war"}, f"parent: no topic {NOWHERE} “war”"),
    (
        "exchanges",
        {"kind": "phone"},
        "kind: “phone” is none of: call, video_call, meeting, visit, summit, letter, "
        "negotiation, press_conference, other",
    ),
    (
        "exchanges",
        {"status": "off"},
        "status: “off” is none of: held, planned, proposed, cancelled",
    ),
    ("exchanges", {"time": "9:30", "timezone": "UTC"}, "time: “9:30” is not a time such as 09:30"),
    (
        "exchanges",
        {"time": "24:00", "timezone": "UTC"},
        "time: “24:00” is not a time such as 09:30",
    ),
    ("exchanges", {"time": "09:30"}, "time: needs a timezone beside it, such as Europe/Paris"),
    ("exchanges", {"timezone": "Paris"}, "timezone: “Paris” is not an IANA time zone"),
    ("exchanges", {"title": "x" * 401}, "title: has 401 characters; 400 at most are kept"),
    (
        "exchanges",
        {"summary": "x" * 100_001},
        "summary: has 100,001 characters; 100,000 at most are kept",
    ),
    ("exchanges", {"countries": ["FR", "Russia"]}, f"countries[1]: “Russia” {NO_COUNTRY}"),
    (
        "exchanges",
        {"participants": [{"name": "A", "role": "boss"}]},
        "participants[0].role: “boss” is none of: initiator, host, guest, mediator, participant",
    ),
    (
        "exchanges",
        {"participants": [{"name": "A", "actor": "zed"}]},
        f"participants[0].actor: no actor {NOWHERE} “zed”",
    ),
    ("exchanges", {"part_of": "call"}, "part_of: leads back to itself: “call” → “call”"),
    ("exchanges", {"source_url": "ftp://a.example"}, f"source_url: “ftp://a.example” {NO_ADDRESS}"),
    (
        "exchanges",
        {"source_url": "javascript:alert(1)"},
        f"source_url: “javascript:alert(1)” {NO_ADDRESS}",
    ),
    (
        "documents",
        {"language": "e"},
        "language: “e” is not a BCP 47 language tag, such as en or zh-Hant",
    ),
    ("documents", {"side": "zed"}, f"side: no actor {NOWHERE} “zed”"),
    ("readouts", {"none_found_on": ...}, f"document: {EITHER}"),
    ("readouts", {"document": "paper"}, f"document: {EITHER}"),
    ("readouts", {"side": ...}, "side: is missing: say whose readout was not found"),
    (
        "readouts",
        {"none_found_on": "2022-2-1"},
        "none_found_on: “2022-2-1” is not a day such as 2022-02-20",
    ),
    (
        "readouts",
        {"none_found_on": "2022-02-30"},
        "none_found_on: “2022-02-30” is not a day of the calendar",
    ),
    ("readouts", {"claimed_minutes": True}, f"claimed_minutes: {WHOLE_NUMBER}"),
    ("readouts", {"claimed_minutes": 1.5}, f"claimed_minutes: {WHOLE_NUMBER}"),
    ("readouts", {"claimed_minutes": 0}, f"claimed_minutes: {WHOLE_NUMBER}"),
    ("readouts", {"claimed_minutes": 10**30}, f"claimed_minutes: {WHOLE_NUMBER}"),
    ("statements", {"translated": 1}, "translated: has to be true or false, and is a number"),
    ("statements", {"document": ...}, "document: is missing"),
    ("statements", {"document": "zed"}, f"document: no document {NOWHERE} “zed”"),
    (
        "statements",
        {"text": "x" * 100_001},
        "text: has 100,001 characters; 100,000 at most are kept",
    ),
    (
        "statements",
        {"quote_type": "loose"},
        "quote_type: “loose” is none of: direct, mixed, indirect, readout",
    ),
    (
        "statements",
        {"translation_of": "words"},
        "translation_of: leads back to itself: “words” → “words”",
    ),
    ("statements", {"addressees": [""]}, "addressees[0]: is empty"),
    ("actors", {"name": "***"}, "name: has no letter or digit"),
    ("actors", {"aliases": ["Al", "—"]}, "aliases[1]: has no letter or digit"),
    ("statements", {"addressees": [{"actor": "ann"}]}, "addressees[0].name: is missing"),
    (
        "statements",
        {"attribution": [{"role": "friend", "name": "A"}]},
        "attribution[0].role: “friend” is none of: speaker, spokesperson, office, agency, outlet",
    ),
    (
        "statements",
        {"translations": [{"language": "fr", "text": "a", "translator": "newsroom"}] * 2},
        "translations[1].language: is there already, by the same translator",
    ),
]


def changed(file: str, change: Record) -> dict[str, list[Record]]:
    """Give the whole bundle with a change to the first record of a file; `...` drops a field."""
    first: Record = {**WHOLE[file][0], **change}
    record = {key: value for key, value in first.items() if value is not ...}
    return {**WHOLE, file: [record, *WHOLE[file][1:]]}


@pytest.mark.parametrize(("file", "change", "message"), FIELDS)
def test_a_field_that_is_wrong(
    tmp_path: Path, file: str, change: dict[str, Any], message: str
) -> None:
    problems = refused(tmp_path / "b", **changed(file, change))
    assert f"{file}.jsonl:1: {message}" in problems


def test_the_whole_bundle_itself_is_right(tmp_path: Path) -> None:
    assert imported(tmp_path / "b", **WHOLE).err.count("warning") == 0


BETWEEN: list[tuple[str, list[Record], str]] = [
    ("actors", [ANN, ANN], "actors.jsonl:2: id: “ann” is the id of line 1 already"),
    (
        "actors",
        [{**ANN, "wikidata": "Q5"}, {**OFFICE, "wikidata": "Q5"}],
        "actors.jsonl:2: wikidata: “Q5” is the item of line 1 already",
    ),
    (
        "topics",
        [{"id": "a", "name": "Peace"}, {"id": "b", "name": "peace"}],
        "topics.jsonl:2: name: “peace” is the name of line 1 already",
    ),
    (
        "topics",
        [{"id": "a", "name": "A", "parent": "b"}, {"id": "b", "name": "B", "parent": "a"}],
        "topics.jsonl:1: parent: leads back to itself: “a” → “b” → “a”",
    ),
    (
        "tenures",
        [{"id": i, "person": "ann", "title": "Head"} for i in "ab"],
        "tenures.jsonl:2: title: “Head” from the same day is on line 1 already",
    ),
    (
        "readouts",
        [{"id": i, "exchange": "call", "document": "paper"} for i in "ab"],
        "readouts.jsonl:2: exchange: the same readout of “call” is on line 1 already",
    ),
]


@pytest.mark.parametrize(("file", "records", "message"), BETWEEN)
def test_records_that_do_not_go_together(
    tmp_path: Path, file: str, records: list[Record], message: str
) -> None:
    assert message in refused(tmp_path / "b", **{**WHOLE, file: records})


def test_all_problems_are_reported_in_the_order_of_the_files(tmp_path: Path) -> None:
    problems = refused(
        tmp_path / "b",
        statements=[{**WORDS, "document": "zed", "exchange": "gone", "odd": 1}],
        actors=[{"id": "a"}, {"id": "a", "name": "A", "kind": "x"}],
    )
    assert problems == [
        "warning: statements.jsonl:1: odd: unknown key; it is kept nowhere",
        "actors.jsonl:1: name: is missing",
        "actors.jsonl:1: kind: is missing",
        "actors.jsonl:2: kind: “x” is none of: person, office, organisation, state",
        "actors.jsonl:2: id: “a” is the id of line 1 already",
        "statements.jsonl:1: document: no document in the bundle or the archive has the id “zed”",
        "statements.jsonl:1: exchange: no exchange in the bundle or the archive has the id “gone”",
    ]


def test_a_flood_of_problems_is_counted_and_not_printed(tmp_path: Path) -> None:
    seen = run(folder(tmp_path / "b", actors="{}\n" * 700))
    assert len(seen.problems) == 1001
    assert seen.problems[-1] == "… and 1,100 more errors"
    assert seen.err.splitlines()[-1] == "Nothing was imported: 2,100 errors."


def test_posts_without_titles_are_not_compared(tmp_path: Path) -> None:
    posts = [{"id": one, "person": "ann"} for one in "ab"]
    assert refused(tmp_path / "b", **{**WHOLE, "tenures": posts}) == [
        f"tenures.jsonl:{line}: title: is missing" for line in (1, 2)
    ]


def test_an_error_in_the_last_line_leaves_nothing_behind(tmp_path: Path) -> None:
    bad = {**WORDS, "id": "bad", "language": 1}
    seen = run(folder(tmp_path / "b", **{**WHOLE, "statements": [WORDS, bad]}))
    assert (seen.status, seen.out) == (1, "")
    for model in (Actor, Topic, Exchange, Document, Statement):
        assert not model.objects.exists()


WARNINGS: list[tuple[str, Record, str]] = [
    ("actors", {"alias": ["A"]}, "actors.jsonl:1: alias: unknown key; it is kept nowhere"),
    (
        "actors",
        {"\x1b[31m\ud800": 1},
        "actors.jsonl:1: \ufffd[31m\ufffd: unknown key; it is kept nowhere",
    ),
    ("statements", {"text": ""}, "statements.jsonl:1: text: has no words; it is kept as a draft"),
    ("statements", {"text": ...}, "statements.jsonl:1: text: has no words; it is kept as a draft"),
    (
        "documents",
        {"exchange": ...},
        "documents.jsonl:1: side: says whose readout it is, but no exchange is named",
    ),
    (
        "exchanges",
        {"participants": [{"name": "Ann Lee"}, {"name": "Dr Ann  LEE", "role": "host"}]},
        "exchanges.jsonl:1: participants[1]: “Dr Ann  LEE” is a participant already; "
        "the second mention is left out",
    ),
    (
        "statements",
        {"addressees": ["Who", "Who"]},
        "statements.jsonl:1: addressees[1]: “Who” is an addressee already; "
        "the second mention is left out",
    ),
]


@pytest.mark.parametrize(("file", "change", "message"), WARNINGS)
def test_a_warning_stops_nothing(tmp_path: Path, file: str, change: Record, message: str) -> None:
    seen = imported(tmp_path / "b", **changed(file, change))
    assert seen.problems == [f"warning: {message}"]
    assert Statement.objects.count() == 1


def test_other_files_are_left_out_with_a_warning(tmp_path: Path) -> None:
    at = folder(tmp_path / "b", actors=[ANN], people=[ANN])
    (at / ".hidden").touch()
    (at / "README").touch()
    (at / "\x1b[31m").touch()
    assert run(at).problems == [
        "warning: \ufffd[31m: is no file of a bundle; it is left out",
        "warning: README: is no file of a bundle; it is left out",
        "warning: people.jsonl: is no file of a bundle; it is left out",
    ]


def test_what_is_no_bundle(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x")
    nowhere = run(tmp_path / "nowhere")
    assert nowhere.err.splitlines()[0].endswith("nowhere: there is no such folder or .zip file")
    assert run(tmp_path / "notes.txt").err.startswith("the zip file is damaged, or none: ")
    (tmp_path / "notes.txt").unlink()
    assert "is not a bundle: it has none of actors.jsonl, tenures.jsonl," in run(tmp_path).err
    (tmp_path / "actors.jsonl").mkdir()
    assert run(tmp_path).err == "actors.jsonl: is not a file\nNothing was imported.\n"


def test_a_blank_line_and_a_missing_last_newline_are_nothing(tmp_path: Path) -> None:
    content = "\n" + json.dumps(ANN) + "\r\n\n" + json.dumps(OFFICE)
    seen = imported(tmp_path / "b", actors=content)
    assert seen.err.count("warning") == 0
    assert Actor.objects.count() == 2


def test_what_is_named_may_be_in_the_archive_already(tmp_path: Path) -> None:
    imported(tmp_path / "one", actors=WHOLE["actors"], exchanges=[CALL], documents=[PAPER])
    imported(tmp_path / "two", statements=[{**WORDS, "actor": "ann"}])
    statement = Statement.objects.get()
    assert statement.speaker is not None
    assert statement.exchange is not None
    assert (statement.speaker.name, statement.exchange.title) == ("Ann Lee", "Call")
    assert statement.anchor_exact == "We agree."
