"""The document in which a statement stands, as far as readers may see it."""

from statements.models import Document, Statement


def source_of(statement: Statement) -> Document | None:
    """Give the document of a statement that was fetched by `for_list`, or None for a draft."""
    # `for_list` fetches public documents alone. That another one is missing from a field that is
    # never empty is an AttributeError for Django.
    return getattr(statement, "document", None)
