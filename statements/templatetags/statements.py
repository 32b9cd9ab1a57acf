"""`{% load statements %}`: what a page says of a statement or a source."""

from collections.abc import Iterable
from datetime import UTC
from typing import Any, Final

from django import template

from statements.cards import StatementCard
from statements.citing.marks import OPENING, marked
from statements.languages import language_name as name_of_language
from statements.models import Exchange, Participation, Statement
from statements.verification.badge import doubt_of

register = template.Library()

QUOTATION: Final = {
    "direct": "Direct quotation",
    "mixed": "Partly in their words",
    "indirect": "In other words",
    "readout": "Account by an office",
}


@register.filter
def language_name(tag: str) -> str:
    """Give the name of a language in English."""
    return name_of_language(tag)


@register.filter
def quotation_words(statement: Statement | StatementCard) -> str:
    """Say how close the text is to what was said."""
    return QUOTATION.get(statement.quote_type, statement.quote_type)


@register.filter
def needs_marks(statement: Statement | StatementCard) -> bool:
    """Tell whether quotation marks have to be set around the text."""
    return statement.quote_type == "direct" and statement.text[:1] not in OPENING


@register.filter
def in_marks(text: str, quote_type: str) -> str:
    """Give the text as a quotation of that type: direct speech has quotation marks."""
    return marked(text, is_direct=quote_type == "direct")


@register.filter
def doubt_words(statement: Statement) -> str:
    """Say in short what stands against a statement's words, if anything does."""
    return doubt_of(statement)


@register.filter
def web_address(url: str) -> str:
    """Give the address where a browser may safely follow it, else nothing."""
    return url if url.lower().startswith(("http://", "https://")) else ""


@register.filter
def is_open(exchange: Exchange) -> bool:
    """Tell whether an exchange is not known to have been held."""
    return exchange.status != "held"


@register.filter
def utc_time(record: Exchange) -> str:
    """Give the time in UTC where the clock of the record's zone shows another, else nothing.

    The day is named where it is another one in UTC.
    """
    if record.starts_at is None or record.date is None or record.time is None:
        return ""
    there = record.starts_at.astimezone(UTC)
    clock = f"{there:%H:%M} UTC"
    if there.date() != record.date.earliest:
        return f"{clock} on {there.day} {there:%B %Y}"
    return "" if there.time() == record.time else clock


@register.filter
def beside(some: Iterable[Any], others: Iterable[Any]) -> list[tuple[Any, Any]]:
    """Pair things with others in the same order: each of the others, and what belongs to it."""
    return list(zip(others, some, strict=True))


@register.filter
def notable_role(participation: Participation) -> str:
    """Name the part somebody had, where it was more than taking part."""
    return "" if participation.role == "participant" else participation.get_role_display()
