"""A statement's citation as a file."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from reading.access import reading_page
from reading.paging import nothing_asked
from statements.citing.bibtex import as_bibtex
from statements.citing.citation import Citation
from statements.citing.csl import as_csl
from statements.citing.quotation import as_quotation
from statements.citing.record import citation_of
from statements.models import Statement


@dataclass(frozen=True)
class Form:
    """A form of citations: how it is written, its media type and the ending of its file."""

    write: Callable[[Citation], str]
    media_type: str
    ending: str


FORMS: Final = {
    "text": Form(as_quotation, "text/plain", "txt"),
    "bibtex": Form(as_bibtex, "application/x-bibtex", "bib"),
    "csl": Form(as_csl, "application/vnd.citationstyles.csl+json", "json"),
}


@reading_page
def citation(request: HttpRequest, public_id: str, form: str) -> HttpResponse:
    """Give the citation of a statement that readers see; drafts are not cited by anybody."""
    if problems := nothing_asked(request.GET):
        raise BadRequest(problems[0].message)
    found = get_object_or_404(Statement.objects.public().for_citation(), public_id=public_id)
    asked, address = FORMS[form], request.build_absolute_uri(found.get_absolute_url())
    return HttpResponse(
        asked.write(citation_of(found, address)),
        content_type=f"{asked.media_type}; charset=utf-8",
        headers={"Content-Disposition": f'inline; filename="{public_id}.{asked.ending}"'},
    )
