"""Which readouts readers see."""

from django.db.models import Q

from statements.querysets.editorial import PUBLIC


def may_be_seen() -> Q:
    """Give the condition that readers see a readout: its document is public, or none was found.

    Asked of the document of each, as a list of all that are public would be read for every page.
    """
    return Q(document=None) | Q(document__editorial_status__in=PUBLIC)
