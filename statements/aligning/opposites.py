"""Passages that have much in common and yet do not say the same. Pure.

They are not joined where one alone says no, or refuses, in a sentence that holds what they have in
common; or where each names countries and none that the other names: that the escalation was
provoked by the one, or by the other.
"""

import re
from collections.abc import Collection

from statements.aligning.evidence import Passage, Version
from statements.aligning.genre import is_frame
from statements.aligning.mentions import Names
from statements.aligning.skeletons import beginning, skeleton
from statements.quoting.negations import says_no
from statements.quoting.words import words_of

SENTENCE = re.compile(r"(?<=[.!?…;])\s+|\n+")

# Words that turn a claim round as a no does, as their beginnings are compared (`words_of`).
REFUSALS = {
    "en": ("reject", "refus", "deny", "denie", "oppos", "declin", "disput", "unaccept", "imposs"),
    "fr": ("rejet", "refus", "dement", "oppos", "contest", "exclu", "inaccept", "imposs"),
    "ru": ("отверг", "отказ", "отклон", "опроверг", "исключ", "неприемл", "невозмож", "против"),
    "de": ("ablehn", "abgelehn", "lehnt", "weiger", "verweiger", "bestr", "unannehm", "unmoglich"),
    "es": ("rechaz", "neg", "desment", "opon", "descart", "inacept", "imposib"),
    "it": ("rifiut", "respin", "negat", "smenti", "oppon", "esclu", "inaccett", "impossib"),
    "uk": ("відкин", "відмов", "відхил", "спрост", "виключ", "неприйн", "неможл", "проти"),
}


def are_opposed(one: Passage, other: Passage, language: str | None, names: Names) -> bool:
    """Tell whether passages that are alike in the language, or across two, differ all the same."""
    if _name_others(names.countries(one), names.countries(other)):
        return True
    versions = [
        passage.versions[language] if language else next(iter(passage.versions.values()))
        for passage in (one, other)
    ]
    mine, theirs = (_sounds(version, names) for version in versions)
    first, second = (_says_no(version, mine & theirs) for version in versions)
    return first != second


def _name_others(one: Collection[str], other: Collection[str]) -> bool:
    return bool(one) and bool(other) and set(one).isdisjoint(other)


def _sounds(version: Version, names: Names) -> set[str]:
    """Give the beginnings of the stems that tell something, as they sound."""
    language = version.language
    return {
        beginning(stem)
        for stem in version.stems
        if not names.is_here(stem) and not is_frame(language, stem)
    }


def _says_no(version: Version, sounds: Collection[str]) -> bool:
    """Tell whether a sentence that holds one of the sounds says no."""
    beginnings = tuple(sounds)
    return any(
        any(skeleton(key).startswith(beginnings) for key in words_of(sentence).keys)
        and is_negative(sentence, version.language)
        for sentence in SENTENCE.split(version.text)
    )


def is_negative(sentence: str, language: str) -> bool:
    """Tell whether a sentence says no, or that somebody refuses or denies something."""
    refusals = REFUSALS.get(language, ())
    return says_no(sentence, language) or any(
        key.startswith(refusals) for key in words_of(sentence).keys
    )
