"""Numbers of related rows, counted for the rows of one page alone."""

from django.db.models import IntegerField, QuerySet, Subquery


class Counted(Subquery):
    """The number of rows that a query with an OuterRef finds.

    Unlike a join with GROUP BY, it is worked out after the page is cut from the list.
    """

    template = "(SELECT count(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()


def counted(rows: QuerySet) -> Counted:
    """Give the number of the rows, for `annotate`."""
    return Counted(rows.order_by().values("pk"))
