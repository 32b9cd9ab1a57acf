"""A source that the archive has already."""

from dataclasses import dataclass
from hashlib import sha256

from django.db import connection

from statements.models import Document

LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))"


@dataclass(frozen=True)
class Known:
    """The document that a source was entered as, and by what it was recognised."""

    document: Document
    what: str


def known_source(text: str, url: str) -> Known | None:
    """Give the document with this text among its copies, or with this address. Two queries."""
    if text and (found := _with_text(text)):
        return Known(found, "This text is kept already")
    if url and (found := _at(url)):
        return Known(found, "A document with this address is in the archive already")
    return None


def one_at_a_time(text: str, url: str) -> None:
    """Have whoever enters the same source wait until this transaction is over."""
    with connection.cursor() as cursor:
        for what in sorted([_hash(text), *_addresses(url)[:1]]):
            cursor.execute(LOCK, [what])


def _with_text(text: str) -> Document | None:
    return Document.objects.filter(snapshots__sha256=_hash(text)).order_by("pk").first()


def _at(url: str) -> Document | None:
    return Document.objects.filter(url__in=_addresses(url)).order_by("pk").first()


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _addresses(url: str) -> list[str]:
    """Give the ways to write an address: with and without what rarely makes a difference."""
    if not url:
        return []
    _, _, rest = url.partition("://")
    bare = rest.partition("#")[0].rstrip("/")
    plain = [f"{scheme}://{bare}{end}" for scheme in ("https", "http") for end in ("", "/")]
    return list(dict.fromkeys([*plain, url]))
