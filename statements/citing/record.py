"""What is cited of a statement, gathered from its record."""

from typing import Any

from actors.titles import titles_between
from statements.citing.citation import Citation, KeptCopy, Source
from statements.languages import language_name
from statements.models import Document, Statement
from statements.pages.sources import source_of
from statements.verification.badge import doubt_of


def citation_of(statement: Any, address: str) -> Citation:  # noqa: ANN401, annotated
    """Give the citation of a statement that was fetched `for_citation` or `for_page`.

    `address` is the whole address of its page. Of a document that readers may not see nothing is
    said, nor of a copy of it.
    """
    document, original = source_of(statement), statement.translation_of
    return Citation(
        public_id=statement.public_id,
        address=address,
        text=statement.text,
        language=statement.language,
        speaker=statement.speaker.name if statement.speaker else statement.speaker_as_printed,
        title_that_day=title_that_day(statement),
        date=statement.date,
        is_direct=statement.quote_type == Statement.Type.DIRECT,
        is_translated=statement.translated or original is not None,
        original=original.text if original else "",
        original_language=language_name(original.language) if original else "",
        source=_source(document) if document else None,
        copy=_copy(statement) if document else None,
        doubt=doubt_of(statement),
        retracted=statement.retraction_reason if statement.is_retracted else "",
    )


def title_that_day(statement: Statement) -> str:
    """Give the titles that the speaker held when it was said; nothing where it is not known."""
    when = statement.date
    if not statement.speaker or not when:
        return ""
    posts = statement.speaker.tenures.all()
    return " and ".join(titles_between(posts, when.earliest, when.latest))


def _source(document: Document) -> Source:
    is_web = document.url.lower().startswith(("http://", "https://"))
    return Source(
        title=document.title,
        kind=document.kind,
        publisher=document.publisher.name if document.publisher else document.publisher_as_printed,
        date=document.date,
        url=document.url if is_web else "",
        retracted=document.retraction_reason if document.is_retracted else "",
    )


def _copy(statement: Statement) -> KeptCopy | None:
    kept = statement.snapshot
    if not kept or statement.anchor_start is None or statement.anchor_end is None:
        return None
    return KeptCopy(kept.sha256, kept.retrieved_at, statement.anchor_start, statement.anchor_end)
