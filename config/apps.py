"""The commands that set an archive up are an app's: `config/management`."""

from django.apps import AppConfig


class VerbatimConfig(AppConfig):
    """Bring the management commands."""

    name = "config"
