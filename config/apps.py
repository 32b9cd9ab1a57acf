"""The commands that set an archive up are an app's: `config/management`."""

from django.apps import AppConfig


class VerbatimConfig(AppConfig):
    """Bring the management commands, and the check of the role that serves the web."""

    name = "config"

    def ready(self) -> None:
        """Have the check registered."""
        from config.rights import warning  # noqa: F401
