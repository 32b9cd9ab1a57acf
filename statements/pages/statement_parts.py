"""What the page of a statement shows beside its record."""

from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest
from django.urls import reverse

from statements.chains import chain_of
from statements.citing.bibtex import as_bibtex
from statements.citing.citation import Citation
from statements.citing.csl import as_csl
from statements.citing.quotation import as_quotation, reference
from statements.citing.record import citation_of
from statements.corrected import corrections_of
from statements.models import Statement
from statements.pages.neighbours import neighbours_of
from statements.pages.sources import source_of
from statements.passages import Passage, passage_in
from statements.threads import thread_of
from statements.verification.badge import evidence_of

# In characters: longer words stand in the file of the citation, and not once more in the page.
LONGEST_CITED: Final = 6_000
MOST_ROWS: Final = 12


@dataclass(frozen=True, slots=True)
class CitedAs:
    """A form of the citation: its name, what it is called, and its text; the address of its file.

    `file_label` is what the link to the file is called; both are empty where there is none.
    """

    name: str
    label: str
    text: str
    file: str = ""
    file_label: str = ""

    @property
    def rows(self) -> int:
        """How many lines are in sight."""
        return min(self.text.count("\n") + 1, MOST_ROWS)


def parts_of(statement: Statement, request: HttpRequest) -> dict[str, Any]:
    """Give what the template of a statement takes, which was fetched `for_page`.

    Three queries, and what `evidence_of` asks.
    """
    return {
        "chain": chain_of(statement),
        "citation": forms_of(statement, request),
        "corrections": corrections_of(statement),
        "evidence": evidence_of(statement),
        "neighbours": neighbours_of(statement),
        "passage": passage_of(statement),
        "thread": thread_of(statement),
    }


def passage_of(statement: Statement) -> Passage | None:
    """Give the words as they stand in the copy, where readers may see what is around them."""
    document, copy = source_of(statement), statement.snapshot
    if not document or not copy or not document.shows_whole_copy:
        return None
    return passage_in(copy, statement.anchor_start or 0, statement.anchor_exact)


def forms_of(statement: Statement, request: HttpRequest) -> list[CitedAs]:
    """Give the citation in each form; nothing of what readers do not see, which nobody cites."""
    if not statement.is_public:
        return []
    address = request.build_absolute_uri(statement.get_absolute_url())
    citation, key = citation_of(statement, address), [statement.public_id]
    return [
        CitedAs(
            "text",
            "Quotation",
            _quotation(citation),
            reverse("citation-text", args=key),
            "As a text file",
        ),
        CitedAs("link", "Link", address),
        CitedAs(
            "bibtex",
            "BibTeX",
            as_bibtex(citation),
            reverse("citation-bibtex", args=key),
            "As a .bib file",
        ),
        CitedAs(
            "csl",
            "CSL-JSON",
            as_csl(citation),
            reverse("citation-csl", args=key),
            "As a .json file",
        ),
    ]


def _quotation(citation: Citation) -> str:
    long = len(citation.text) > LONGEST_CITED
    return (reference(citation) if long else as_quotation(citation)).strip()
