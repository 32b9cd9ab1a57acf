"""A citation in BibTeX, which biblatex and reference managers read too. Pure.

An entry is always `@misc`: the styles of BibTeX print of it whatever is given, and its other types
demand what a statement has not.
"""

from collections.abc import Iterator
from typing import Final

from dates.edtf import ImpreciseDate, Precision, for_people
from dates.months import MONTHS
from statements.citing.citation import ARCHIVE, Citation, beginning, copy_in_words, remarks
from statements.citing.marks import marked
from statements.languages import language_name

# BibTeX counts braces even behind a backslash, so that a brace alone would end the value: those of
# a text are named. The empty braces keep a name apart from the letter that follows.
ESCAPES: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
    | {sign: f"\\{sign}" for sign in "&%$#_"}
)
# An address is printed as it is; only what would end the value or part it is percent-encoded.
IN_ADDRESS: Final = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D"})
# How much of a date has a field of its own.
FIELDS: Final = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3}


def as_bibtex(citation: Citation) -> str:
    """Give the entry, one field a line, in UTF-8 with accents as they are."""
    fields = ",\n".join(f"  {name} = {value}" for name, value in _fields(citation))
    return f"@misc{{{citation.key},\n{fields}\n}}\n"


def escaped(text: str) -> str:
    """Give the text on one line, with what TeX would take for its own escaped."""
    return " ".join(text.split()).translate(ESCAPES)


def _fields(citation: Citation) -> Iterator[tuple[str, str]]:
    title = marked(beginning(citation.text), is_direct=citation.is_direct)
    # Two braces keep capitals, and a name in one piece.
    yield "author", f"{{{{{escaped(citation.author)}}}}}"
    yield "title", f"{{{{{escaped(title)}}}}}"
    if citation.original:
        yield "origtitle", f"{{{{{escaped(beginning(citation.original))}}}}}"
    if source := citation.source:
        yield "howpublished", f"{{{escaped(f'“{source.title}”, {source.publisher}')}}}"
    when = (citation.source.date if citation.source else None) or citation.date
    yield from _date(when) if when else ()
    if citation.date:
        yield "eventdate", f"{{{citation.date.text}}}"
    yield "language", f"{{{escaped(language_name(citation.language))}}}"
    yield from _places(citation)


def _date(when: ImpreciseDate) -> Iterator[tuple[str, str]]:
    """Give year, month and day as far as they are known; in words where they do not say it."""
    first, known = when.earliest, FIELDS.get(when.precision, 0)
    if not known or when.uncertain or when.approximate:
        yield "year", f"{{{escaped(for_people(when))}}}"
        return
    yield "year", f"{{{first.year}}}"
    if known > 1:
        # The name of a month that every style knows, such as feb: no braces.
        yield "month", MONTHS[first.month - 1][:3].lower()
    if known > 2:
        yield "day", f"{{{first.day}}}"


def _places(citation: Citation) -> Iterator[tuple[str, str]]:
    """Give where it is read, when the copy was kept, and what has to be known of it."""
    source, copy = citation.source, citation.copy
    url = source.url if source and source.url else citation.address
    yield "url", f"{{{'%20'.join(url.split()).translate(IN_ADDRESS)}}}"
    if copy:
        yield "urldate", f"{{{copy.retrieved_at:%Y-%m-%d}}}"
    notes = [*remarks(citation), f"{ARCHIVE}: {citation.address}"]
    notes += [copy_in_words(copy)] if copy else []
    yield "note", f"{{{escaped(' '.join(notes))}}}"
