"""Who takes records to readers."""

from django.http import HttpRequest


def may_publish(request: HttpRequest) -> bool:
    """Tell whether the person publishes and retracts."""
    return request.user.has_perm("statements.publish_statement")
