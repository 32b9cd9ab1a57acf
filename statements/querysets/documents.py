"""Questions about documents."""

from statements.querysets.editorial import EditorialQuerySet


class DocumentQuerySet(EditorialQuerySet):
    """Sources."""

    def for_list(self) -> "DocumentQuerySet":
        """Fetch with each document what a line about it shows."""
        return self.select_related("publisher")
