"""The desk's pages for what was said, and for the accounts of those who work there."""

from statements.admin import accounts, call, document, exchange, meeting, statement, topic, waiting

__all__ = [
    "accounts",
    "call",
    "document",
    "exchange",
    "meeting",
    "statement",
    "topic",
    "waiting",
]
