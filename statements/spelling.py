"""What may be meant by words that nothing answers: words and names of public records alone.

The vocabulary says which words are spelt nearly so, but what was public once may be so no more.
Therefore a search is offered only when a public record has answered it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from math import log2
from typing import Any

from django.db import connection, transaction
from django.db.models import Q, QuerySet

from actors.beginnings import beginning_with
from actors.models import Actor
from statements.models import Statement
from statements.postings.index import Index
from statements.postings.uses import uses
from statements.querysets.phrases import PIECE, wanted_in
from statements.querysets.stemming import languages_in_use
from statements.querysets.tsqueries import meanings
from statements.querysets.words import WITHOUT_SPACES, Written, sound

Rows = QuerySet[Any]

MOST = 4
# Words that are looked up, words without an answer that are mended, forms to compare with each.
MOST_WORDS = 8
MOST_UNKNOWN = 3
MOST_FORMS = 60
# Forms of a word and actors of a name that are tried.
MOST_TRIED = 3
# So many are put in order to find them.
MOST_FITTING = 2_000
# How alike a form has to be: from 0 to 1.
FORM_ALIKE = 0.72
MUCH_LESS = 0.1

WORD = re.compile(r"[^\W\d_]{3,40}")
# What people write between words; to look for it as a word helps nobody.
JOINING = ("or", "and", "not")
# Signs around a piece, such as the colon of a prefix that was left out; a hyphen means something.
AROUND = re.compile(r"""^(-?)[^\w"]*|[^\w"]+$""")
# Space that a word has left within quotation marks.
AT_THE_EDGE = re.compile(r'"\s*([^"]*?)\s*"')
KNOWN = "SELECT word FROM statements_word WHERE word = ANY (%s)"
LIKE = "SELECT word, uses, fold_name(word), fold_name(%s) FROM words_like(%s, %s)"
# Reading a table until something answers may take as long as reading all of it.
BY_INDEXES = "".join(
    f"SET LOCAL {setting} = {{}};"
    for setting in ("enable_seqscan", "enable_indexscan", "enable_indexonlyscan")
)


@dataclass(frozen=True)
class NearMatch:
    """A search that has results: what to call it, and the filters that are other in it.

    `changes` is as `reading.queries.narrowed` takes it: `{"q": ["ceasefire"]}`, or
    `{"q": [], "speaker": ["emmanuel-macron"]}`.
    """

    label: str
    changes: Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Search:
    """Words that found nothing in some records: what was asked for, and forms near to each word.

    `forms` has the words that nothing answers, each with the likeliest other forms first. `index`
    tells how often actors occur.
    """

    words: str
    rows: Rows
    languages: Sequence[str]
    asked: Sequence[str]
    forms: Mapping[str, Sequence[str]]
    index: Index | None = None

    def answers(self, words: str, actor: Actor | None = None) -> bool:
        """Tell whether any record answers the words, and is the actor's if one is given."""
        rows: Any = self.rows
        if actor:
            rows = rows.said_by([actor]) if self.is_of_statements else rows.between([actor])
        if words and self.is_of_statements:
            rows = rows.filter(self._meant(words))
        elif words:
            rows = rows.matching(words)
        return bool(rows.exists())

    def _meant(self, words: str) -> Q:
        """Give the condition that a statement answers the words; each meaning is asked for once."""
        answer = Q(pk__in=[])
        for meaning, languages in meanings(words, self.languages).items():
            answer |= Q(language__in=languages, search=Written(meaning))
        return answer

    def uses(self, actor: int) -> int:
        """Give how often the actor occurs, where that is known."""
        return uses(self.index, actor) if self.index else 0

    @property
    def is_of_statements(self) -> bool:
        """Whether it is statements that are searched, not exchanges."""
        return issubclass(self.rows.model, Statement)


def near_matches(
    words: str, rows: Rows | None = None, index: Index | None = None
) -> list[NearMatch]:
    """Give searches near to words that found nothing, each with at least one public result.

    `words` are as `reading.prefixes.read` gives them. `rows` are the records that are searched:
    public statements, if nothing is said. Of actors who may be meant as well, those come first who
    occur most in the `index`.
    """
    given, searched = sound(words), Statement.objects.public() if rows is None else rows
    if not (asked := _asked(given)):
        return []
    search = Search(given, searched, languages_in_use(), asked, {}, index)
    with _by_indexes():
        search = replace(search, forms={word: _forms(word) for word in _unknown(search)})
        found = {near.label: near for near in _near(search)}
    return list(found.values())[:MOST]


def _near(search: Search) -> Iterator[NearMatch]:
    """Give the searches that are near, the nearest first."""
    if search.forms:
        first, *others = _mended(search)
        yield from _answered(search, [first])
        yield from _of_actors(search)
        yield from _answered(search, [*others, _without(search.words, search.forms)])
    elif len(search.asked) > 1:
        yield from _answered(search, [" or ".join(search.asked)])


def _answered(search: Search, texts: Iterable[str]) -> Iterator[NearMatch]:
    """Give those of the texts that something answers."""
    for text in dict.fromkeys(texts):
        if text and text != search.words and search.answers(text):
            yield NearMatch(text, {"q": [text]})


def _asked(words: str) -> list[str]:
    """Give the words that are asked for, in small letters; those left out with - are not."""
    spelt = [word.lower() for piece in wanted_in(words) for word in WORD.findall(piece)]
    apart = [word for word in dict.fromkeys(spelt) if not WITHOUT_SPACES.search(word)]
    return [word for word in apart if word not in JOINING][:MOST_WORDS]


def _unknown(search: Search) -> list[str]:
    """Give the words that nothing answers; the vocabulary knows of most that something does."""
    with connection.cursor() as cursor:
        cursor.execute(KNOWN, [list(search.asked)])
        known = {word for (word,) in cursor.fetchall()} if search.is_of_statements else set()
    doubtful = [word for word in search.asked if word not in known]
    return [word for word in doubtful[:MOST_UNKNOWN] if not search.answers(word)]


def _forms(word: str) -> list[str]:
    """Give the forms of the vocabulary that are spelt nearly as the word, the likeliest first.

    Cyrillic and Greek letters are those that they are written with in Latin.
    """
    with connection.cursor() as cursor:
        cursor.execute(LIKE, [word, word, MOST_FORMS])
        rated = [(_likeness(*folded), uses, form) for form, uses, *folded in cursor.fetchall()]
    least = max([FORM_ALIKE, *(likeness - MUCH_LESS for likeness, *_ in rated)])
    near = [one for one in rated if least <= one[0] and one[2] != word]
    near.sort(key=lambda one: one[0] + log2(one[1] + 1) / 100, reverse=True)
    return [form for *_, form in near[:MOST_TRIED]]


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _mended(search: Search) -> list[str]:
    """Give the text with the words that nothing answers in other forms; at least one text."""
    texts = [search.words] * MOST_TRIED
    for word, forms in search.forms.items():
        likely = [*forms, *[(forms or [word])[-1]] * MOST_TRIED]
        texts = [_exchanged(text, word, form) for text, form in zip(texts, likely, strict=False)]
    return texts


def _of_actors(search: Search) -> Iterator[NearMatch]:
    """Give what actors said, or where they took part, of whom the unknown words may be names."""
    rest = _without(search.words, search.forms)
    told = f" with “{rest}”" if rest else ""
    said = search.is_of_statements
    for actor in _actors(search):
        if search.answers(rest, actor):
            label = f"{'statements by' if said else 'exchanges of'} {actor.name}{told}"
            asked = {"q": [rest] if rest else [], "speaker" if said else "actor": [actor.slug]}
            yield NearMatch(label, asked)


def _actors(search: Search) -> list[Actor]:
    """Give the actors who may be meant: by a word or a form of it, then by all the words."""
    names = [name for word, others in search.forms.items() for name in (word, *others[:1])]
    ids = [actor for name in names for actor in _beginning(search, name)]
    ids += [actor.pk for actor in Actor.objects.like(" ".join(search.forms))]
    actors = Actor.objects.in_bulk(list(dict.fromkeys(ids))[:MOST_TRIED])
    return [actors[pk] for pk in dict.fromkeys(ids) if pk in actors]


def _beginning(search: Search, name: str) -> list[int]:
    """Give the few actors who are called so, the likeliest first."""
    found = beginning_with(name, MOST_FITTING)
    found.sort(key=lambda one: (one.distance, -search.uses(one.actor)))
    return [one.actor for one in found[:MOST_TRIED]]


def _without(words: str, unknown: Mapping[str, object]) -> str:
    """Give the text without some words, and without what then stands beside nothing."""
    for word in unknown:
        words = AT_THE_EDGE.sub(r'"\1"', _exchanged(words, word, ""))
    kept = [AROUND.sub(r"\1", piece) for piece in PIECE.findall(words) if WORD.search(piece)]
    while kept and kept[-1].lower() in JOINING:
        kept.pop()
    while kept and kept[0].lower() in JOINING:
        kept.pop(0)
    return " ".join(kept)


def _exchanged(text: str, word: str, other: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", other, text, flags=re.IGNORECASE)


@contextmanager
def _by_indexes() -> Iterator[None]:
    """Have the database look into its indexes for what may be nowhere."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(BY_INDEXES.format("off", "off", "off"))
        yield
        cursor.execute(BY_INDEXES.format("DEFAULT", "DEFAULT", "DEFAULT"))
