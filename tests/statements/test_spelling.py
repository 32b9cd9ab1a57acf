"""Searches near to words that found nothing: never of what is not public."""

import pytest
from django.db import connection

from actors.models import ActorName
from statements.models import Exchange, Statement, Word
from statements.postings.current import statements as postings
from statements.spelling import NearMatch, near_matches
from statements.vocabulary import count_words
from tests.cast import Cast, actor, document, exchange, statement, the_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return the_cast()


def asked(words: str) -> list[str]:
    """Give what the near searches look for, without names."""
    return [near.changes["q"][0] for near in near_matches(words) if len(near.changes) == 1]


def known() -> set[str]:
    return set(Word.objects.values_list("word", flat=True))


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("provocatoins", "provocations"),
        ("esclation", "escalation"),
        ("DETERIORATON", "deterioration"),
        ('"line of contcat"', '"line of contact"'),
        ("provocatoins -oil", "provocations -oil"),
        ("serious provocatoins or concren", "serious provocations or concern"),
    ],
)
def test_a_misspelt_word_is_mended(cast: Cast, words: str, meant: str) -> None:
    assert asked(words)[0] == meant


def test_words_in_other_scripts_are_mended(cast: Cast) -> None:
    statement(document(), "Переговоры о гарантиях", language="ru")
    assert asked("переговры") == ["переговоры"]


def test_a_word_that_nothing_has_is_left_out(cast: Cast) -> None:
    assert asked("xylophone escalation") == ["escalation"]
    assert asked("xylophone or escalation") == ["escalation"]


def test_words_that_are_known_apart_are_offered_as_alternatives(cast: Cast) -> None:
    assert asked("escalation deterioration") == ["escalation or deterioration"]


@pytest.mark.parametrize("joined", ["not", "AND", "and not"])
def test_what_joins_words_is_offered_as_no_word(cast: Cast, joined: str) -> None:
    assert asked(f"escalation {joined} deterioration") == ["escalation or deterioration"]
    assert asked(f"xylophone {joined} escalation") == ["escalation"]


def test_signs_around_a_word_are_not_offered(cast: Cast) -> None:
    assert asked("xylophone:escalation") == ["escalation"]
    assert asked("xylophone -:oil (escalation)") == ["-oil escalation"]


def test_whoever_may_be_meant_is_offered_as_speaker(cast: Cast) -> None:
    for words in ("Macorn", "Макрон", "Micron", "Macro"):
        said = NearMatch("statements by Emmanuel Macron", {"q": [], "speaker": ["emmanuel-macron"]})
        assert said in near_matches(words), words
    found = near_matches("Macorn invade")
    assert (
        NearMatch(
            "statements by Emmanuel Macron with “invade”",
            {"q": ["invade"], "speaker": ["emmanuel-macron"]},
        )
        in found
    )


def test_whoever_is_meant_by_the_word_comes_before_who_has_it_in_a_longer_one(cast: Cast) -> None:
    office = actor("Executive Office", "office", kind="office")
    ActorName.objects.create(actor=office, name="Putin’s office")
    statement(document(), "Nothing of it", speaker=office)
    for words in ("puti", "putn"):
        found = [near.label for near in near_matches(words) if "speaker" in near.changes]
        assert found == ["statements by Vladimir Putin", "statements by Executive Office"], words


def test_of_those_who_fit_as_well_whoever_occurs_more_often_comes_first(cast: Cast) -> None:
    for number in range(4):
        one = actor(f"M{number} Merk{'x' * number}", f"merk-{number}")
        for _ in range(number + 1):
            statement(document(), speaker=one, speaker_as_printed="Somebody")
    found = [near.label for near in near_matches("mer", index=postings())]
    assert found == [f"statements by M{number} Merk{'x' * number}" for number in (3, 2, 1)]


def test_nonsense_offers_nobody(cast: Cast) -> None:
    for one in ("Patriarch of Moscow and All Russia Kirill", "Islam Karimov"):
        statement(document(), speaker=actor(one, one.split()[-1].lower()))
    for words in ("Kate", "nobody at everything"):
        assert not [near for near in near_matches(words) if "speaker" in near.changes], words


def test_nobody_is_offered_who_said_nothing_of_it_in_public(cast: Cast) -> None:
    assert not [near for near in near_matches("Macorn provocations") if "speaker" in near.changes]
    assert not [near for near in near_matches("Bidne") if "speaker" in near.changes]
    statement(document(), "Biden’s draft", speaker=cast.biden, editorial_status="draft")
    assert near_matches("Bidne") == []


def test_a_word_of_drafts_is_never_offered(cast: Cast) -> None:
    for status in ("draft", "in_review"):
        statement(document(), "Clandestine arrangements", editorial_status=status)
    exchange(title="Clandestine arrangements", editorial_status="draft")
    count_words()
    assert not {"clandestine", "arrangements"} & known()
    for words in ("clandistine", "arangements", "clandistine escalation"):
        assert "clandestine" not in str(near_matches(words)), words
        assert "arrangements" not in str(near_matches(words)), words


def test_a_word_that_is_public_no_more_is_not_offered(cast: Cast) -> None:
    said = statement(document(), "Clandestine arrangements")
    assert asked("clandistine") == ["clandestine"]
    Statement.objects.filter(pk=said.pk).update(editorial_status="draft")
    assert "clandestine" in known()
    assert near_matches("clandistine") == []


def test_what_is_entered_or_published_is_known_at_once(cast: Cast) -> None:
    said = statement(document(), "Zeppelins", editorial_status="draft")
    assert "zeppelins" not in known()
    Statement.objects.filter(pk=said.pk).update(editorial_status="published")
    assert "zeppelins" in known()
    Statement.objects.filter(pk=said.pk).update(text="Balloons")
    assert "balloons" in known()
    exchange(title="Airships")
    assert asked("ballons") == ["balloons"]
    assert [near.changes["q"] for near in near_matches("airshps", Exchange.objects.public())] == [
        ["airships"]
    ]


def test_many_rows_at_once_are_left_to_the_count(cast: Cast) -> None:
    source = document()
    Statement.objects.bulk_create(
        Statement(
            document=source,
            text=f"Zeppelins{'' if number else ' abound'}",
            language="en",
            quote_type="indirect",
            speaker_as_printed="Somebody",
            editorial_status="published",
        )
        for number in range(21)
    )
    assert "zeppelins" not in known()
    count_words()
    assert {"zeppelins", "abound", "somebody"} <= known()
    assert Word.objects.get(word="zeppelins").uses == 21


def test_only_words_are_kept(cast: Cast) -> None:
    statement(document(), "On 24.02 at https://a.example/b 乌克兰 к и Élysée naïve x’y a_b C3PO")
    assert {"élysée", "naïve"} <= known()
    assert not [word for word in known() if not word.isalpha() or len(word) < 3 or "乌" in word]


def test_a_word_that_very_many_have_is_likelier(cast: Cast) -> None:
    statement(document(), "Balloomy balloon")
    assert asked("balloom")[0] == "balloomy"
    Word.objects.filter(word="balloon").update(uses=1000)
    assert asked("balloom")[0] == "balloon"


def test_a_word_that_was_taken_back_is_not_its_own_other_form(cast: Cast) -> None:
    withdrawn = exchange(title="Concert")
    exchange(title="Concerto")
    exchange(actor("Concerta", "concerta"))
    Exchange.objects.filter(pk=withdrawn.pk).update(editorial_status="draft")
    labels = [near.label for near in near_matches("concert", Exchange.objects.public())]
    assert labels == ["concerto", "exchanges of Concerta"]


def test_no_more_than_a_few_are_offered(cast: Cast) -> None:
    statement(document(), "Zeppelin zepalin zepilin")
    for slug in ("zepelin-one", "zepelin-two"):
        somebody = actor(slug.title().replace("-", " "), slug)
        statement(document(), speaker=somebody, speaker_as_printed="Somebody")
    assert len(near_matches("zepelin")) == 4


def test_a_phrase_without_a_word_is_a_phrase(cast: Cast) -> None:
    assert asked('"line of contact xylophone"') == ['"line of contact"']


def test_what_a_word_means_in_one_language_is_no_word_of_another(cast: Cast) -> None:
    # The stem of an English word, in a language that is not stemmed.
    statement(document(), "negoti", language="uk")
    assert asked("negotiations xylophone") == []


def test_near_exchanges_are_found_by_their_own_words(cast: Cast) -> None:
    public = Exchange.objects.public()
    # The first word is known of statements alone.
    near = near_matches("provocations summit", public)
    assert [one.changes["q"] for one in near] == [["summit"]]
    assert [near.changes["q"] for near in near_matches("sumit", public)] == [["summit"]]
    with_macron = NearMatch("exchanges of Emmanuel Macron", {"q": [], "actor": ["emmanuel-macron"]})
    assert with_macron in near_matches("Micron", public)


@pytest.mark.parametrize(
    "words",
    ["", " ", '"', "-", "-esclation", "or", "a b", "12345", "乌克兰兰", "\x00", "\ud800",
     "%s %(x)s", "x" * 500, "(((", "esclation " * 40, "[a-z]+ \\1"],
)  # fmt: skip
def test_any_words_have_an_answer(cast: Cast, words: str) -> None:
    for near in near_matches(words):
        assert Statement.objects.public().matching(near.changes["q"][0]).exists()


def test_every_near_search_has_results(cast: Cast) -> None:
    actor("Escalator", "escalator")
    for words in ("escalatoin provocatoins", "Putni", "serious conern contcat", "Kremlni"):
        for near in near_matches(words):
            found = Statement.objects.public()
            if near.changes["q"]:
                found = found.matching(near.changes["q"][0])
            if "speaker" in near.changes:
                found = found.filter(speaker__slug__in=near.changes["speaker"])
            assert found.exists(), near


def test_the_planner_is_left_as_it_was(cast: Cast) -> None:
    near_matches("esclation")
    with connection.cursor() as cursor:
        for setting in ("enable_seqscan", "enable_indexscan", "enable_indexonlyscan"):
            cursor.execute(f"SHOW {setting}")
            assert cursor.fetchone()[0] == "on", setting
