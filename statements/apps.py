"""The app that knows what was said, when, and where it is written."""

from django.apps import AppConfig


class StatementsConfig(AppConfig):
    """Exchanges, documents and statements."""

    name = "statements"
    verbose_name = "What was said"

    def ready(self) -> None:
        """Let actors, topics and exchanges be merged."""
        from statements import merging  # noqa: F401, which registers them
