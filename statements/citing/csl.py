"""A citation in CSL-JSON, which Zotero, Mendeley and pandoc read. Pure.

Of the schema https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json.
"""

import json
from typing import Any

from statements.citing.citation import ARCHIVE, Citation, beginning, copy_in_words, remarks
from statements.citing.csl_dates import csl_date, csl_day
from statements.citing.kinds import DOCUMENT, type_of
from statements.citing.marks import marked


def as_csl(citation: Citation) -> str:
    """Give the citation as a JSON list of one item, with letters of all scripts as they are."""
    return json.dumps([item(citation)], ensure_ascii=False, indent=2) + "\n"


def item(citation: Citation) -> dict[str, Any]:
    """Give the item; what is not known is left out.

    Names are literals: which part of a name is the family's is not known of all the world's.
    """
    given = {
        "id": citation.key,
        "type": type_of(citation.source.kind) if citation.source else DOCUMENT,
        "title": marked(beginning(citation.text), is_direct=citation.is_direct),
        "original-title": beginning(citation.original),
        "author": [{"literal": " ".join(citation.author.split())}],
        "language": citation.language,
        "event-date": csl_date(citation.date) if citation.date else None,
        "archive": ARCHIVE,
        "archive_location": citation.address,
        "URL": citation.address,
        **_of_source(citation),
        "note": _note(citation),
    }
    return {name: value for name, value in given.items() if value}


def _of_source(citation: Citation) -> dict[str, Any]:
    source, copy = citation.source, citation.copy
    if not source:
        return {"issued": csl_date(citation.date) if citation.date else None}
    issued = source.date or citation.date
    return {
        "container-title": " ".join(source.title.split()),
        "publisher": " ".join(source.publisher.split()),
        "genre": source.kind.replace("_", " "),
        "issued": csl_date(issued) if issued else None,
        "URL": source.url or citation.address,
        "accessed": csl_day(copy.retrieved_at.date()) if copy else None,
    }


def _note(citation: Citation) -> str:
    copy = [copy_in_words(citation.copy)] if citation.copy else []
    title = [f"Said as {citation.title_that_day}."] if citation.title_that_day else []
    return " ".join([*remarks(citation), *(title if citation.is_direct else []), *copy])
