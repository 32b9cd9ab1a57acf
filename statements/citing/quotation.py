"""The house style: a quotation with its citation, as it is pasted into a text. Pure."""

from typing import Final

from dates.edtf import for_people
from statements.citing.citation import ARCHIVE, Citation, remarks
from statements.citing.marks import marked

UNDATED: Final = "undated"


def as_quotation(citation: Citation) -> str:
    """Give the words, who said them, when and where they are read; several lines of plain text.

    The speaker's own words stand in quotation marks, and words that are not do not.
    """
    parts = [_words(citation), f"— {_who_and_when(citation)}", *_source(citation)]
    parts += remarks(citation)
    if citation.original:
        parts.append(f"Original: {marked(citation.original.strip(), is_direct=citation.is_direct)}")
    return "\n".join(parts) + "\n"


def reference(citation: Citation) -> str:
    """Give the same without the words."""
    return as_quotation(citation).removeprefix(_words(citation)).lstrip("\n")


def _words(citation: Citation) -> str:
    return marked(citation.text.strip(), is_direct=citation.is_direct)


def _who_and_when(citation: Citation) -> str:
    when = for_people(citation.date) if citation.date else UNDATED
    return f"{_one_line(citation.who)}, {when}"


def _source(citation: Citation) -> list[str]:
    """Give the line of the source and that of the archive."""
    lines = []
    if source := citation.source:
        when = for_people(source.date) if source.date else UNDATED
        known = (f"“{_one_line(source.title)}”", _one_line(source.publisher), when, source.url)
        kept = f" (copy kept on {citation.copy.retrieved_at:%-d %B %Y})" if citation.copy else ""
        lines.append(f"Source: {', '.join(filter(None, known))}{kept}")
    return [*lines, f"{ARCHIVE}: {citation.address}"]


def _one_line(text: str) -> str:
    return " ".join(text.split())
