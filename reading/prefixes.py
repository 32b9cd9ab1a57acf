"""The language of a search box: words, and values of filters behind prefixes. Pure.

`gas "line of contact" -oil speaker:macron in:french` is read as the words that the database is
asked for, and as values of the filters that the prefixes stand for. What the values mean is the
filters' to say.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from reading.text import clipped

# Whatever closes or opens a quotation in print does so here.
QUOTATION_MARKS = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))

TOKEN = re.compile(
    r"""
    (?P<space>\s+)
    | (?P<minus>-?) (?P<name>[^\W\d_]+) : (?P<value> "[^"]*" | (?!//)[^\s"][^\s"]* | (?=\s|$) )
    | (?P<word> "[^"]*" | [^\s"]+ | " )
    """,
    re.VERBOSE,
)
# A letter and a colon are no prefix but a place on a disk.
SHORTEST_PREFIX = 2
MOST_TOLD = 3


@dataclass(frozen=True)
class Trouble:
    """What cannot be understood: a sentence, and the whole text as it may be meant.

    `instead` has each such text with a label for the link to it.
    """

    message: str
    instead: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Typed:
    """What a typed text says.

    `words` is for websearch_to_tsquery; `values` has, by the name of a filter, the values as they
    were typed, in order. `unknown` has pieces such as foo:bar, which look like a prefix, are none,
    and stay among the words; `note` says so. Where there are `problems`, nothing is to be searched.
    """

    words: str
    values: dict[str, list[str]] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    problems: list[Trouble] = field(default_factory=list)
    note: str = ""


@dataclass(frozen=True)
class Piece:
    """A stretch of a typed text: space, a word or a phrase, or the value of a filter.

    `prefix` is as it was typed, `filter` the filter that it stands for, if there is one.
    """

    text: str
    start: int
    prefix: str = ""
    filter: str = ""
    value: str = ""
    excluded: bool = False

    @property
    def end(self) -> int:
        """Where the next piece begins."""
        return self.start + len(self.text)

    @property
    def is_or(self) -> bool:
        """Whether it is the word that stands between alternatives."""
        return self.text.casefold() == "or"

    @property
    def is_like_a_prefix(self) -> bool:
        """Whether it has the look of a filter and its value, and is none."""
        named = len(self.prefix) >= SHORTEST_PREFIX and not self.filter
        return named and self.value[:1].isalnum()


def read(text: str, prefixes: Mapping[str, str], every: Collection[str] = ()) -> Typed:
    """Read a typed text; `prefixes` gives, for each prefix without its colon, a filter's name.

    `every` names the filters of whose values a record has all: between these `or` cannot stand.
    Any text is read without an error.
    """
    plain = text.translate(QUOTATION_MARKS)
    if plain.count('"') % 2:
        return Typed(" ".join(plain.split()), problems=[_unclosed(plain)])
    pieces = [piece for piece in _pieces(plain, prefixes) if not piece.text.isspace()]
    joining = {piece.start for piece in _joining(pieces, every)}
    values: dict[str, list[str]] = {}
    for piece in pieces:
        if piece.filter and piece.value and not piece.excluded:
            values.setdefault(piece.filter, []).append(piece.value)
    unknown = [piece for piece in pieces if piece.is_like_a_prefix]
    return Typed(
        _words(plain, [piece for piece in pieces if piece.filter or piece.start in joining]),
        values,
        [piece.text for piece in unknown],
        list(_troubles(plain, pieces, joining)),
        _note(unknown, prefixes),
    )


def _pieces(text: str, prefixes: Mapping[str, str]) -> Iterator[Piece]:
    for found in TOKEN.finditer(text):
        prefix = found["name"] or ""
        yield Piece(
            found[0],
            found.start(),
            prefix,
            prefixes.get(prefix.casefold(), ""),
            " ".join((found["value"] or "").strip('"').split()),
            bool(found["minus"]),
        )


def _joining(pieces: Sequence[Piece], every: Collection[str]) -> Iterator[Piece]:
    """Give each `or` between two values of one filter, which are alternatives anyway."""
    for before, piece, after in _triples(pieces):
        same = before and after and before.filter == after.filter
        if piece.is_or and before and same and before.filter and before.filter not in every:
            yield piece


def _triples(pieces: Sequence[Piece]) -> Iterator[tuple[Piece | None, Piece, Piece | None]]:
    return zip([None, *pieces], pieces, [*pieces[1:], None], strict=False)


def _words(text: str, taken: Iterable[Piece]) -> str:
    """Give the text without the pieces that were taken out, with single spaces."""
    kept, at = [], 0
    for piece in taken:
        kept.append(text[at : piece.start])
        at = piece.end
    return " ".join(" ".join([*kept, text[at:]]).split())


def _troubles(text: str, pieces: Sequence[Piece], joining: Collection[int]) -> Iterator[Trouble]:
    for before, piece, after in _triples(pieces):
        if piece.filter and piece.excluded:
            yield _not_excluded(text, piece)
        elif piece.filter and not piece.value:
            yield _empty(text, piece, after)
        elif piece.is_or and piece.start not in joining and _beside_value(before, after):
            yield Trouble("“or” stands between words, or between values of one filter.")


def _beside_value(before: Piece | None, after: Piece | None) -> bool:
    return bool((before and before.filter) or (after and after.filter))


def _unclosed(text: str) -> Trouble:
    at = text.rindex('"')
    closed = f'{text.rstrip()}"' if text[at + 1 :].strip() else ""
    return Trouble("A quotation mark is not closed.", _labelled(closed, text[:at] + text[at + 1 :]))


def _not_excluded(text: str, piece: Piece) -> Trouble:
    message = f"“{clipped(piece.text)}” cannot be left out: only words can, as in -oil."
    return Trouble(message, _labelled(_exchanged(text, piece, piece.text.removeprefix("-"))))


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


def _note(unknown: Sequence[Piece], prefixes: Mapping[str, str]) -> str:
    """Say which pieces are searched for as words although they look like filters."""
    if not unknown:
        return ""
    told = " and ".join(f"“{clipped(piece.text)}”" for piece in unknown[:MOST_TOLD])
    close = (get_close_matches(one.prefix.casefold(), prefixes, n=1) for one in unknown)
    meant = next((f" Is “{names[0]}:” meant?" for names in close if names), "")
    are = "is" if len(unknown) == 1 else "are"
    return f"{told} {are} searched for as words: no filter has that name.{meant}"
