"""Whether words stand where they should, and copies are what they were. Pure."""

import datetime
import hashlib
from typing import Final, NamedTuple

from statements.anchoring import Copy
from statements.models import EditorialStatus, Statement
from statements.models.verification import Reason
from statements.verification.quoted import quoted_passages

# In characters: so much is kept of what stands and of what should, from a little before the place
# where they part.
MOST: Final = 400
BEFORE: Final = 80
CUT: Final = "…"


class Wrong(NamedTuple):
    """What is wrong with a statement or a copy: what should stand there, and what does."""

    reason: Reason
    should: str = ""
    stands: str = ""


class CopyRow(NamedTuple):
    """A copy as it is, and as it was sealed; without a seal the last three are None."""

    pk: int
    document: int
    text: str
    sha256: str
    retrieved_at: datetime.datetime
    sealed_sha256: str | None
    sealed_document: int | None
    sealed_at: datetime.datetime | None


class WordsRow(NamedTuple):
    """A statement, and whether it keeps the rules of the database.

    `text` is empty where it is `exact` to the letter. A rule is None where it says nothing.
    """

    pk: int
    document: int
    snapshot: int | None
    start: int | None
    end: int | None
    exact: str
    text: str
    quote_type: str
    status: str
    override_reason: str
    has_its_words: bool | None
    may_be_published: bool | None


def judge_copy(copy: CopyRow) -> Wrong | None:
    """Give what is wrong with a copy, by a hash that PostgreSQL has no part in."""
    now = hashlib.sha256(copy.text.encode()).hexdigest()
    if copy.sealed_sha256 is None:
        return Wrong(Reason.UNSEALED, "", now)
    if now != copy.sealed_sha256:
        return Wrong(Reason.CHANGED, f"SHA-256 {copy.sealed_sha256}", f"SHA-256 {now}")
    sealed = (copy.sealed_document, copy.sealed_at)
    if (copy.document, copy.retrieved_at) != sealed:
        return Wrong(Reason.CHANGED, _origin(*sealed), _origin(copy.document, copy.retrieved_at))
    if now != copy.sha256:
        return Wrong(Reason.DAMAGED, f"SHA-256 {now}", f"SHA-256 {copy.sha256}")
    return None


def judge_anchored(words: WordsRow, text: str | None) -> Wrong | None:
    """Give what is wrong with an anchored statement; None for a copy that its document lacks."""
    if text is None:
        return Wrong(Reason.NOT_ITS_COPY, words.exact[:MOST])
    stands = _at(text, words.start, words.end)
    if stands != words.exact or not stands:
        return Wrong(Reason.OTHER_WORDS, *parted(words.exact, stands))
    if words.has_its_words is False:
        return Wrong(Reason.NOT_ITS_OWN, *parted(words.text or words.exact, words.exact))
    return None


def judge_unanchored(words: WordsRow, copy: Copy | None) -> Wrong | None:
    """Give what is wrong with a statement without a place in the latest copy of its document."""
    if words.may_be_published is False:
        return Wrong(Reason.NO_ANCHOR, words.text[:MOST])
    missing = missing_passages(words.text, copy) if copy and claims_quotations(words) else []
    return Wrong(Reason.NOT_QUOTED, missing[0][:MOST]) if missing else None


def claims_quotations(words: WordsRow) -> bool:
    """Tell whether it is published on the strength of the words that it quotes alone."""
    published = words.status == EditorialStatus.PUBLISHED and not words.override_reason.strip()
    return published and words.quote_type == Statement.Type.MIXED


def missing_passages(text: str, copy: Copy) -> list[str]:
    """Give the words in quotation marks that do not stand in the copy."""
    return [passage for passage in quoted_passages(text) if not copy.find(passage)]


def parted(should: str, stands: str) -> tuple[str, str]:
    """Give both, each as far as `MOST` characters from shortly before they differ."""
    pairs = enumerate(zip(should, stands, strict=False))
    same = next((at for at, (one, other) in pairs if one != other), min(len(should), len(stands)))
    first = max(same - BEFORE, 0)
    return _cut(should, first), _cut(stands, first)


def _cut(text: str, first: int) -> str:
    rest = text[first : first + MOST]
    behind = CUT if len(text) > first + MOST else ""
    return f"{CUT if first and rest else ''}{rest}{behind}"


def _at(text: str, start: int | None, end: int | None) -> str:
    """Give the words at a place; none where the place lies outside."""
    inside = start is not None and end is not None and 0 <= start < end <= len(text)
    return text[start:end] if inside else ""


def _origin(document: int | None, at: datetime.datetime | None) -> str:
    return f"document {document}, kept at {at.isoformat() if at else '?'}"
