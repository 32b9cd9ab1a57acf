"""What the generator makes: the same each time, and skewed as archives are."""

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from bench.bundle import FILES, write_bundle
from bench.people import Record, people
from bench.subjects import topics
from bench.texts import LONGEST, SHORTEST, Writer
from bench.vocabulary import PHRASES, Language, languages
from tests.bench.conftest import SIZE

Records = Callable[[str], list[Record]]


def chance() -> Random:
    return Random(1)  # noqa: S311, nothing is kept secret with it


def english() -> Language:
    return languages()[0]


def test_the_same_seed_gives_the_same_bytes(made: Path, tmp_path: Path) -> None:
    write_bundle(tmp_path / "again", SIZE, seed=7)
    for file in FILES:
        again = tmp_path / "again" / f"{file}.jsonl"
        assert again.read_bytes() == (made / f"{file}.jsonl").read_bytes()


def test_another_seed_gives_another_archive_of_the_same_people(made: Path, tmp_path: Path) -> None:
    write_bundle(tmp_path / "other", SIZE, seed=8)
    differ = [
        (tmp_path / "other" / f"{file}.jsonl").read_bytes() != (made / f"{file}.jsonl").read_bytes()
        for file in ("actors", "topics", "statements")
    ]
    assert differ == [False, False, True]


def test_there_are_as_many_statements_as_were_asked_for(records: Records) -> None:
    assert len(records("statements")) == SIZE


def test_parts_of_an_archive_share_no_ids(made: Path, records: Records, tmp_path: Path) -> None:
    write_bundle(tmp_path / "part", 10, seed=7, first=SIZE)
    text = (tmp_path / "part" / "statements.jsonl").read_text("utf-8")
    assert not [one["id"] for one in records("statements") if f'"id":"{one["id"]}"' in text]


def test_a_bundle_that_was_cut_off_is_not_there(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_bundle(tmp_path / "cut", SIZE, progress=stop)
    assert not (tmp_path / "cut").exists()


def test_texts_have_8_to_200_words() -> None:
    writer = Writer(chance())
    counts = [len(writer.statement(english()).split()) for _ in range(400)]
    # A phrase of two words may be put in.
    assert min(counts) >= SHORTEST
    assert max(counts) <= LONGEST + 2 * len(PHRASES["en"])
    assert 25 < sorted(counts)[200] < 36


def test_each_phrase_stands_in_one_of_so_many_texts() -> None:
    writer = Writer(chance())
    texts = [writer.statement(english()).lower() for _ in range(900)]
    for phrase, every in PHRASES["en"].items():
        written = [text for text in texts if phrase in text.replace(",", "").replace(".", "")]
        # Now and then its words come together by chance.
        assert 900 // every <= len(written) <= 900 // every + 1, phrase


def test_words_fall_off_as_zipf_has_it() -> None:
    words = chance().choices(english().words, cum_weights=english().cumulative, k=50_000)
    counted = Counter(words)
    assert counted["the"] > 8 * counted[english().words[40]] > 0
    assert sum(count == 1 for count in counted.values()) > 2000


def test_no_word_is_there_twice_and_phrases_share_none_with_frequent_ones() -> None:
    for language in languages():
        assert len(set(language.words)) == len(language.words)
    assert english().words.index("security") > 90


def test_a_few_have_most_of_the_statements(records: Records) -> None:
    spoken = Counter(one["speaker"] for one in records("statements"))
    most = sum(count for _, count in spoken.most_common(10))
    assert SIZE * 0.2 < most < SIZE * 0.7
    assert len(spoken) > 40


def test_most_is_in_english_and_some_in_other_languages(records: Records) -> None:
    written = Counter(one["language"] for one in records("statements"))
    assert written.most_common(1)[0][0] == "en"
    assert len(written) >= 4


def test_most_quotations_are_direct(records: Records) -> None:
    types = Counter(one["quote_type"] for one in records("statements"))
    assert [name for name, _ in types.most_common()][:2] == ["direct", "indirect"]
    assert set(types) == {"direct", "indirect", "mixed", "readout"}


def test_there_is_about_an_exchange_for_25_statements(records: Records) -> None:
    assert SIZE / 50 < len(records("exchanges")) < SIZE / 12


def test_topics_are_a_tree_of_three_levels() -> None:
    parents = {topic.id: topic.parent for topic in topics()}
    depth: Counter[int] = Counter()
    for topic, parent in parents.items():
        above = parents[parent] if parent else None
        depth[1 + (parent is not None) + (above is not None)] += 1
        assert parent is None or parent in parents, topic
    assert depth == {1: 12, 2: 48, 3: 144}


def test_no_name_is_that_of_two(records: Records) -> None:
    names = [actor.name.lower() for actor in people().everyone] + list(people().unknown)
    assert len(set(names)) == len(names)
    families = [actor.name.split()[1] for actor in people().persons]
    assert len(set(families)) == len(families)


def test_statements_stand_in_their_documents_in_order(records: Records) -> None:
    texts = {one["id"]: one["text"] for one in records("documents")}
    placed = [
        (one["document"], texts[one["document"]].find(one["text"])) for one in records("statements")
    ]
    missing = [place for _, place in placed if place < 0]
    assert len(missing) < SIZE * 0.02
    found = [each for each in placed if each[1] >= 0]
    assert all(one[1] < next_[1] for one, next_ in pairwise(found) if one[0] == next_[0])


def test_some_statements_stand_side_by_side(records: Records) -> None:
    paragraphs = {one["id"]: one["text"].split("\n\n") for one in records("documents")}
    beside = 0
    for one, behind in pairwise(records("statements")):
        parts = [part.strip("“”") for part in paragraphs[one["document"]]]
        neighbours = set(pairwise(parts))
        beside += (one["text"], behind["text"]) in neighbours
    assert beside > SIZE / 10
