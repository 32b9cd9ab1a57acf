"""The language of a search box: words, and values of filters behind prefixes. Pure.

`gas "line of contact" -oil speaker:macron in:french` is read as the words that the database is
asked for, and as values of the filters that the prefixes stand for. What the values mean is the
filters' to say.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import takewhile

from reading.pieces import QUOTATION_MARKS, Piece, pieces_of, triples, without
from reading.signs import note_on_signs
from reading.text import clipped

MOST_TOLD = 3
# Of how many values the words behind them are looked at, and how many of these for each.
MOST_LONGER, MOST_BEHIND = 3, 3


@dataclass(frozen=True)
class Trouble:
    """What cannot be understood: a sentence, and the whole text as it may be meant.

    `instead` has each such text with a label for the link to it.
    """

    message: str
    instead: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Longer:
    """A value together with words behind it, and the words of the text without these."""

    value: str
    words: str


@dataclass(frozen=True)
class Typed:
    """What a typed text says.

    `words` is for websearch_to_tsquery; `values` has, by the name of a filter, the values as they
    were typed, in order. `unknown` has pieces such as foo:bar, which look like a prefix, are none,
    and stay among the words; `note` says so, and which signs mean nothing. `longer` has, by the
    filter and a value, the same value with words behind it, the longest first. Where there are
    `problems`, nothing is to be searched.
    """

    words: str
    values: dict[str, list[str]] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    problems: list[Trouble] = field(default_factory=list)
    note: str = ""
    longer: dict[tuple[str, str], list[Longer]] = field(default_factory=dict)


def read(
    text: str,
    prefixes: Mapping[str, str],
    every: Collection[str] = (),
    elsewhere: Mapping[str, str] | None = None,
) -> Typed:
    """Read a typed text; `prefixes` gives, for each prefix without its colon, a filter's name.

    `every` names the filters of whose values a record has all: between these `or` cannot stand.
    `elsewhere` says of prefixes of another list which list that is. Any text is read without an
    error.
    """
    plain = text.translate(QUOTATION_MARKS)
    if plain.count('"') % 2:
        return Typed(" ".join(plain.split()), problems=[_unclosed(plain)])
    cut = pieces_of(plain, prefixes)
    loose = {piece.start for piece in _loose(cut)}
    pieces = [piece for piece in cut if piece.start not in loose]
    joining = {piece.start for piece in _joining(pieces, every)}
    taken = [one for one in cut if one.filter or one.start in joining or one.start in loose]
    values: dict[str, list[str]] = {}
    for piece in pieces:
        if piece.filter and piece.value and not piece.excluded:
            values.setdefault(piece.filter, []).append(piece.value)
    unknown = [piece for piece in pieces if piece.is_like_a_prefix]
    signs = note_on_signs([piece for piece in pieces if piece.start not in joining])
    return Typed(
        without(plain, taken),
        values,
        [piece.text for piece in unknown],
        list(_troubles(plain, pieces, joining, prefixes)),
        " ".join(filter(None, [_note(unknown, prefixes, elsewhere or {}), signs])),
        _longer(plain, pieces, taken),
    )


def _loose(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Give the hyphens that stand alone, as in a headline, and brackets around filters."""
    if all(piece.is_bare for piece in pieces):
        return
    for before, piece, after in triples(pieces):
        at_phrase = after and after.is_quoted and after.start == piece.end
        lone = piece.text.startswith("-") and not at_phrase
        around = (before and before.filter) or (after and after.filter)
        if piece.is_bare and (lone or (around and piece.text[:1] in "()[]{}")):
            yield piece


def _longer(
    text: str, pieces: Sequence[Piece], taken: Sequence[Piece]
) -> dict[tuple[str, str], list[Longer]]:
    """Give the values with the words behind them, as of a name that lacks its quotation marks."""
    values = [at for at, piece in enumerate(pieces) if piece.filter and piece.value]
    found = {}
    for at in values[:MOST_LONGER]:
        behind = list(takewhile(lambda one: one.is_plain, pieces[at + 1 : at + 1 + MOST_BEHIND]))
        ways = [behind[:number] for number in range(len(behind), 0, -1)]
        found[pieces[at].filter, pieces[at].value] = [
            Longer(
                " ".join([pieces[at].value, *(one.text for one in way)]),
                without(text, sorted([*taken, *way], key=lambda one: one.start)),
            )
            for way in ways
        ]
    return {key: ways for key, ways in found.items() if ways}


def _joining(pieces: Sequence[Piece], every: Collection[str]) -> Iterator[Piece]:
    """Give each `or` between two values of one filter, which are alternatives anyway."""
    for before, piece, after in triples(pieces):
        same = before and after and before.filter == after.filter
        if piece.is_or and before and same and before.filter and before.filter not in every:
            yield piece


def _troubles(
    text: str, pieces: Sequence[Piece], joining: Collection[int], prefixes: Collection[str]
) -> Iterator[Trouble]:
    for before, piece, after in triples(pieces):
        denied = before is not None and before.text.casefold() == "not"
        if piece.filter and (piece.excluded or denied):
            yield _not_excluded(piece)
        elif piece.filter and not piece.value:
            yield _empty(text, piece, after)
        elif piece.is_or and piece.start not in joining and _beside_value(before, after):
            yield Trouble("“or” stands between words, or between values of one filter.")
        elif after and piece.text.casefold() in prefixes and _is_colon(text, after):
            yield _apart(text, piece, after)


def _is_colon(text: str, piece: Piece) -> bool:
    """Tell whether a piece begins with a colon, behind which there is a value."""
    begins = piece.text.startswith(":") and not piece.text.startswith(("::", ":/"))
    return begins and bool(text[piece.start + 1 :].strip())


def _apart(text: str, name: Piece, colon: Piece) -> Trouble:
    """Say that a space stands before the colon of a filter, or that none is meant."""
    rest = text[colon.start + 1 :].lstrip()
    message = f"Between “{clipped(name.text)}” and its colon there is a space."
    return Trouble(message, _labelled(f"{text[: name.end]}:{rest}", f"{text[: name.end]} {rest}"))


def _beside_value(before: Piece | None, after: Piece | None) -> bool:
    return bool((before and before.filter) or (after and after.filter))


def _unclosed(text: str) -> Trouble:
    at = text.rindex('"')
    closed = f'{text.rstrip()}"' if text[at + 1 :].strip() else ""
    return Trouble("A quotation mark is not closed.", _labelled(closed, text[:at] + text[at + 1 :]))


def _not_excluded(piece: Piece) -> Trouble:
    """Say so; what is offered instead would be the opposite of what is meant."""
    message = (
        f"“{clipped(piece.text)}”: a filter cannot be turned round. Only words can, as in -oil."
    )
    return Trouble(message)


def _empty(text: str, piece: Piece, after: Piece | None) -> Trouble:
    """Say that a value is missing; a space before it, or a colon in a sentence, is likely."""
    ways = [_exchanged(text, piece, piece.prefix)]
    if after and not after.filter:
        ways.insert(0, text[: piece.end] + text[after.start :])
    message = f"After “{piece.text}” a value is missing, which stands there without a space."
    return Trouble(message, _labelled(*ways))


def _exchanged(text: str, piece: Piece, other: str) -> str:
    return text[: piece.start] + other + text[piece.end :]


def _labelled(*texts: str) -> dict[str, str]:
    return {" ".join(one.split()): clipped(one) for one in texts if one.strip()}


def _note(
    unknown: Sequence[Piece], prefixes: Mapping[str, str], elsewhere: Mapping[str, str]
) -> str:
    """Say which pieces are searched for as words although they look like filters."""
    if not unknown:
        return ""
    told = " and ".join(f"“{clipped(piece.text)}”" for piece in unknown[:MOST_TOLD])
    are = "is" if len(unknown) == 1 else "are"
    why = (
        next(_others(unknown, elsewhere), "")
        or f"no filter has that name.{_meant(unknown, prefixes)}"
    )
    return f"{told} {are} searched for as words: {why}"


def _others(unknown: Sequence[Piece], elsewhere: Mapping[str, str]) -> Iterator[str]:
    for piece in unknown:
        if place := elsewhere.get(piece.prefix.casefold()):
            yield f"“{piece.prefix}:” is a filter of {place}."


def _meant(unknown: Sequence[Piece], prefixes: Mapping[str, str]) -> str:
    close = (get_close_matches(one.prefix.casefold(), prefixes, n=1) for one in unknown)
    return next((f" Is “{names[0]}:” meant?" for names in close if names), "")
