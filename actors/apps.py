"""The app that knows who speaks."""

from django.apps import AppConfig


class ActorsConfig(AppConfig):
    """People, offices, organisations and states, their names and posts."""

    name = "actors"
    verbose_name = "Who"
