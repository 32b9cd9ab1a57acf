"""A typed text cut into spaces, words, phrases, and values behind prefixes. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

# Whatever closes or opens a quotation in print does so here.
QUOTATION_MARKS = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
# Of these both ends of a value are looked for, as they are apostrophes too.
SINGLE = "'‘’‚‛‹›＇"

TOKEN = re.compile(
    rf"""
    (?P<space>\s+)
    | (?P<minus>[-!]?) (?P<name>[^\W\d_]+) : (?P<value>
        "[^"]*" | [{SINGLE}][^":]{{1,80}}?[{SINGLE}](?=[\s)]|$) | (?!//)[^\s"][^\s"]* | (?=\s|$)
    )
    | (?P<word> "[^"]*" | [(\[{{]+ | [^\s"]+ | " )
    """,
    re.VERBOSE,
)
# A letter and a colon are no prefix but a place on a disk.
SHORTEST_PREFIX = 2


@dataclass(frozen=True)
class Piece:
    """A stretch of a typed text: space, a word or a phrase, or the value of a filter.

    `prefix` is as it was typed, `filter` the filter that it stands for, if there is one.
    `excluded` tells whether a sign stands before it or its value, as if it could be turned round.
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
    def is_quoted(self) -> bool:
        """Whether it is a phrase."""
        return self.text.startswith('"')

    @property
    def is_plain(self) -> bool:
        """Whether it is a word that has to be there."""
        apart = self.filter or self.is_or or self.is_quoted or self.text.startswith("-")
        return not apart and any(map(str.isalnum, self.text))

    @property
    def is_bare(self) -> bool:
        """Whether it is of signs alone."""
        return not self.filter and not any(map(str.isalnum, self.text))

    @property
    def is_like_a_prefix(self) -> bool:
        """Whether it has the look of a filter and its value, and is none."""
        named = len(self.prefix) >= SHORTEST_PREFIX and not self.filter
        return named and self.value[:1].isalnum()


Triple = tuple[Piece | None, Piece, Piece | None]


def pieces_of(text: str, prefixes: Mapping[str, str]) -> list[Piece]:
    """Cut a text with straight quotation marks into pieces; space itself is left out."""
    return [piece for piece in _pieces(text, prefixes) if not piece.text.isspace()]


def triples(pieces: Sequence[Piece]) -> Iterator[Triple]:
    """Give each piece with the one before it and the one after it."""
    return zip([None, *pieces], pieces, [*pieces[1:], None], strict=False)


def without(text: str, taken: Iterable[Piece]) -> str:
    """Give the text without the pieces that were taken out, in order, with single spaces."""
    kept, at = [], 0
    for piece in taken:
        kept.append(text[at : piece.start])
        at = piece.end
    return " ".join(" ".join([*kept, text[at:]]).split())


def _pieces(text: str, prefixes: Mapping[str, str]) -> Iterator[Piece]:
    for found in TOKEN.finditer(text):
        prefix, given = found["name"] or "", found["value"] or ""
        yield Piece(
            found[0],
            found.start(),
            prefix,
            prefixes.get(prefix.casefold(), ""),
            _value(given),
            bool(found["minus"]) or (given[:1] in ("-", "!") and not given[1:2].isdigit()),
        )


def _value(given: str) -> str:
    """Give a value without the marks around it, and without a bracket that opens before it."""
    if given[:1] in SINGLE and given[-1:] in SINGLE and len(given) > 2:
        given = given[1:-1]
    elif "(" not in given:
        given = given.rstrip(")")
    return " ".join(given.strip('"').split())
