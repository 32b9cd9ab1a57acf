"""The headings of a form."""

from typing import Any


def section(
    heading: str | None, *fields: str | tuple[str, ...], folded: bool = False
) -> tuple[str | None, Any]:
    """Give a group of fields under a heading; those in brackets share a line."""
    return heading, {"fields": fields, "classes": ("collapse",) if folded else ()}
