"""Searches that run, made from a statement that the archive holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from actors.beginnings import bearers
from actors.models import Actor
from statements.models import Addressee, Exchange, Participation, Statement

# The newest are looked at, for one of which much is known.
LOOKED_AT = 50
# Words next to one another, as an example of a phrase has them.
PHRASE = 3
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Example:
    """What can be typed, and what it asks for."""

    q: str
    says: str


# Of the demo archive, for one that holds nothing yet.
IN_DEMO = [
    Example("security guarantees", "Both words, anywhere in the statement."),
    Example('"line of contact"', "These words right after one another."),
    Example("gas -oil", "The first word, without the second."),
    Example("ceasefire or truce", "Either word."),
    Example('speaker:"Vladimir Putin"', "What he said."),
    Example('with:"Emmanuel Macron"', "What was said in an exchange with him, or to him."),
    Example('topic:"European security"', "On this topic, or one below it."),
    Example("from:2022-02-21 to:2022-02", "From that day to the end of that month."),
    Example("in:english", "In this language; in:en is the same."),
    Example('"Minsk agreements" speaker:"Vladimir Putin" from:2022', "All of it together."),
]


def examples() -> list[Example]:
    """Give searches with results, in a few queries however large the archive is."""
    said = _telling()
    words = [*dict.fromkeys(WORD.findall(said.text))] if said else []
    if not said or len(words) < PHRASE + 1:
        return IN_DEMO
    filters = list(_of_filters(said))
    return [*_of_words(said.text, words), *filters, *_together(words, filters)]


def _telling() -> Statement | None:
    """Give one of the newest statements of which most is known."""
    newest = Statement.objects.public().select_related("speaker").prefetch_related("topics")
    known = list(newest.defer("search").exclude(speaker=None)[:LOOKED_AT])
    return max(known, key=_known, default=None)


def _known(said: Statement) -> tuple[bool, int, int]:
    known = [said.date, said.exchange_id, said.topics.all(), said.language == "en"]
    return len(set(WORD.findall(said.text))) > PHRASE, sum(map(bool, known)), -said.pk


def _of_words(text: str, words: Sequence[str]) -> Iterator[Example]:
    longest = sorted(words, key=len, reverse=True)
    first, second = longest[0], longest[1]
    yield Example(f"{first} {second}".lower(), "Both words, anywhere in the statement.")
    if phrase := _phrase(text, first):
        yield Example(f'"{phrase}"', "These words right after one another.")
    absent = "oil" if "oil" not in text.lower() else "gas"
    yield Example(f"{first.lower()} -{absent}", "The first word, without the second.")
    yield Example(f"{first} or {second}".lower(), "Either word.")


def _phrase(text: str, word: str) -> str:
    """Give the word with the words next to it, which nothing but space stands between."""
    for found in re.finditer(r"[^\W\d_]+(?: [^\W\d_]+)+", text):
        words = found[0].split()
        if word in words:
            start = max(0, min(words.index(word), len(words) - PHRASE))
            return " ".join(words[start : start + PHRASE])
    return ""


def _of_filters(said: Statement) -> Iterator[Example]:
    counterparts = list(_counterparts(said))
    people = [said.speaker, *counterparts]
    shared = bearers([actor.folded for actor in people if actor])
    names = [_name(actor, shared) for actor in people if actor]
    yield Example(f"speaker:{names[0]}", "What this actor said.")
    for name in names[1:2]:
        yield Example(f"with:{name}", "Said in an exchange with this actor, or to this actor.")
    for topic in said.topics.all()[:1]:
        yield Example(f"topic:{_quoted(topic.name, topic.slug)}", "On this topic, or one below it.")
    if said.date_earliest:
        year = f"{said.date_earliest.year:04}"
        yield Example(f"from:{year} to:{year}-12", "From that year to the end of that month.")
    yield Example(f"in:{said.language}", "In this language, by its code or by its English name.")


def _counterparts(said: Statement) -> Iterable[Actor]:
    """Give others who took part in the exchange that was spoken of, or to whom it was said."""
    took_part = Participation.objects.filter(
        exchange=said.exchange_id, exchange__in=Exchange.objects.public()
    )
    addressed = Addressee.objects.filter(statement=said)
    ids = [*took_part.values_list("actor", flat=True), *addressed.values_list("actor", flat=True)]
    return Actor.objects.filter(pk__in=[pk for pk in ids if pk and pk != said.speaker_id])[:1]


def _name(actor: Actor, shared: Mapping[str, int]) -> str:
    """Give the name by which a filter knows the actor; where others bear it, the address."""
    return _quoted(actor.name, actor.slug) if shared.get(actor.folded) == 1 else actor.slug


def _quoted(name: str, slug: str) -> str:
    return slug if '"' in name else f'"{name}"'


def _together(words: Sequence[str], filters: Sequence[Example]) -> Iterator[Example]:
    longest = max(words, key=len).lower()
    asked = " ".join(one.q for one in [filters[0], filters[-1]])
    yield Example(f"{longest} {asked}", "All of it together.")
